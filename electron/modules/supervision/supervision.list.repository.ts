import { type RawBuilder, sql } from 'kysely';
import { MOST_HITS } from '../../platform/search/search.repository';

/** Cases with an item of this violation type: the newest ten thousand, as with words that are searched for. */
export const withViolation = (code: string): RawBuilder<unknown> =>
  sql`id in (select case_id from supervision_violation where code = ${code} order by case_id desc limit ${sql.lit(MOST_HITS)})`;
