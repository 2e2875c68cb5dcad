import type { Sqlite } from './open';

type Link = { id: number; table: string; from: string; to: string | null };

/**
 * After a loss some rows refer to what is no longer there. Where the reference may be empty it is emptied, else the row
 * cannot stand. Repeated until nothing refers to nothing.
 * @returns how many rows of each table this concerned
 */
export function detachOrphans(sqlite: Sqlite, tables: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const table of tables) {
      for (const links of foreignKeysOf(sqlite, table)) {
        const count = detach(sqlite, table, links);
        if (count === 0) continue;
        counts.set(table, (counts.get(table) ?? 0) + count);
        changed = true;
      }
    }
  }
  return counts;
}

/** The columns of each foreign key together. */
function foreignKeysOf(sqlite: Sqlite, table: string): Link[][] {
  const rows = sqlite
    .prepare('select id, "table", "from", "to" from pragma_foreign_key_list(?)')
    .all(table) as Link[];
  return [...Map.groupBy(rows, ({ id }) => id).values()];
}

function detach(sqlite: Sqlite, table: string, links: readonly Link[]): number {
  const parent = links[0]?.table ?? '';
  const isSet = links.map(({ from }) => `"${table}"."${from}" is not null`).join(' and ');
  const fits = links
    .map(({ from, to }) => `parent."${to ?? primaryKeyOf(sqlite, parent)}" = "${table}"."${from}"`)
    .join(' and ');
  const orphans = `where ${isSet} and not exists (select 1 from "${parent}" parent where ${fits})`;
  const emptied = links.map(({ from }) => `"${from}" = null`).join(', ');
  if (mayBeEmpty(sqlite, table, links)) {
    // A check of the table may still forbid it: then the row goes with what it belonged to.
    const { changes } = sqlite.prepare(`update or ignore "${table}" set ${emptied} ${orphans}`).run();
    if (changes > 0) return changes;
  }
  return sqlite.prepare(`delete from "${table}" ${orphans}`).run().changes;
}

const primaryKeyOf = (sqlite: Sqlite, table: string): string =>
  String(sqlite.prepare('select name from pragma_table_info(?) where pk = 1').pluck().get(table));

function mayBeEmpty(sqlite: Sqlite, table: string, links: readonly Link[]): boolean {
  const required = sqlite
    .prepare('select name from pragma_table_info(?) where "notnull" = 1 or pk > 0')
    .pluck()
    .all(table) as string[];
  return links.every(({ from }) => !required.includes(from));
}
