import { giveKey, openDatabase } from './open';

/** Copies the file as it stands (its log included) and puts the copy under another key; the original is only read. */
export function copyUnderKey(source: string, oldKey: Buffer, target: string, newKey: Buffer): void {
  const original = openDatabase(source, oldKey, { readonly: true });
  try {
    original.prepare('vacuum into ?').run(target);
  } finally {
    original.close();
  }
  const copy = openDatabase(target, oldKey);
  try {
    // Changing the key rewrites every page, which the library does with a rollback journal only.
    copy.pragma('journal_mode = delete');
    giveKey(copy, newKey, 'rekey');
  } finally {
    copy.close();
  }
}

/** Throws unless every page opens under the key and the file is sound. */
export function judgeFile(path: string, key: Buffer): void {
  const sqlite = openDatabase(path, key, { readonly: true });
  try {
    const verdict = sqlite.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') throw new Error(`integrity_check: ${String(verdict)}`);
    const broken = sqlite.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`foreign_key_check found ${broken.length} rows`);
  } finally {
    sqlite.close();
  }
}

/** Rows of each table, and the version, for comparing two files. */
export function countRows(path: string, key: Buffer): Readonly<Record<string, number>> {
  const sqlite = openDatabase(path, key, { readonly: true });
  try {
    const tables = sqlite
      .prepare("select name from sqlite_master where type = 'table' order by name")
      .pluck()
      .all() as string[];
    const counts = tables.map((name) => {
      const count = sqlite
        .prepare(`select count(*) from "${name.replaceAll('"', '""')}"`)
        .pluck()
        .get();
      return [name, Number(count)] as const;
    });
    const version = Number(sqlite.pragma('user_version', { simple: true }));
    return { ...Object.fromEntries(counts), 'user_version()': version };
  } finally {
    sqlite.close();
  }
}
