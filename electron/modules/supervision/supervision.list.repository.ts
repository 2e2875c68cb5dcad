import { type RawBuilder, sql } from 'kysely';
import type { ReadDb } from '../../db/kysely';
import { MOST_HITS } from '../../platform/search/search.repository';

/** Cases with an item of this violation type: the newest ten thousand, as with words that are searched for. */
export const withViolation = (code: string): RawBuilder<unknown> =>
  sql`id in (select case_id from supervision_violation where code = ${code} order by case_id desc limit ${sql.lit(MOST_HITS)})`;

/** Papers that wait for somebody's review or signature. */
export async function listWaitingPapers(db: ReadDb, limit: number) {
  return db
    .selectFrom('document')
    .select(['id', 'caseId', 'title', 'addressee', 'status'])
    .where('status', 'in', ['D02', 'D03'])
    .where('deletedAt', 'is', null)
    .orderBy('updatedAt')
    .limit(limit)
    .execute();
}
