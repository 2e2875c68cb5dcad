import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { APP_ORIGIN } from './origin';
import { hardenContents } from './security';

/** The window of the program. Shown once the first page is painted, so that nobody sees white. */
export function createWindow(title: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    // 150 % scaling on a 1366 px screen leaves 911.
    minWidth: 900,
    minHeight: 640,
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
    },
  });
  hardenContents(window.webContents);
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  void window.loadURL(process.env.ELECTRON_RENDERER_URL ?? `${APP_ORIGIN}/`);
  return window;
}
