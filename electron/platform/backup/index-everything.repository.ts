import type { WriteDb } from '../../db/kysely';
import { indexAgain } from '../cases/index-again';
import { indexRecord } from '../search/search.repository';

/** Makes the search index anew from the records themselves: it is not salvaged, it follows from what was. */
export async function indexEverything(tx: WriteDb): Promise<void> {
  for (const row of await tx
    .selectFrom('employer')
    .select(['id', 'name', 'formerNames', 'uscc'])
    .where('deletedAt', 'is', null)
    .execute()) {
    await indexRecord(tx, 'employer', row.id, { names: [row.name, row.formerNames], codes: [row.uscc] });
  }
  for (const row of await tx
    .selectFrom('person')
    .select(['id', 'name', 'idNumber', 'phone'])
    .where('deletedAt', 'is', null)
    .execute()) {
    const { name, idNumber, phone } = row;
    await indexRecord(tx, 'person', row.id, { people: [name], idNumbers: [idNumber], codes: [phone] });
  }
  for (const { id } of await tx.selectFrom('caseFile').select('id').where('deletedAt', 'is', null).execute())
    await indexAgain(tx, id);
  const papers = tx
    .selectFrom('document')
    .select(['id', 'title', 'addressee', 'documentNo'])
    .where('deletedAt', 'is', null);
  for (const { id, title, addressee, documentNo } of await papers.execute()) {
    await indexRecord(tx, 'document', id, { names: [addressee], words: [title], codes: [documentNo] });
  }
  const supervisors = tx.selectFrom('supervisor').select(['id', 'name', 'certificateNo', 'unit']);
  for (const { id, name, certificateNo, unit } of await supervisors.execute()) {
    await indexRecord(tx, 'supervisor', id, { people: [name], codes: [certificateNo], words: [unit] });
  }
}
