/** The least an Electron program can do: the yardstick for our own start. */
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768 });
  window.loadFile(join(import.meta.dirname, 'index.html'));
});
