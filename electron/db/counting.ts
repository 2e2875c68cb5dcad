import type { SelectQueryBuilder } from 'kysely';
import type { ReadDb } from './kysely';
import type { Database } from './schema';

/** Beyond this a total is shown as 10000+: counting a million rows would cost more than the page itself. */
const COUNT_CAP = 10_000;

/** The query that counts `rows`, up to one more than the cap. */
export function countOf<T extends keyof Database, O>(db: ReadDb, rows: SelectQueryBuilder<Database, T, O>) {
  const capped = rows.limit(COUNT_CAP + 1).as('capped');
  return db.selectFrom(capped).select((eb) => eb.fn.countAll<number>().as('total'));
}

export async function totalOf<T extends keyof Database, O>(
  db: ReadDb,
  rows: SelectQueryBuilder<Database, T, O>,
): Promise<number> {
  return (await countOf(db, rows).executeTakeFirstOrThrow()).total;
}

/** A counted total as the list pages show it. */
export const shownTotal = (total: number) => ({
  total: Math.min(total, COUNT_CAP),
  isTotalCapped: total > COUNT_CAP,
});
