import type { WriteDb } from '../../db/kysely';
import { findEmployer } from '../employers/employers.repository';
import { indexRecord } from '../search/search.repository';
import { findCase } from './cases.repository';

/** Puts a case of any module into the search index as it stands now. */
export async function indexAgain(tx: WriteDb, id: number): Promise<void> {
  const row = await findCase(tx, id);
  if (!row) return;
  const employer = row.employerId === null ? undefined : await findEmployer(tx, row.employerId);
  await indexRecord(tx, 'case', id, {
    names: [employer?.name ?? ''],
    words: [row.title],
    codes: [row.caseNo, row.clueNo, employer?.uscc ?? ''],
  });
}
