import type { Insertable } from 'kysely';
import type { ReadDb, WriteDb } from '../../db/kysely';
import { indexRecord } from '../../platform/search/search.repository';
import type { SupervisorTable } from './supervision.table';

export async function listSupervisors(db: ReadDb) {
  return db
    .selectFrom('supervisor')
    .selectAll()
    .orderBy('isActive', 'desc')
    .orderBy('validTo', 'desc')
    .orderBy('id')
    .execute();
}

export async function saveSupervisor(
  tx: WriteDb,
  id: number | null,
  supervisor: Omit<Insertable<SupervisorTable>, 'id'>,
): Promise<number> {
  let saved = id;
  if (saved === null) {
    const row = await tx
      .insertInto('supervisor')
      .values(supervisor)
      .returning('id')
      .executeTakeFirstOrThrow();
    saved = row.id;
  } else await tx.updateTable('supervisor').set(supervisor).where('id', '=', saved).execute();
  await indexRecord(tx, 'supervisor', saved, {
    people: [supervisor.name],
    codes: [supervisor.certificateNo],
    words: [supervisor.unit ?? ''],
  });
  return saved;
}

/** Kept in the table: cases and papers name the supervisor. */
export async function retireSupervisor(tx: WriteDb, id: number) {
  await tx.updateTable('supervisor').set({ isActive: 0 }).where('id', '=', id).execute();
}

export async function findSupervisorByCertificate(db: ReadDb, certificateNo: string) {
  return db
    .selectFrom('supervisor')
    .select(['id', 'name'])
    .where('certificateNo', '=', certificateNo)
    .executeTakeFirst();
}
