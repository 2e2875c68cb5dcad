import { tablesOf } from './fingerprint';
import { isDamage } from './integrity';
import type { Sqlite } from './open';
import { detachOrphans } from './salvage-orphans';

export type TableSalvage = {
  readonly table: string;
  readonly saved: number;
  /** At most so many; null: nobody can say how many there were. */
  readonly lost: number | null;
  /** Rows whose parent is lost: the reference was emptied, or the row could not stand without it. */
  readonly orphaned: number;
};

type Row = unknown[];

/** Where the end of a table is looked for first, when it cannot be read. */
const FIRST_PROBE = 1024;

/**
 * Copies every row that can still be read from a damaged file into a new one of the same schema version. The damaged file
 * is only read. Around a page that does not open, rows are looked for one by one.
 */
export function salvage(
  damaged: Sqlite,
  target: Sqlite,
  progress: (table: string, done: number, total: number) => void,
): TableSalvage[] {
  const tables = tablesOf(target);
  const triggers = target.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  target.pragma('foreign_keys = OFF');
  const work = target.transaction(() => {
    // They guard what people do; here rows arrive out of order and with gaps.
    for (const { name } of triggers) target.exec(`drop trigger "${name}"`);
    const counts = tables.map((table, index) => {
      progress(table, index, tables.length);
      return { table, ...copyTable(damaged, target, table) };
    });
    const orphaned = detachOrphans(target, tables);
    for (const { sql } of triggers) target.exec(sql);
    return counts.map((count) => ({ ...count, orphaned: orphaned.get(count.table) ?? 0 }));
  });
  try {
    return work();
  } finally {
    target.pragma('foreign_keys = ON');
  }
}

function copyTable(damaged: Sqlite, target: Sqlite, table: string): { saved: number; lost: number | null } {
  const columns = target.prepare(`select name from pragma_table_info(?)`).pluck().all(table) as string[];
  const list = columns.map((name) => `"${name}"`).join(', ');
  const insert = target.prepare(
    `insert or ignore into "${table}" (${list}) values (${columns.map(() => '?').join(', ')})`,
  );
  // What a migration put there by itself comes from the damaged file as well.
  target.exec(`delete from "${table}"`);
  let saved = 0;
  const keep = (row: Row) => {
    saved += insert.run(...row).changes;
  };
  let unread: number | null = null;
  if (hasRowid(damaged, table)) unread = readByRowid(damaged, table, list, keep);
  else readFromBothEnds(damaged, table, list, keep);
  const expected = countByIndex(damaged, table);
  return { saved, lost: expected === null ? unread : Math.max(0, expected - saved) };
}

/** Runs until the end or a damaged page. @returns whether the end was reached */
function readable(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

function hasRowid(sqlite: Sqlite, table: string): boolean {
  try {
    sqlite.prepare(`select rowid from "${table}" limit 0`);
    return true;
  } catch (error) {
    if (error instanceof Error && /no such column/.test(error.message)) return false;
    throw error;
  }
}

/**
 * Around a page that does not open the range is halved until only rows on that page are left out.
 * @returns how many row numbers could not be read; null when the end of the table could not be found
 */
function readByRowid(sqlite: Sqlite, table: string, list: string, keep: (row: Row) => void): number | null {
  let unread = 0;
  const rows = sqlite
    .prepare(`select rowid, ${list} from "${table}" where rowid between ? and ? order by rowid`)
    .raw();
  const readRange = (from: number, to: number): void => {
    let next = from;
    const isWhole = readable(() => {
      for (const [rowid, ...row] of rows.iterate(from, to) as Iterable<[number, ...Row]>) {
        keep(row);
        next = rowid + 1;
      }
    });
    if (isWhole || next > to) return;
    if (from === to) {
      unread += 1;
      return;
    }
    if (next > from) {
      readRange(next, to);
      return;
    }
    const middle = Math.floor((from + to) / 2);
    readRange(from, middle);
    readRange(middle + 1, to);
  };
  const last = lastRowid(sqlite, table);
  readRange(1, last ?? furthestRowid(sqlite, table));
  return last === null ? null : unread;
}

/** null: the end of the table is on a damaged page. */
function lastRowid(sqlite: Sqlite, table: string): number | null {
  let last: number | null = null;
  readable(() => {
    last = (sqlite.prepare(`select max(rowid) from "${table}"`).pluck().get() as number | null) ?? 0;
  });
  return last;
}

/** A number no row lies behind: doubled until twice in a row nothing can be read there. */
function furthestRowid(sqlite: Sqlite, table: string): number {
  const probe = sqlite.prepare(`select 1 from "${table}" where rowid >= ? limit 1`);
  let misses = 0;
  let upper = FIRST_PROBE;
  for (; misses < 2; upper *= 2) {
    const found = readable(() => probe.get(upper));
    misses = found ? 0 : misses + 1;
  }
  return upper / 2;
}

/** A table without row numbers: from its beginning and from its end, up to the damage. */
function readFromBothEnds(sqlite: Sqlite, table: string, list: string, keep: (row: Row) => void): void {
  const key = (
    sqlite
      .prepare('select name from pragma_table_info(?) where pk > 0 order by pk')
      .pluck()
      .all(table) as string[]
  ).map((name) => `"${name}"`);
  const read = (direction: 'asc' | 'desc') => {
    const order = key.map((name) => `${name} ${direction}`).join(', ');
    return readable(() => {
      for (const row of sqlite.prepare(`select ${list} from "${table}" order by ${order}`).raw().iterate()) {
        keep(row as Row);
      }
    });
  };
  if (!read('asc')) read('desc');
}

/** How many rows there were: an index that lies on sound pages has an entry for each. */
function countByIndex(sqlite: Sqlite, table: string): number | null {
  const indexes = sqlite
    .prepare('select name from pragma_index_list(?) where partial = 0')
    .pluck()
    .all(table) as string[];
  for (const index of ['', ...indexes.map((name) => ` indexed by "${name}"`)]) {
    let count: number | null = null;
    readable(() => {
      count = sqlite.prepare(`select count(*) from "${table}"${index}`).pluck().get() as number;
    });
    if (count !== null) return count;
  }
  return null;
}
