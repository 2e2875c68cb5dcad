import type { ReadDb } from '../../db/kysely';
import type { DraftDb } from '../../db/unit-of-work';

export async function findDraft(db: ReadDb, accountId: number, key: string) {
  return db
    .selectFrom('draft')
    .select(['payload', 'savedAt'])
    .where('accountId', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirst();
}

export async function listDrafts(db: ReadDb, accountId: number, prefix: string) {
  return db
    .selectFrom('draft')
    .select(['key', 'savedAt'])
    .where('accountId', '=', accountId)
    .where('key', '>=', prefix)
    .where('key', '<', `${prefix}￿`)
    .orderBy('savedAt', 'desc')
    .limit(100)
    .execute();
}

export async function upsertDraft(
  drafts: DraftDb,
  accountId: number,
  key: string,
  payload: string,
  savedAt: string,
) {
  await drafts
    .insertInto('draft')
    .values({ accountId, key, payload, savedAt })
    .onConflict((conflict) => conflict.columns(['accountId', 'key']).doUpdateSet({ payload, savedAt }))
    .execute();
}

export async function deleteDraft(drafts: DraftDb, accountId: number, key: string) {
  await drafts.deleteFrom('draft').where('accountId', '=', accountId).where('key', '=', key).execute();
}
