import { basename, join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';

/**
 * What the person picks in the system's dialogs, and nothing opens outside the program: a save dialog takes the proposed
 * name in `folder`, a folder dialog answers `folder`, a file dialog answers `file`.
 */
export async function answerDialogs(
  app: ElectronApplication,
  answers: { readonly folder: string; readonly file?: string },
): Promise<void> {
  await app.evaluate(
    ({ dialog, shell }, { folder, file, separator }) => {
      const save = async (_window: unknown, options: { defaultPath?: string }) => {
        const name = (options.defaultPath ?? 'file').split(/[\\/]/).pop() ?? 'file';
        return { canceled: false, filePath: `${folder}${separator}${name}` };
      };
      const open = async (_window: unknown, options: { properties?: readonly string[] }) => {
        const path = options.properties?.includes('openDirectory') ? folder : file;
        return path === undefined
          ? { canceled: true, filePaths: [] }
          : { canceled: false, filePaths: [path] };
      };
      Object.assign(dialog, { showSaveDialog: save, showOpenDialog: open });
      Object.assign(shell, { openPath: async () => '' });
    },
    { folder: answers.folder, file: answers.file, separator: join('a', basename('b')).charAt(1) },
  );
}

/** Every dialog is closed without a choice. */
export async function cancelDialogs(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    Object.assign(dialog, {
      showSaveDialog: async () => ({ canceled: true }),
      showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
    });
  });
}
