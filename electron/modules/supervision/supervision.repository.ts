import type { FieldValues } from '@shared/domain/kernel/field';
import type { ComplainantData } from '@shared/domain/supervision/case-data';
import { type Insertable, sql, type Updateable } from 'kysely';
import type { ReadDb, WriteDb } from '../../db/kysely';
import type { CaseFileTable } from '../../db/schema';
import { nextEventPlace } from '../../platform/cases/cases.repository';
import type {
  SupervisionCaseTable,
  SupervisionResultTable,
  SupervisionViolationTable,
} from './supervision.table';

export async function findCaseRow(db: ReadDb, id: number) {
  const row = await db
    .selectFrom('caseFile')
    .innerJoin('supervisionCase', 'supervisionCase.caseId', 'caseFile.id')
    .innerJoin('account', 'account.id', 'caseFile.handlerId')
    .selectAll('caseFile')
    .select([
      'supervisionCase.source',
      'supervisionCase.receivedOn',
      'supervisionCase.stateBeforePause',
      'supervisionCase.basics',
      'account.displayName as handlerName',
    ])
    .where('caseFile.id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, basics: JSON.parse(row.basics) as FieldValues } : null;
}

export async function insertCase(
  tx: WriteDb,
  spine: Insertable<CaseFileTable>,
  own: Omit<Insertable<SupervisionCaseTable>, 'caseId'>,
): Promise<number> {
  const { id } = await tx.insertInto('caseFile').values(spine).returning('id').executeTakeFirstOrThrow();
  await tx
    .insertInto('supervisionCase')
    .values({ ...own, caseId: id })
    .execute();
  return id;
}

/** @returns false when somebody saved in between */
export async function updateSpine(
  tx: WriteDb,
  id: number,
  revision: number,
  values: Updateable<CaseFileTable>,
): Promise<boolean> {
  const updated = await tx
    .updateTable('caseFile')
    .set({ ...values, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

/** Further columns inside a command that has already claimed the revision. */
export async function patchSpine(tx: WriteDb, id: number, values: Updateable<CaseFileTable>) {
  await tx.updateTable('caseFile').set(values).where('id', '=', id).execute();
}

export async function patchOwn(tx: WriteDb, caseId: number, values: Updateable<SupervisionCaseTable>) {
  await tx.updateTable('supervisionCase').set(values).where('caseId', '=', caseId).execute();
}

export async function listViolations(db: ReadDb, caseId: number) {
  return db
    .selectFrom('supervisionViolation')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('id')
    .execute();
}

export async function saveViolation(
  tx: WriteDb,
  id: number | null,
  item: Omit<Insertable<SupervisionViolationTable>, 'id'>,
): Promise<number> {
  if (id === null) {
    const row = await tx
      .insertInto('supervisionViolation')
      .values(item)
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  }
  await tx
    .updateTable('supervisionViolation')
    .set(item)
    .where('id', '=', id)
    .where('caseId', '=', item.caseId)
    .execute();
  return id;
}

export async function patchViolation(
  tx: WriteDb,
  caseId: number,
  id: number,
  values: Updateable<SupervisionViolationTable>,
) {
  await tx
    .updateTable('supervisionViolation')
    .set(values)
    .where('id', '=', id)
    .where('caseId', '=', caseId)
    .execute();
}

export async function deleteViolation(tx: WriteDb, caseId: number, id: number) {
  await tx.deleteFrom('supervisionViolation').where('id', '=', id).where('caseId', '=', caseId).execute();
}

export async function listInvestigators(db: ReadDb, caseId: number) {
  return db
    .selectFrom('supervisionInvestigator')
    .innerJoin('supervisor', 'supervisor.id', 'supervisionInvestigator.supervisorId')
    .selectAll()
    .where('supervisionInvestigator.caseId', '=', caseId)
    .orderBy('supervisionInvestigator.assignedOn')
    .orderBy('supervisor.id')
    .execute();
}

export async function assignInvestigator(
  tx: WriteDb,
  caseId: number,
  supervisorId: number,
  assignedOn: string,
) {
  await tx
    .insertInto('supervisionInvestigator')
    .values({ caseId, supervisorId, assignedOn, recusedOn: null, recusalReason: '' })
    .onConflict((conflict) => conflict.columns(['caseId', 'supervisorId']).doNothing())
    .execute();
}

export async function recuseInvestigator(
  tx: WriteDb,
  caseId: number,
  supervisorId: number,
  recusedOn: string,
  recusalReason: string,
) {
  await tx
    .updateTable('supervisionInvestigator')
    .set({ recusedOn, recusalReason })
    .where('caseId', '=', caseId)
    .where('supervisorId', '=', supervisorId)
    .execute();
}

export async function listEvents(db: ReadDb, caseId: number) {
  const rows = await db
    .selectFrom('supervisionEvent')
    .innerJoin('account', 'account.id', 'supervisionEvent.accountId')
    .selectAll('supervisionEvent')
    .select('account.displayName as accountName')
    .where('caseId', '=', caseId)
    .orderBy('supervisionEvent.place')
    .execute();
  return rows.map(({ fieldValues, ...row }) => ({ ...row, values: JSON.parse(fieldValues) as FieldValues }));
}

export async function insertEvent(
  tx: WriteDb,
  event: {
    caseId: number;
    action: string;
    fromState: string;
    toState: string;
    occurredOn: string;
    values: FieldValues;
    accountId: number;
    createdAt: string;
  },
) {
  const { values, ...row } = event;
  const place = await nextEventPlace(tx, row.caseId);
  await tx
    .insertInto('supervisionEvent')
    .values({ ...row, place, fieldValues: JSON.stringify(values) })
    .execute();
}

export async function listResults(db: ReadDb, caseId: number) {
  return db.selectFrom('supervisionResult').selectAll().where('caseId', '=', caseId).orderBy('id').execute();
}

export async function saveResult(
  tx: WriteDb,
  id: number | null,
  result: Omit<Insertable<SupervisionResultTable>, 'id'>,
): Promise<number> {
  if (id === null) {
    const row = await tx
      .insertInto('supervisionResult')
      .values(result)
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  }
  await tx
    .updateTable('supervisionResult')
    .set(result)
    .where('id', '=', id)
    .where('caseId', '=', result.caseId)
    .execute();
  return id;
}

export async function deleteResult(tx: WriteDb, caseId: number, id: number) {
  await tx.deleteFrom('supervisionResult').where('id', '=', id).where('caseId', '=', caseId).execute();
}

/** The restricted block; null when the case has none. */
export async function findComplainant(db: ReadDb, caseId: number): Promise<ComplainantData | null> {
  const row = await db
    .selectFrom('supervisionComplainant')
    .selectAll()
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  if (!row) return null;
  return { ...(JSON.parse(row.details) as ComplainantData), isAnonymous: row.isAnonymous === 1 };
}

/** Whether there is a block and whether it is anonymous, without reading it. */
export async function complainantStanding(
  db: ReadDb,
  caseId: number,
): Promise<{ exists: boolean; isAnonymous: boolean }> {
  const row = await db
    .selectFrom('supervisionComplainant')
    .select('isAnonymous')
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  return { exists: row !== undefined, isAnonymous: row?.isAnonymous === 1 };
}

export async function upsertComplainant(
  tx: WriteDb,
  caseId: number,
  complainant: ComplainantData,
  updatedAt: string,
) {
  const { isAnonymous, ...rest } = complainant;
  const values = { isAnonymous: isAnonymous ? 1 : 0, details: JSON.stringify(rest), updatedAt };
  await tx
    .insertInto('supervisionComplainant')
    .values({ caseId, ...values })
    .onConflict((conflict) => conflict.column('caseId').doUpdateSet(values))
    .execute();
}

/** Other cases of the same employer received since a day, for 串并案. */
export async function listSiblingCases(db: ReadDb, employerId: number, exceptId: number, since: string) {
  return db
    .selectFrom('caseFile')
    .innerJoin('supervisionCase', 'supervisionCase.caseId', 'caseFile.id')
    .select([
      'caseFile.id',
      'caseFile.caseNo',
      'caseFile.clueNo',
      'caseFile.title',
      'caseFile.state',
      'supervisionCase.receivedOn',
      'supervisionCase.basics',
      sql<string>`(select group_concat(distinct v.code) from supervision_violation v where v.case_id = case_file.id)`.as(
        'codes',
      ),
    ])
    .where('caseFile.employerId', '=', employerId)
    .where('caseFile.id', '<>', exceptId)
    .where('caseFile.deletedAt', 'is', null)
    .where('supervisionCase.receivedOn', '>=', since)
    .orderBy('supervisionCase.receivedOn', 'desc')
    .limit(20)
    .execute();
}
