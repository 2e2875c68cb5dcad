import type { Sqlite } from '../../../../electron/db/open';

/** What somebody with the key and a tool could do: takes the guards away, works, and puts them back. */
export function withoutTriggers(sqlite: Sqlite, work: (sqlite: Sqlite) => void): void {
  const triggers = sqlite
    .prepare("select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'audit_log'")
    .all() as { name: string; sql: string }[];
  if (triggers.length < 3) throw new Error('the log has not all its triggers');
  for (const { name } of triggers) sqlite.exec(`drop trigger ${name}`);
  work(sqlite);
  for (const { sql } of triggers) sqlite.exec(sql);
}
