import type { CaseFilter } from '@shared/contract/cases';
import type { CivilDate } from '@shared/domain/kernel/civil-date';
import { type RawBuilder, sql } from 'kysely';
import { rowsOf } from '../../db/compiled';
import { countOf } from '../../db/counting';
import type { ReadDb, WriteDb } from '../../db/kysely';
import { untilDataChange } from '../../db/memo';
import { isFoundBy } from '../search/search.repository';

/** As in the index case_file_due: cases without a deadline come last. */
const DUE = sql<string>`coalesce(case_file.next_due_on, '9999-12-31')`;
const SORT = {
  opened: sql`case_file.opened_on`,
  due: DUE,
  updated: sql`case_file.updated_at`,
  caseNo: sql`case_file.case_no`,
  state: sql`case_file.state`,
} as const;

export type CaseQuery = CaseFilter & { readonly today: CivilDate; readonly accountId: number };

function matching(db: ReadDb, query: CaseQuery, conditions: readonly RawBuilder<unknown>[]) {
  let rows = db.selectFrom('caseFile').where('module', '=', query.module);
  rows =
    query.view === 'trash' ? rows.where('deletedAt', 'is not', null) : rows.where('deletedAt', 'is', null);
  if (query.view === 'open') rows = rows.where('stage', '=', 'open');
  if (query.view === 'closed') rows = rows.where('stage', '=', 'closed');
  if (query.view === 'archived') rows = rows.where('stage', '=', 'archived');
  if (query.view === 'mine') rows = rows.where('handlerId', '=', query.accountId).where('stage', '=', 'open');
  if (query.view === 'overdue') rows = rows.where(DUE, '<', query.today);
  if (query.states.length > 0) rows = rows.where('state', 'in', query.states);
  if (query.town !== '') rows = rows.where('town', '=', query.town);
  if (query.handlerId !== null) rows = rows.where('handlerId', '=', query.handlerId);
  if (query.employerId !== null) rows = rows.where('employerId', '=', query.employerId);
  if (query.openedFrom !== null) rows = rows.where('openedOn', '>=', query.openedFrom);
  if (query.openedTo !== null) rows = rows.where('openedOn', '<=', query.openedTo);
  if (query.text.trim() !== '') rows = rows.where(isFoundBy('case', 'id', query.text));
  for (const condition of conditions) rows = rows.where(condition as RawBuilder<boolean>);
  return rows;
}

const keyOf = (name: string, query: CaseQuery, page: object): string => JSON.stringify([name, query, page]);

/** The ids of the page come first, from one index; rows and names are read for these only. */
export function listCases(
  db: ReadDb,
  query: CaseQuery,
  conditions: readonly RawBuilder<unknown>[],
  page: { offset: number; limit: number },
) {
  return rowsOf(db, keyOf('cases.list', query, page), () => {
    const direction = query.isDescending ? sql`desc` : sql`asc`;
    const order = sql`${SORT[query.sort]} ${direction}, case_file.id ${direction}`;
    const ids = matching(db, query, conditions)
      .select('id')
      .orderBy(order)
      .limit(page.limit)
      .offset(page.offset);
    return db
      .selectFrom('caseFile')
      .leftJoin('employer', 'employer.id', 'caseFile.employerId')
      .innerJoin('account', 'account.id', 'caseFile.handlerId')
      .select((eb) => [
        'caseFile.id',
        'caseFile.revision',
        'caseFile.caseNo',
        'caseFile.clueNo',
        'caseFile.title',
        'caseFile.town',
        'caseFile.state',
        'caseFile.openedOn',
        'caseFile.nextDueOn',
        'caseFile.nextDueLabel',
        'caseFile.updatedAt',
        eb.fn.coalesce('employer.name', sql<string>`''`).as('employerName'),
        'account.displayName as handlerName',
      ])
      .where('caseFile.id', 'in', ids)
      .orderBy(order);
  });
}

/** Up to one more than is shown; remembered until the data change, since turning pages and sorting ask it again. */
export function countCases(
  db: ReadDb,
  query: CaseQuery,
  conditions: readonly RawBuilder<unknown>[],
): Promise<number> {
  const key = keyOf('cases.count', { ...query, sort: 'opened', isDescending: false }, {});
  return untilDataChange(db, key, async () => {
    const [row] = await rowsOf(db, key, () => countOf(db, matching(db, query, conditions).select('id')));
    return row?.total ?? 0;
  });
}

export async function findCase(db: ReadDb, id: number) {
  return db.selectFrom('caseFile').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The place of the next event of a case: what happened is told in this order, whatever the clock said. */
export async function nextEventPlace(tx: WriteDb, caseId: number): Promise<number> {
  const row = await tx
    .updateTable('caseFile')
    .set((eb) => ({ eventCount: eb('eventCount', '+', 1) }))
    .where('id', '=', caseId)
    .returning('eventCount')
    .executeTakeFirstOrThrow();
  return row.eventCount;
}

/** @returns false when somebody saved in between */
export async function setCaseDeleted(
  tx: WriteDb,
  id: number,
  revision: number,
  deletedAt: string | null,
  at: string,
) {
  const updated = await tx
    .updateTable('caseFile')
    .set({ deletedAt, revision: revision + 1, updatedAt: at })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

export async function listCasesOfEmployer(db: ReadDb, employerId: number) {
  const rows = await db
    .selectFrom('caseFile')
    .select(['id', 'caseNo', 'clueNo', 'title', 'state', 'openedOn'])
    .where('employerId', '=', employerId)
    .where('deletedAt', 'is', null)
    .orderBy('openedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ clueNo, ...row }) => ({ ...row, caseNo: row.caseNo || clueNo }));
}

export async function listSavedViews(db: ReadDb, accountId: number, list: string) {
  return db
    .selectFrom('savedView')
    .select(['id', 'name', 'query'])
    .where('accountId', '=', accountId)
    .where('list', '=', list)
    .orderBy('id')
    .execute();
}

export async function upsertSavedView(
  tx: WriteDb,
  view: { accountId: number; list: string; name: string; query: string; createdAt: string },
) {
  const row = await tx
    .insertInto('savedView')
    .values(view)
    .onConflict((conflict) =>
      conflict.columns(['accountId', 'list', 'name']).doUpdateSet({ query: view.query }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function deleteSavedView(tx: WriteDb, accountId: number, id: number) {
  await tx.deleteFrom('savedView').where('id', '=', id).where('accountId', '=', accountId).execute();
}
