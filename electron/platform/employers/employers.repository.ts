import type { EmployerInput } from '@shared/contract/employers';
import { sql } from 'kysely';
import { totalOf } from '../../db/counting';
import type { ReadDb, WriteDb } from '../../db/kysely';
import { dropRecord, findIds, indexRecord, isFoundBy } from '../search/search.repository';

export type EmployerFilter = {
  readonly text: string;
  readonly town: string;
  readonly industry: string;
  readonly isDeleted: boolean;
};

const SORT = { name: 'name', town: 'town', headcount: 'headcount', updatedAt: 'updatedAt' } as const;

function matching(db: ReadDb, filter: EmployerFilter) {
  let rows = db.selectFrom('employer').where('deletedAt', filter.isDeleted ? 'is not' : 'is', null);
  if (filter.town !== '') rows = rows.where('town', '=', filter.town);
  if (filter.industry !== '') rows = rows.where('industry', '=', filter.industry);
  return filter.text.trim() === '' ? rows : rows.where(isFoundBy('employer', 'id', filter.text));
}

export async function listEmployers(
  db: ReadDb,
  filter: EmployerFilter,
  page: { offset: number; limit: number; sort: keyof typeof SORT; isDescending: boolean },
) {
  const direction = page.isDescending ? 'desc' : 'asc';
  return matching(db, filter)
    .selectAll()
    .orderBy(SORT[page.sort], direction)
    .orderBy('id', direction)
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export const countEmployers = (db: ReadDb, filter: EmployerFilter): Promise<number> =>
  totalOf(db, matching(db, filter).select('id'));

/** For exports: a page at a time, by id. */
export async function listEmployersAfter(db: ReadDb, filter: EmployerFilter, afterId: number, limit: number) {
  return matching(db, filter).selectAll().where('id', '>', afterId).orderBy('id').limit(limit).execute();
}

export async function listTowns(db: ReadDb): Promise<string[]> {
  const rows = await db
    .selectFrom('employer')
    .select('town')
    .distinct()
    .where('deletedAt', 'is', null)
    .where('town', '<>', '')
    .orderBy('town')
    .limit(500)
    .execute();
  return rows.map((row) => row.town);
}

export async function findEmployer(db: ReadDb, id: number) {
  return db.selectFrom('employer').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findEmployersByIds(db: ReadDb, ids: readonly number[]) {
  return db
    .selectFrom('employer')
    .selectAll()
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .execute();
}

export async function findEmployerByUscc(db: ReadDb, uscc: string) {
  return (
    db
      .selectFrom('employer')
      .select(['id', 'name', 'uscc', 'revision'])
      .where('uscc', '=', uscc)
      // Says what the partial index says, else the whole table is read.
      .where('uscc', '<>', '')
      .where('deletedAt', 'is', null)
      .executeTakeFirst()
  );
}

/** Employers of the same or nearly the same name. */
export async function findSimilarEmployers(db: ReadDb, name: string, limit: number) {
  const ids = await findIds(db, 'employer', name, 50);
  if (ids.length === 0) return [];
  return db
    .selectFrom('employer')
    .select(['id', 'name', 'uscc'])
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .orderBy(sql`length(name)`)
    .limit(limit)
    .execute();
}

export async function insertEmployer(tx: WriteDb, employer: EmployerInput, at: string): Promise<number> {
  const row = await tx
    .insertInto('employer')
    .values({ ...employer, revision: 1, createdAt: at, updatedAt: at, deletedAt: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await index(tx, row.id, employer);
  return row.id;
}

/** @returns false when somebody saved in between */
export async function updateEmployer(
  tx: WriteDb,
  id: number,
  employer: EmployerInput,
  revision: number,
  at: string,
): Promise<boolean> {
  const updated = await tx
    .updateTable('employer')
    .set({ ...employer, revision: revision + 1, updatedAt: at })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) return false;
  await index(tx, id, employer);
  return true;
}

/** @returns false when somebody saved in between */
export async function setEmployerDeleted(
  tx: WriteDb,
  id: number,
  revision: number,
  deletedAt: string | null,
): Promise<boolean> {
  const updated = await tx
    .updateTable('employer')
    .set({ deletedAt, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) return false;
  if (deletedAt !== null) await dropRecord(tx, 'employer', id);
  else {
    const employer = await findEmployer(tx, id);
    if (employer) await index(tx, id, employer);
  }
  return true;
}

export async function countCasesOf(db: ReadDb, employerId: number): Promise<number> {
  const row = await db
    .selectFrom('caseFile')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('employerId', '=', employerId)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return row.total;
}

export async function addToCaseCount(tx: WriteDb, employerId: number, by: number) {
  await tx
    .updateTable('employer')
    .set((eb) => ({ caseCount: eb('caseCount', '+', by) }))
    .where('id', '=', employerId)
    .execute();
}

function index(tx: WriteDb, id: number, employer: Pick<EmployerInput, 'name' | 'formerNames' | 'uscc'>) {
  return indexRecord(tx, 'employer', id, {
    names: [employer.name, employer.formerNames],
    codes: [employer.uscc],
  });
}
