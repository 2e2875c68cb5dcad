import { sql } from 'kysely';
import type { ReadDb } from '../../db/kysely';

/** What a hit shows, by entity; only rows that are not in the recycle bin. */

export const findEmployerHits = (db: ReadDb, ids: readonly number[]) =>
  db
    .selectFrom('employer')
    .select(['id', 'name', 'uscc'])
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .execute();

export const findPersonHits = (db: ReadDb, ids: readonly number[]) =>
  db
    .selectFrom('person')
    .select(['id', 'name', 'idNumber'])
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .execute();

export const findCaseHits = (db: ReadDb, ids: readonly number[]) =>
  db
    .selectFrom('caseFile')
    .leftJoin('employer', 'employer.id', 'caseFile.employerId')
    .select((eb) => [
      'caseFile.id',
      'caseFile.caseNo',
      'caseFile.clueNo',
      'caseFile.title',
      eb.fn.coalesce('employer.name', sql<string>`''`).as('employerName'),
    ])
    .where('caseFile.id', 'in', ids)
    .where('caseFile.deletedAt', 'is', null)
    .execute();

export const findDocumentHits = (db: ReadDb, ids: readonly number[]) =>
  db
    .selectFrom('document')
    .select(['id', 'caseId', 'documentNo', 'title', 'addressee'])
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .execute();

export const findSupervisorHits = (db: ReadDb, ids: readonly number[]) =>
  db
    .selectFrom('supervisor')
    .select(['id', 'name', 'certificateNo'])
    .where('id', 'in', ids)
    .where('isActive', '=', 1)
    .execute();
