import type { CaseFilter } from '@shared/contract/cases';
import type { CivilDate } from '@shared/domain/kernel/civil-date';
import { type RawBuilder, sql } from 'kysely';
import type { ReadDb, WriteDb } from '../../db/kysely';
import { COUNT_CAP } from '../employers/employers.repository';
import { matchingIds } from '../search/search.repository';

/** As in the index case_file_due: cases without a deadline come last. */
const DUE = sql<string>`coalesce(next_due_on, '9999-12-31')`;
const SORT = {
  opened: sql`opened_on`,
  due: DUE,
  updated: sql`updated_at`,
  caseNo: sql`case_no`,
  state: sql`state`,
} as const;

export type CaseQuery = CaseFilter & { readonly today: CivilDate; readonly accountId: number };

/** The ids come first from one index; names are joined to the one page of rows only. */
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
  if (query.text.trim() !== '') {
    const ids = matchingIds('case', query.text.trim());
    rows = ids ? rows.where('id', 'in', ids as never) : rows.where(sql<boolean>`0`);
  }
  for (const condition of conditions) rows = rows.where(condition as RawBuilder<boolean>);
  return rows;
}

export async function listCases(
  db: ReadDb,
  query: CaseQuery,
  conditions: readonly RawBuilder<unknown>[],
  page: { offset: number; limit: number },
) {
  const direction = query.isDescending ? sql`desc` : sql`asc`;
  const pageOfRows = matching(db, query, conditions)
    .selectAll()
    .orderBy(sql`${SORT[query.sort]} ${direction}, id ${direction}`)
    .limit(page.limit)
    .offset(page.offset);
  return db
    .selectFrom(pageOfRows.as('c'))
    .leftJoin('employer', 'employer.id', 'c.employerId')
    .innerJoin('account', 'account.id', 'c.handlerId')
    .selectAll('c')
    .select((eb) => [
      eb.fn.coalesce('employer.name', sql<string>`''`).as('employerName'),
      'account.displayName as handlerName',
    ])
    .execute();
}

export async function countCases(
  db: ReadDb,
  query: CaseQuery,
  conditions: readonly RawBuilder<unknown>[],
): Promise<number> {
  const capped = matching(db, query, conditions)
    .select('id')
    .limit(COUNT_CAP + 1);
  const row = await db
    .selectFrom(capped.as('capped'))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
}

export async function findCase(db: ReadDb, id: number) {
  return db.selectFrom('caseFile').selectAll().where('id', '=', id).executeTakeFirst();
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
