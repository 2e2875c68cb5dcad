import type { CivilDate } from '@shared/domain/kernel/civil-date';
import { sql } from 'kysely';
import type { ReadDb, WriteDb } from '../../db/kysely';
import type { DeadlineTable } from '../../db/schema';

export type NewDeadline = Omit<DeadlineTable, 'id' | 'pauses' | 'metOn' | 'status'>;

export async function insertDeadline(tx: WriteDb, deadline: NewDeadline): Promise<number> {
  const row = await tx
    .insertInto('deadline')
    .values({ ...deadline, status: 'running', pauses: '[]', metOn: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function listDeadlines(db: ReadDb, caseId: number) {
  return db.selectFrom('deadline').selectAll().where('caseId', '=', caseId).orderBy('id').execute();
}

const live = ['running', 'paused'] as const;

/** Running and paused deadlines of a kind, of one document when given. */
export async function settleDeadlines(
  tx: WriteDb,
  match: { caseId: number; kind: string; documentId?: number | undefined },
  outcome: { status: 'met' | 'missed' | 'cancelled'; metOn: CivilDate | null },
) {
  let update = tx
    .updateTable('deadline')
    .set(outcome)
    .where('caseId', '=', match.caseId)
    .where('kind', '=', match.kind)
    .where('status', 'in', live);
  if (match.documentId !== undefined) update = update.where('documentId', '=', match.documentId);
  await update.execute();
}

export async function cancelAllDeadlines(tx: WriteDb, caseId: number) {
  await tx
    .updateTable('deadline')
    .set({ status: 'cancelled' })
    .where('caseId', '=', caseId)
    .where('status', 'in', live)
    .execute();
}

export async function pauseDeadlines(tx: WriteDb, caseId: number, on: CivilDate) {
  await tx
    .updateTable('deadline')
    .set({
      status: 'paused',
      pauses: sql<string>`json_insert(pauses, '$[#]', json_object('from', ${on}, 'to', null))`,
    })
    .where('caseId', '=', caseId)
    .where('status', '=', 'running')
    .execute();
}

export async function updateDeadline(tx: WriteDb, id: number, values: Partial<Omit<DeadlineTable, 'id'>>) {
  await tx.updateTable('deadline').set(values).where('id', '=', id).execute();
}

/** The case's next open deadline stands on the spine, so that lists sort by it without a join. */
export async function refreshNextDue(tx: WriteDb, caseId: number) {
  const next = await tx
    .selectFrom('deadline')
    .select(['dueOn', 'label'])
    .where('caseId', '=', caseId)
    .where('status', '=', 'running')
    .orderBy('dueOn')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  await tx
    .updateTable('caseFile')
    .set({ nextDueOn: next?.dueOn ?? null, nextDueLabel: next?.label ?? '' })
    .where('id', '=', caseId)
    .execute();
}

/** Running deadlines due up to a day, soonest first, with the case they belong to. */
export async function listDue(db: ReadDb, from: CivilDate | null, to: CivilDate, limit: number) {
  let rows = db
    .selectFrom('deadline')
    .innerJoin('caseFile', 'caseFile.id', 'deadline.caseId')
    .leftJoin('employer', 'employer.id', 'caseFile.employerId')
    .select((eb) => [
      'deadline.id',
      'deadline.caseId',
      'deadline.documentId',
      'deadline.label',
      'deadline.dueOn',
      'deadline.kind',
      'caseFile.title',
      'caseFile.caseNo',
      'caseFile.clueNo',
      eb.fn.coalesce('employer.name', sql<string>`''`).as('employerName'),
    ])
    .where('deadline.status', '=', 'running')
    .where('deadline.dueOn', '<=', to)
    .where('caseFile.deletedAt', 'is', null);
  if (from !== null) rows = rows.where('deadline.dueOn', '>=', from);
  return rows.orderBy('deadline.dueOn').orderBy('deadline.id').limit(limit).execute();
}

export async function listDeadlinesOfEmployer(db: ReadDb, employerId: number, today: CivilDate) {
  const rows = await db
    .selectFrom('deadline')
    .innerJoin('caseFile', 'caseFile.id', 'deadline.caseId')
    .select(['deadline.label', 'deadline.dueOn', 'deadline.caseId'])
    .where('caseFile.employerId', '=', employerId)
    .where('caseFile.deletedAt', 'is', null)
    .where('deadline.status', '=', 'running')
    .orderBy('deadline.dueOn')
    .limit(50)
    .execute();
  return rows.map((row) => ({ ...row, isOverdue: row.dueOn < today }));
}
