import { GENESIS } from '../platform/audit/audit-chain';
import { programVersion } from './migrator';
import type { Sqlite } from './open';

/** What two copies of one file have in common: compared after copying, recorded in the manifest, compared before restoring. */
export type Fingerprint = {
  readonly schemaVersion: number;
  readonly rowCounts: Readonly<Record<string, number>>;
  readonly auditHead: { readonly seq: number; readonly hash: string };
  /** Hash of the very first entry of the log: the same for all copies of one office, another for any other. */
  readonly officeMark: string;
};

const TABLES = `select name from sqlite_master where type = 'table' and sql is not null
  and name not like 'sqlite\\_%' escape '\\' and name not like 'search\\_%' escape '\\' order by name`;

/** Ordinary tables; the search index is made anew from them. */
export const tablesOf = (sqlite: Sqlite): string[] => sqlite.prepare(TABLES).pluck().all() as string[];

export const versionOf = (sqlite: Sqlite): number => Number(sqlite.pragma('user_version', { simple: true }));

export const isNewerThanProgram = (schemaVersion: number): boolean => schemaVersion > programVersion();

export function fingerprintOf(sqlite: Sqlite): Fingerprint {
  const read = sqlite.transaction(() => ({
    schemaVersion: versionOf(sqlite),
    rowCounts: Object.fromEntries(
      tablesOf(sqlite).map((table) => [
        table,
        sqlite.prepare(`select count(*) from "${table}"`).pluck().get() as number,
      ]),
    ),
    auditHead: (sqlite.prepare('select seq, hash from audit_log order by seq desc limit 1').get() as
      | Fingerprint['auditHead']
      | undefined) ?? { seq: 0, hash: GENESIS },
    officeMark:
      (sqlite.prepare('select hash from audit_log order by seq limit 1').pluck().get() as
        | string
        | undefined) ?? GENESIS,
  }));
  return read();
}

/** @returns names of what differs; empty when both are the same */
export function differences(a: Fingerprint, b: Fingerprint): string[] {
  const tables = [...new Set([...Object.keys(a.rowCounts), ...Object.keys(b.rowCounts)])];
  return [
    ...(a.schemaVersion === b.schemaVersion ? [] : ['schema version']),
    ...(a.auditHead.seq === b.auditHead.seq && a.auditHead.hash === b.auditHead.hash ? [] : ['audit head']),
    ...(a.officeMark === b.officeMark ? [] : ['office']),
    ...tables.filter((table) => a.rowCounts[table] !== b.rowCounts[table]),
  ];
}
