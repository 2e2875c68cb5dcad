import type { AuditPlace, AuditRow } from '@shared/contract/audit';
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { ReadDb } from '../../db/kysely';
import type { Database } from '../../db/schema';

/** Instants instead of days; otherwise as the page asks. */
export type AuditQuery = {
  /** Inclusive and exclusive. */
  readonly fromAt: string | null;
  readonly untilAt: string | null;
  readonly accountId: number | null;
  readonly entity: string;
  readonly text: string;
  readonly isSensitiveOnly: boolean;
};

export type AuditWindow = {
  readonly rows: readonly AuditRow[];
  /** Last row looked at; null when there is nothing older. */
  readonly lastSeen: AuditPlace | null;
};

/** Rows looked at for one page: a word that hardly ever occurs is searched for in steps, not through the whole log at once. */
export const WINDOW = 20_000;

const COLUMNS = ['seq', 'at', 'accountName', 'channel', 'nature', 'entity', 'entityId', 'summary'] as const;

/**
 * The newest rows that fit, older than `before`. One index leads (restricted acts, else kind of object, else account, else time)
 * over at most WINDOW rows; what it does not cover is judged among those.
 */
export async function auditWindow(
  db: ReadDb,
  query: AuditQuery,
  before: AuditPlace | null,
  limit: number,
): Promise<AuditWindow> {
  const near = walk(db, query, before)
    .select([...COLUMNS, 'accountId'])
    .limit(WINDOW)
    .as('near');
  const like = `%${query.text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  let fitting = db.selectFrom(near).select(COLUMNS);
  if (query.accountId !== null) fitting = fitting.where('accountId', '=', query.accountId);
  if (query.entity !== '') fitting = fitting.where('entity', '=', query.entity);
  // SQLite's LIKE knows no escape character unless it is told.
  if (query.text !== '')
    fitting = fitting.where(
      sql<SqlBool>`(summary like ${like} escape '\\' or account_name like ${like} escape '\\')`,
    );
  const rows = await fitting
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  if (rows.length > limit) {
    const shown = rows.slice(0, limit);
    return { rows: shown, lastSeen: placeOf(shown.at(-1)) };
  }
  const edge = await walk(db, query, before)
    .select(['at', 'seq'])
    .offset(WINDOW - 1)
    .limit(1)
    .executeTakeFirst();
  return { rows, lastSeen: placeOf(edge) };
}

const placeOf = (row: AuditPlace | undefined): AuditPlace | null =>
  row ? { at: row.at, seq: row.seq } : null;

/** The log backwards in time along one index. */
function walk(db: ReadDb, query: AuditQuery, before: AuditPlace | null) {
  let rows = db.selectFrom('auditLog').orderBy('at', 'desc').orderBy('seq', 'desc');
  // Literal, since SQLite takes a partial index only for what it can read in the statement.
  if (query.isSensitiveOnly) rows = rows.where(sql<SqlBool>`nature in ('view', 'export', 'print')`);
  else if (query.entity !== '') rows = rows.where('entity', '=', query.entity);
  else if (query.accountId !== null) rows = rows.where('accountId', '=', query.accountId);
  if (query.fromAt !== null) rows = rows.where('at', '>=', query.fromAt);
  if (query.untilAt !== null) rows = rows.where('at', '<', query.untilAt);
  if (before !== null) {
    const { at, seq } = before;
    rows = rows.where((eb) => isBefore(eb, at, seq));
  }
  return rows;
}

const isBefore = (eb: ExpressionBuilder<Database, 'auditLog'>, at: string, seq: number) =>
  eb(eb.refTuple('at', 'seq'), '<', eb.tuple(at, seq));

/** Everybody who has or had an account. */
export const auditAccounts = (db: ReadDb) =>
  db.selectFrom('account').select(['id', 'displayName']).orderBy('id').execute();

/** Kinds of objects that occur: from each to the next along the index, not row by row. */
export async function auditEntities(db: ReadDb): Promise<string[]> {
  const { rows } = await sql<{ entity: string }>`
    with recursive kind (entity) as (
      select min(entity) from audit_log
      union all
      select (select min(entity) from audit_log where entity > kind.entity) from kind where kind.entity is not null
    )
    select entity from kind where entity is not null`.execute(db);
  return rows.map((row) => row.entity);
}
