import type { Delegation } from '@shared/domain/kernel/account-rules';
import { isRole } from '@shared/domain/kernel/permissions';
import type { ReadDb, WriteDb } from '../../db/kysely';

export type StoredDelegation = Delegation & { readonly id: number; readonly reason: string };

/** The newest first. */
export async function listDelegations(db: ReadDb): Promise<readonly StoredDelegation[]> {
  const rows = await db.selectFrom('delegation').selectAll().orderBy('id', 'desc').limit(500).execute();
  return rows.flatMap(({ role, endedAt, ...row }) =>
    isRole(role) ? [{ ...row, role, isEnded: endedAt !== null }] : [],
  );
}

export async function insertDelegation(
  tx: WriteDb,
  delegation: Omit<Delegation, 'isEnded'> & { reason: string; createdBy: number; createdAt: string },
): Promise<number> {
  const row = await tx
    .insertInto('delegation')
    .values({ ...delegation, endedAt: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function endDelegation(tx: WriteDb, id: number, at: string): Promise<void> {
  await tx.updateTable('delegation').set({ endedAt: at }).where('id', '=', id).execute();
}
