import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openDatabase, type Sqlite } from './open';

/**
 * Before a migration: a whole copy beside the file, opened and checked, else the migration does not begin.
 * VACUUM INTO writes an encrypted copy under the same key and never copies a live file byte by byte.
 */
export function backupBeforeMigration(
  sqlite: Sqlite,
  path: string,
  dataKey: Buffer,
  version: number,
  now: Date,
): string {
  const folder = join(dirname(path), 'before-update');
  mkdirSync(folder, { recursive: true });
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const target = join(folder, `${basename(path, '.db')}-v${version}-${stamp}.db`);
  sqlite.prepare('vacuum into ?').run(target);
  const copy = openDatabase(target, dataKey, { readonly: true });
  try {
    const verdict = copy.pragma('quick_check', { simple: true });
    if (verdict !== 'ok') throw new Error('the backup before migration is damaged');
    if (copy.pragma('user_version', { simple: true }) !== version)
      throw new Error('the backup has another version');
  } finally {
    copy.close();
  }
  return target;
}
