import { join } from 'node:path';
import { BACKUP_JOB } from '@shared/contract/backup';
import { app, BrowserWindow, Menu, powerMonitor } from 'electron';
import { parseArguments } from './app/arguments';
import { backUpAfterLogin, backUpBeforeClose } from './app/automatic-backup';
import { createClock } from './app/clock';
import { headMemoryFile, rememberHeads } from './app/head-memory';
import { watchIdle } from './app/idle';
import { createLock } from './app/lock';
import { createLog, describeFault } from './app/log';
import { createOfferedFiles } from './app/offered-files';
import { createPorts } from './app/ports';
import { registerScheme, serveBundle } from './app/protocol';
import { cutNetwork, hardenContents, hardenSession } from './app/security';
import { createServedFiles } from './app/served-files';
import { createWindow } from './app/window';
import { createCommandQueue } from './db/unit-of-work';
import type { Ports } from './ipc/context';
import { createPipeline } from './ipc/pipeline';
import { broadcast, registerOffers, registerPipeline } from './ipc/register';
import { createJobs } from './jobs/jobs';
import { handlers, publicHandlers } from './modules';
import { readIdleMinutes } from './platform/accounts/lock-settings';
import { createSessionHolder } from './platform/accounts/session';
import { createDemoMaker } from './platform/demo/demo';
import { wipeCopies } from './platform/evidence/copies';
import { loadResources, readAhead } from './platform/resources/resources';

/** Composition root: one instance → hardening → pipeline → window. The file is opened by session.unlock. */

const options = parseArguments(process.argv, app.isPackaged);
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
  const offered = createOfferedFiles();
  const served = createServedFiles();
  serveBundle(join(import.meta.dirname, '../renderer'), served);

  const dataFolder = join(app.getPath('userData'), options.isDemo ? 'demo' : 'office');
  const resourcesFolder = app.isPackaged
    ? join(process.resourcesPath, 'resources')
    : join(import.meta.dirname, '../../resources');
  const logFolder = join(app.getPath('userData'), 'logs');
  const log = createLog(logFolder, () => new Date());
  const clock = createClock(options.fixedToday);
  const resources = () => loadResources(resourcesFolder);
  const jobs = createJobs(new URL('./worker.js', import.meta.url));
  const headsFile = headMemoryFile(dataFolder);
  const copies = join(dataFolder, 'opened');
  // What a program that died left in other programs' hands.
  void wipeCopies(copies);
  const onLocked = () => {
    jobs.closeAll();
    offered.clear();
    served.clear();
    void wipeCopies(copies);
    // The key leaves memory at the lock: also that of a thread which is copying.
    jobs.cancel(BACKUP_JOB);
    broadcast({ type: 'locked' });
  };
  const holder = rememberHeads(createSessionHolder(onLocked), headsFile);
  const queue = createCommandQueue();
  const lock = createLock({ holder, queue, broadcast });
  const idle = watchIdle({
    limit: async () => {
      const session = holder.current();
      return session && (options.idleSeconds ?? (await readIdleMinutes(session.reader.db)) * 60);
    },
    onIdle: () => lock('idle'),
    elapsed: () => performance.now(),
  });
  powerMonitor.on('lock-screen', () => lock('system'));
  powerMonitor.on('suspend', () => lock('system'));
  const windowPorts = createPorts({ headsFile, offered, served, logFolder });
  const ports: Ports = {
    ...windowPorts,
    // Somebody waits for it: a backup is not cut off by its own length.
    progress: (event) => {
      idle.touch();
      windowPorts.progress(event);
    },
  };

  const call = backUpAfterLogin(
    createPipeline({
      handlers,
      publicHandlers: publicHandlers({
        dataFolder,
        resources,
        clock,
        isDemo: options.isDemo,
        version: app.getVersion(),
        queue,
        ports,
        jobs,
        makeDemo: createDemoMaker({ handlers, resources, resourcesFolder }),
      }),
      holder,
      queue,
      clock,
      resources,
      ports,
      jobs,
      onAccountGone: () => lock('account'),
      onChanged: (entities) => broadcast({ type: 'changed', entities }),
      onFault: (channel, error) => log(`${channel} ${describeFault(error)}`),
    }),
  );
  registerPipeline(call);
  registerOffers(offered.offer);
  process.on('uncaughtException', (error) => log(`uncaught ${describeFault(error)}`));
  process.on('unhandledRejection', (error) => log(`unhandled ${describeFault(error)}`));

  const openWindow = () => {
    const window = createWindow(options.isDemo ? '工会案管（演示）' : '工会案管');
    window.webContents.on('input-event', idle.touch);
    backUpBeforeClose(window, call, jobs);
    return window;
  };
  const window = openWindow();
  window.webContents.once('did-finish-load', () => setImmediate(() => readAhead(resources())));
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on('window-all-closed', () => {
    // What is being written finishes first; then the key leaves memory with the process.
    void queue
      .run(async () => undefined)
      .then(holder.close)
      .then(() => wipeCopies(copies))
      .finally(() => app.quit());
  });
}
