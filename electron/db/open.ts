import BetterSqlite from 'better-sqlite3';

export type Sqlite = BetterSqlite.Database;

/**
 * AEGIS was chosen by measuring (docs/0004-cipher.md): the fastest scan of all, and of 60 damaged files 60 found.
 * The key is a random 256-bit data key, so no derivation is spent on opening: derivation protects the key slots.
 */
const CIPHER = 'aegis';

/** What every connection is held to; asserted after opening, see quality promises. */
export const PRAGMAS = {
  journal_mode: 'wal',
  // better-sqlite3 reopens WAL files with NORMAL: a confirmed save could vanish with the power.
  synchronous: 2,
  foreign_keys: 1,
  // Without it INSERT OR REPLACE walks round the append-only triggers.
  recursive_triggers: 1,
  trusted_schema: 0,
  secure_delete: 1,
} as const;

/** Opens the encrypted file, or throws SQLITE_NOTADB when the key does not fit. @param dataKey 32 bytes */
export function openDatabase(path: string, dataKey: Buffer, options: { readonly?: boolean } = {}): Sqlite {
  if (dataKey.length !== 32) throw new Error('data key must have 32 bytes');
  const sqlite = new BetterSqlite(path, { readonly: options.readonly ?? false, timeout: 5000 });
  try {
    sqlite.pragma(`cipher='${CIPHER}'`);
    giveKey(sqlite, dataKey, 'key');
    // The first read proves the key.
    sqlite.prepare('select count(*) from sqlite_master').get();
    for (const [name, value] of Object.entries(PRAGMAS)) {
      if (options.readonly && name === 'journal_mode') continue;
      sqlite.pragma(`${name} = ${value}`);
    }
    sqlite.pragma('temp_store = memory');
    sqlite.pragma('cache_size = -32000');
    assertPragmas(sqlite);
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

const RAW = Buffer.from('raw:');

type Give = (key: Buffer) => number;
/** What the build with ciphers has besides the one its types describe. */
type WithKeys = Sqlite & { readonly key: Give; readonly rekey: Give };
const takesKeys = (sqlite: Sqlite): sqlite is WithKeys => 'key' in sqlite && 'rekey' in sqlite;

/**
 * Gives SQLite the key as bytes that are zeroed at once. As text in a PRAGMA it would stay in memory, in strings of the
 * engine and in what SQLite has freed, after the lock (tests/security/memory.test.ts).
 */
export function giveKey(sqlite: Sqlite, dataKey: Buffer, how: 'key' | 'rekey'): void {
  // A short Buffer lives in the engine's own heap and leaves a copy there when it is handed to native code.
  const key = Buffer.from(new ArrayBuffer(RAW.length + dataKey.length));
  try {
    RAW.copy(key);
    dataKey.copy(key, RAW.length);
    if (!takesKeys(sqlite) || sqlite[how](key) !== 0) throw new Error('SQLite took no key');
  } finally {
    key.fill(0);
  }
}

/** Throws when a connection is not what the promises need. */
export function assertPragmas(sqlite: Sqlite): void {
  for (const [name, wanted] of Object.entries(PRAGMAS)) {
    // A copy made by VACUUM INTO has no log, and a reader may not give it one.
    if (sqlite.readonly && name === 'journal_mode') continue;
    const actual = sqlite.pragma(name, { simple: true });
    if (actual !== wanted) throw new Error(`PRAGMA ${name} is ${String(actual)}, wanted ${String(wanted)}`);
  }
}

/** A wrong key and a file that is no database look the same to SQLite. */
export function isNotADatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB';
}
