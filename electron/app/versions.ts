import { freemem, release, totalmem } from 'node:os';
import { app } from 'electron';

/** What a helper has to know of program and machine, and nothing of who uses it: no name of user, machine or folder. */
export function versionsOfThisMachine(): Readonly<Record<string, string>> {
  const { electron = '', chrome = '', node = '' } = process.versions;
  const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GB`;
  return {
    program: app.getVersion(),
    electron,
    chrome,
    node,
    system: `${process.platform} ${release()} ${process.arch}`,
    language: app.getLocale(),
    memory: `${gigabytes(freemem())} / ${gigabytes(totalmem())}`,
    packaged: String(app.isPackaged),
  };
}
