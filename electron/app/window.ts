import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { devServer } from './dev-server';
import { APP_ORIGIN } from './origin';

/** The window of the program. Shown once the first page is painted, so that nobody sees white. */
export function createWindow(title: string): BrowserWindow {
  // 150 % scaling on a screen of 1366×768 leaves 911×512, less the task bar: no edge may lie outside.
  const room = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    width: Math.min(1366, room.width),
    height: Math.min(768, room.height),
    minWidth: Math.min(900, room.width),
    minHeight: Math.min(640, room.height),
    show: false,
    title,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      navigateOnDragDrop: false,
      // From the second start on, not from the third: an office PC is started once a day.
      v8CacheOptions: 'bypassHeatCheck',
      webviewTag: false,
      // Nobody reads a case out of the memory of an office's program by its tools.
      devTools: !app.isPackaged,
    },
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  void window.loadURL(devServer() ?? `${APP_ORIGIN}/`);
  return window;
}

/** Puts a window in the place of the former ones, which go when it can be seen. */
export function replaceWindow(former: readonly BrowserWindow[], next: BrowserWindow): void {
  const [shown] = former;
  if (shown?.isMaximized()) next.maximize();
  else if (shown) next.setBounds(shown.getBounds());
  next.once('show', () => {
    for (const window of former) window.destroy();
  });
}
