import type { Delegation } from '@shared/domain/kernel/account-rules';
import { addDays, type CivilDate, midnightOf } from '@shared/domain/kernel/civil-date';
import { isRole } from '@shared/domain/kernel/permissions';
import type { ReadDb, WriteDb } from '../../db/kysely';

export type StoredDelegation = Delegation & { readonly id: number; readonly reason: string };

/** The newest first. One whose last day is over by the log stays over when the clock of the machine is set back. */
export async function listDelegations(db: ReadDb, today: CivilDate): Promise<readonly StoredDelegation[]> {
  const rows = await db.selectFrom('delegation').selectAll().orderBy('id', 'desc').limit(500).execute();
  const delegations: StoredDelegation[] = [];
  for (const { role, endedAt, ...row } of rows) {
    if (!isRole(role)) continue;
    const isEnded = endedAt !== null || (today <= row.toOn && (await hasPassed(db, row)));
    delegations.push({ ...row, role, isEnded });
  }
  return delegations;
}

/** A row of the log from after its last day. What stands before it was entered under a clock that ran ahead, and does not count. */
async function hasPassed(
  db: ReadDb,
  { id, toOn }: { readonly id: number; readonly toOn: CivilDate },
): Promise<boolean> {
  const row = await db
    .selectFrom('auditLog')
    .select('seq')
    .where('at', '>=', midnightOf(addDays(toOn, 1)))
    .where('seq', '>', (eb) =>
      eb
        .selectFrom('auditLog as entered')
        .select((entered) => entered.fn.coalesce(entered.fn.min('entered.seq'), entered.lit(0)).as('seq'))
        .where('entered.entity', '=', 'delegation')
        .where('entered.entityId', '=', id),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
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
