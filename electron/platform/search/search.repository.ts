import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadDb, WriteDb } from '../../db/kysely';
import { type DigitReach, matchOf, type Searchable, tokensOf } from './tokens';

export const SEARCH_ENTITIES = ['employer', 'person', 'case', 'document', 'supervisor'] as const;
export type SearchEntity = (typeof SEARCH_ENTITIES)[number];

const table = (entity: SearchEntity) => sql.table(`search_${entity}`);

/** Puts a record into the index or replaces it there. */
export async function indexRecord(
  tx: WriteDb,
  entity: SearchEntity,
  id: number,
  record: Searchable,
): Promise<void> {
  await sql`insert or replace into ${table(entity)} (rowid, tokens) values (${id}, ${tokensOf(record)})`.execute(
    tx,
  );
}

export async function dropRecord(tx: WriteDb, entity: SearchEntity, id: number): Promise<void> {
  await sql`delete from ${table(entity)} where rowid = ${id}`.execute(tx);
}

/** Ids that match what was typed, newest first. @param limit at most this many */
export async function findIds(
  db: ReadDb,
  entity: SearchEntity,
  typed: string,
  limit: number,
  reach?: DigitReach,
): Promise<number[]> {
  const match = matchOf(typed, reach);
  if (match === null) return [];
  const { rows } = await sql<{ rowid: number }>`
    select rowid from ${table(entity)} where ${table(entity)} match ${match} order by rowid desc limit ${limit}
  `.execute(db);
  return rows.map((row) => row.rowid);
}

/** Beyond this a list shows the newest hits only: whoever types 公 into a million names wants to type on. */
export const MOST_HITS = 10_001;

/** For lists that filter by text: the rows whose `id` column is among the newest hits. */
export function isFoundBy(
  entity: SearchEntity,
  id: string,
  typed: string,
  reach?: DigitReach,
): RawBuilder<SqlBool> {
  const match = matchOf(typed, reach);
  if (match === null) return sql<SqlBool>`0`;
  const found = table(entity);
  return sql<SqlBool>`${sql.ref(id)} in (select rowid from ${found} where ${found} match ${match} order by rowid desc limit ${sql.lit(MOST_HITS)})`;
}
