import type { ReadDb, WriteDb } from '../../db/kysely';

/** The handler of a case; null when there is no such case. */
export async function findHandlerId(db: ReadDb, caseId: number): Promise<number | null> {
  const row = await db.selectFrom('caseFile').select('handlerId').where('id', '=', caseId).executeTakeFirst();
  return row?.handlerId ?? null;
}

export async function listGrantedIds(db: ReadDb, caseId: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('complainantGrant')
    .select('accountId')
    .where('caseId', '=', caseId)
    .where('revokedAt', 'is', null)
    .execute();
  return rows.map(({ accountId }) => accountId);
}

/** With those that were revoked, the newest first. */
export async function listGrants(db: ReadDb, caseId: number) {
  return db
    .selectFrom('complainantGrant as grant')
    .innerJoin('account as account', 'account.id', 'grant.accountId')
    .innerJoin('account as giver', 'giver.id', 'grant.grantedBy')
    .select([
      'grant.id',
      'grant.accountId',
      'account.displayName as accountName',
      'grant.reason',
      'giver.displayName as grantedBy',
      'grant.grantedAt',
      'grant.revokedAt',
    ])
    .where('grant.caseId', '=', caseId)
    .orderBy('grant.id', 'desc')
    .limit(100)
    .execute();
}

export async function findGrant(db: ReadDb, id: number) {
  return db
    .selectFrom('complainantGrant')
    .innerJoin('account', 'account.id', 'complainantGrant.accountId')
    .select(['complainantGrant.caseId', 'complainantGrant.revokedAt', 'account.displayName as accountName'])
    .where('complainantGrant.id', '=', id)
    .executeTakeFirst();
}

export async function insertGrant(
  tx: WriteDb,
  grant: { caseId: number; accountId: number; reason: string; grantedBy: number; grantedAt: string },
): Promise<number> {
  const row = await tx
    .insertInto('complainantGrant')
    .values({ ...grant, revokedAt: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function revokeGrant(tx: WriteDb, id: number, at: string): Promise<void> {
  await tx.updateTable('complainantGrant').set({ revokedAt: at }).where('id', '=', id).execute();
}
