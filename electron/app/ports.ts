import { BrowserWindow, dialog, session, shell } from 'electron';
import type { Ports } from '../ipc/context';
import { broadcast } from '../ipc/register';
import { readHeads, rememberBeginning } from './head-memory';
import { readLogs } from './log';
import type { OfferedFiles } from './offered-files';
import { hardenSession } from './security';
import type { ServedFiles } from './served-files';
import { versionsOfThisMachine } from './versions';

type PortParts = {
  /** Where the machine remembers heads of the audit log. */
  readonly headsFile: string;
  /** What 导出诊断包 packs. */
  readonly logFolder: string;
  readonly offered: OfferedFiles;
  readonly served: ServedFiles;
};

export type WindowPorts = {
  readonly ports: Ports;
  /** What waits in the printer's dialog is not printed any more, and what one person chose is not the next one's. */
  readonly clear: () => void;
};

/** The real ports: system dialogs, the file manager, the printer. */
export function createPorts({ headsFile, logFolder, offered, served }: PortParts): WindowPorts {
  const printing = new Set<BrowserWindow>();
  // What the person chose in a dialog may be opened, and nothing else: a path from a page could be a program.
  const chosen = new Set<string>();
  const remember = (path: string | null): string | null => {
    if (path !== null) chosen.add(path);
    return path;
  };
  const ports: Ports = {
    pickFile: async ({ title, extensions }) => {
      const answer = await dialog.showOpenDialog(front(), {
        title,
        properties: ['openFile'],
        filters: [{ name: title, extensions: [...extensions] }],
      });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    pickFolder: async ({ title, defaultPath }) => {
      const answer = await dialog.showOpenDialog(front(), {
        title,
        defaultPath,
        properties: ['openDirectory', 'createDirectory'],
      });
      return remember(answer.canceled ? null : (answer.filePaths[0] ?? null));
    },
    saveFile: async ({ title, defaultPath, extensions }) => {
      const answer = await dialog.showSaveDialog(front(), {
        title,
        defaultPath,
        filters: [{ name: title, extensions: [...extensions] }],
      });
      return remember(answer.canceled || !answer.filePath ? null : answer.filePath);
    },
    pickFiles: async ({ title, extensions }) => {
      const answer = await dialog.showOpenDialog(front(), {
        title,
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: title, extensions: [...extensions] },
          { name: '所有文件', extensions: ['*'] },
        ],
      });
      return answer.canceled ? null : offered.offer(answer.filePaths.map((path) => ({ path })));
    },
    offeredFile: offered.find,
    releaseFile: offered.release,
    serveFile: served.serve,
    openCopy: async (path) => (await shell.openPath(path)) === '',
    openPath: async (path) => chosen.has(path) && (await shell.openPath(path)) === '',
    print: (html) => printHtml(html, printing),
    diagnostics: () => ({ logs: readLogs(logFolder), versions: versionsOfThisMachine() }),
    rememberedHeads: () => readHeads(headsFile),
    rememberBeginning: (head) => rememberBeginning(headsFile, head),
    progress: (event) => broadcast({ type: 'progress', ...event }),
  };
  return {
    ports,
    clear: () => {
      for (const window of printing) window.destroy();
      chosen.clear();
    },
  };
}

const front = (): BrowserWindow =>
  BrowserWindow.getFocusedWindow() ?? (BrowserWindow.getAllWindows()[0] as BrowserWindow);

/** Prints a page of our own through the system's dialog, from a hidden window without any privilege. */
async function printHtml(html: string, windows: Set<BrowserWindow>): Promise<boolean> {
  // A session of its own that lives in memory: nothing of the page is kept.
  const printing = session.fromPartition('printing');
  hardenSession(printing);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printing,
      sandbox: true,
      javascript: false,
      devTools: false,
      spellcheck: false,
    },
  });
  windows.add(window);
  try {
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`);
    return await new Promise<boolean>((resolve) => {
      // The lock took it away.
      window.once('closed', () => resolve(false));
      window.webContents.print({ printBackground: true }, (isPrinted) => resolve(isPrinted));
    });
  } finally {
    windows.delete(window);
    if (!window.isDestroyed()) window.destroy();
  }
}
