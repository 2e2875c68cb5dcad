import type { PersonInput } from '@shared/contract/employers';
import { sql } from 'kysely';
import { totalOf } from '../../db/counting';
import type { ReadDb, WriteDb } from '../../db/kysely';
import { dropRecord, findIds, indexRecord, isFoundBy } from '../search/search.repository';
import type { DigitReach } from '../search/tokens';

/** What people are looked for by, and how far its digits reach. */
type Sought = { readonly text: string; readonly reach: DigitReach };

const EVERYBODY: Sought = { text: '', reach: 'whole' };

function matching(db: ReadDb, { text, reach }: Sought) {
  const rows = db.selectFrom('person').where('person.deletedAt', 'is', null);
  return text.trim() === '' ? rows : rows.where(isFoundBy('person', 'person.id', text, reach));
}

const withEmployer = (db: ReadDb, sought: Sought) =>
  matching(db, sought)
    .leftJoin('employer', 'employer.id', 'person.employerId')
    .selectAll('person')
    .select((eb) => eb.fn.coalesce('employer.name', sql<string>`''`).as('employerName'));

export async function listPeople(db: ReadDb, sought: Sought, page: { offset: number; limit: number }) {
  return withEmployer(db, sought)
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export const countPeople = (db: ReadDb, sought: Sought): Promise<number> =>
  totalOf(db, matching(db, sought).select('person.id'));

export async function findPerson(db: ReadDb, id: number) {
  return withEmployer(db, EVERYBODY).where('person.id', '=', id).executeTakeFirst();
}

export async function listPeopleOf(db: ReadDb, employerId: number) {
  return withEmployer(db, EVERYBODY)
    .where('person.employerId', '=', employerId)
    .orderBy('person.name')
    .limit(100)
    .execute();
}

export async function findPersonByIdNumber(db: ReadDb, idNumber: string) {
  return (
    db
      .selectFrom('person')
      .select(['id', 'name', 'idNumber'])
      .where('idNumber', '=', idNumber)
      // Says what the partial index says, else the whole table is read.
      .where('idNumber', '<>', '')
      .where('deletedAt', 'is', null)
      .executeTakeFirst()
  );
}

export async function findSimilarPeople(db: ReadDb, name: string, limit: number) {
  const ids = await findIds(db, 'person', name, 50, 'whole');
  if (ids.length === 0) return [];
  return db
    .selectFrom('person')
    .select(['id', 'name', 'idNumber'])
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .limit(limit)
    .execute();
}

export async function insertPerson(tx: WriteDb, person: PersonInput, at: string): Promise<number> {
  const row = await tx
    .insertInto('person')
    .values({ ...person, revision: 1, createdAt: at, updatedAt: at, deletedAt: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await index(tx, row.id, person);
  return row.id;
}

/** @returns false when somebody saved in between */
export async function updatePerson(
  tx: WriteDb,
  id: number,
  person: PersonInput,
  revision: number,
  at: string,
): Promise<boolean> {
  const updated = await tx
    .updateTable('person')
    .set({ ...person, revision: revision + 1, updatedAt: at })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) return false;
  await index(tx, id, person);
  return true;
}

/** @returns false when somebody saved in between */
export async function removePerson(tx: WriteDb, id: number, revision: number, at: string): Promise<boolean> {
  const updated = await tx
    .updateTable('person')
    .set({ deletedAt: at, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  await dropRecord(tx, 'person', id);
  return updated.numUpdatedRows > 0n;
}

function index(tx: WriteDb, id: number, person: PersonInput) {
  return indexRecord(tx, 'person', id, {
    people: [person.name],
    idNumbers: [person.idNumber],
    codes: [person.phone],
  });
}
