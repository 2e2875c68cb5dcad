import { join } from 'node:path';
import { app, BrowserWindow, Menu, powerMonitor } from 'electron';
import { parseArguments } from './app/arguments';
import { backUpBeforeClose } from './app/automatic-backup';
import { createLog, describeFault } from './app/log';
import { inOwnProcess } from './app/own-process';
import { registerScheme, serveBundle } from './app/protocol';
import { cutNetwork, hardenContents, hardenSession } from './app/security';
import { createWindow, replaceWindow } from './app/window';
import { openWorkplace } from './app/workplace';
import { registerOffers, registerPipeline } from './ipc/register';
import { createJobs } from './jobs/jobs';
import { loadResources, readAhead } from './platform/resources/resources';

/** Composition root: one instance → hardening → workplace → pipeline → window. The file is opened by session.unlock. */

const { isDemo: startsInDemo } = parseArguments(process.argv, app.isPackaged);
const isFirst = app.requestSingleInstanceLock();

if (!isFirst) {
  // A second copy would be a second writer: the first one comes to the front instead.
  app.quit();
} else {
  registerScheme();
  cutNetwork();
  // Every page there will ever be, the one that prints among them.
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  Menu.setApplicationMenu(null);
  // `await app.whenReady()` at the top level of an ES module would wait for itself.
  void app.whenReady().then(start);
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
}

function start(): void {
  hardenSession();
  const resourcesFolder = app.isPackaged
    ? join(process.resourcesPath, 'resources')
    : join(import.meta.dirname, '../../resources');
  const logFolder = join(app.getPath('userData'), 'logs');
  const log = createLog(logFolder, () => new Date());
  const workerFile = join(import.meta.dirname, 'worker.js');
  const jobs = createJobs(workerFile, inOwnProcess(workerFile));
  const workIn = (isDemo: boolean) =>
    openWorkplace({ isDemo, resourcesFolder, logFolder, log, jobs, changeOffice });
  let workplace = workIn(startsInDemo);

  const call: typeof workplace.call = (channel, input) => workplace.call(channel, input);
  serveBundle(join(import.meta.dirname, '../renderer'), {
    answer: (request) => workplace.answer(request),
  });
  registerPipeline(call);
  registerOffers((offers) => workplace.offer(offers));
  powerMonitor.on('lock-screen', () => workplace.lock('system'));
  powerMonitor.on('suspend', () => workplace.lock('system'));
  process.on('uncaughtException', (error) => log(`uncaught ${describeFault(error)}`));
  process.on('unhandledRejection', (error) => log(`unhandled ${describeFault(error)}`));

  const openWindow = () => {
    const window = createWindow(workplace.isDemo ? '工会案管（演示）' : '工会案管');
    window.webContents.on('input-event', () => workplace.touch());
    backUpBeforeClose(window, call, jobs);
    return window;
  };
  /** The locked office is left, and with it the page that showed it: 演示 and real work never share one. */
  function changeOffice(isDemo: boolean): void {
    if (workplace.isDemo === isDemo) return;
    workplace.leave();
    workplace = workIn(isDemo);
    const former = BrowserWindow.getAllWindows();
    replaceWindow(former, openWindow());
  }

  const window = openWindow();
  window.webContents.once('did-finish-load', () =>
    setImmediate(() => readAhead(loadResources(resourcesFolder))),
  );
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on('window-all-closed', () => void workplace.close().finally(() => app.quit()));
}
