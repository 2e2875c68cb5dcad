import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The project folder, whatever folder a script was started from. */
export const root = resolve(import.meta.dirname, '../..');

export const nodeModules = join(root, 'node_modules');

/** A folder for what is expensive to make and safe to delete; inside node_modules where home is not writable. */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  for (const folder of [join(base, 'union-casework'), join(nodeModules, '.cache/union-casework')]) {
    try {
      mkdirSync(folder, { recursive: true });
      return folder;
    } catch {
      // Not writable: the next candidate is tried, and the last failure is reported below.
    }
  }
  throw new Error(`No writable cache folder: neither ${base} nor ${nodeModules}`);
}
