import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** One folder for the whole run, known to every worker: what the program left on the disk, for the last stage to search. */
export function keptFolder(): string {
  process.env.CASEWORK_KEPT ??= mkdtempSync(join(tmpdir(), 'casework-kept-'));
  return process.env.CASEWORK_KEPT;
}

/** The program's folder for temporary files. */
export function temporaryOfApp(): string {
  const folder = join(keptFolder(), 'temporary');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A copy of a data folder as the program left it; the test may remove the original. */
export function keep(userData: string): void {
  for (let i = 1; ; i += 1) {
    const target = join(keptFolder(), 'data', `${basename(userData)}-${i}`);
    if (existsSync(target)) continue;
    // Sockets and locks of a program that is gone are no content.
    cpSync(userData, target, { recursive: true, filter: (path) => !/Singleton\w+$/.test(path) });
    return;
  }
}
