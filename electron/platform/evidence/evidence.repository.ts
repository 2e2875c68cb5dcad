import type { Insertable, Updateable } from 'kysely';
import type { ReadDb, WriteDb } from '../../db/kysely';
import type { EvidenceTable, StoredFileTable } from './evidence.table';

/** Evidence with the file it points at and who added it. The key of the file is not among it. */
const withFile = (db: ReadDb) =>
  db
    .selectFrom('evidence')
    .innerJoin('storedFile', 'storedFile.id', 'evidence.storedFileId')
    .innerJoin('account', 'account.id', 'evidence.addedBy')
    .selectAll('evidence')
    .select(['storedFile.size', 'storedFile.mediaType', 'account.displayName as addedByName']);

export type EvidenceRecord = NonNullable<Awaited<ReturnType<typeof findEvidence>>>;

/** Removed ones too: `deletedAt` tells. */
export const findEvidence = (db: ReadDb, id: number) =>
  withFile(db).where('evidence.id', '=', id).executeTakeFirst();

export const listEvidence = (db: ReadDb, caseId: number) =>
  withFile(db)
    .where('evidence.caseId', '=', caseId)
    .where('evidence.deletedAt', 'is', null)
    .orderBy('evidence.position')
    .orderBy('evidence.id')
    .execute();

export const listRemovedEvidence = (db: ReadDb, caseId: number) =>
  withFile(db)
    .where('evidence.caseId', '=', caseId)
    .where('evidence.deletedAt', 'is not', null)
    .orderBy('evidence.deletedAt', 'desc')
    .execute();

/** Number and place of the next piece of a case; removed ones keep their number. */
export async function nextPlace(db: ReadDb, caseId: number): Promise<{ number: number; position: number }> {
  const { number, position } = await db
    .selectFrom('evidence')
    .select((eb) => [eb.fn.max('number').as('number'), eb.fn.max('position').as('position')])
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow();
  return { number: (number ?? 0) + 1, position: (position ?? 0) + 1 };
}

/** The same content in the same case, removed or not. */
export const findTwin = (db: ReadDb, caseId: number, sha256: string) =>
  db
    .selectFrom('evidence')
    .innerJoin('storedFile', 'storedFile.id', 'evidence.storedFileId')
    .select(['evidence.id', 'evidence.number', 'evidence.isRestricted', 'evidence.deletedAt'])
    .where('evidence.caseId', '=', caseId)
    .where('storedFile.sha256', '=', sha256)
    .orderBy('evidence.deletedAt')
    .executeTakeFirst();

export async function insertEvidence(tx: WriteDb, evidence: Insertable<EvidenceTable>): Promise<number> {
  const row = await tx.insertInto('evidence').values(evidence).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** @returns false when somebody saved in between */
export async function updateEvidence(
  tx: WriteDb,
  id: number,
  revision: number,
  values: Updateable<EvidenceTable>,
): Promise<boolean> {
  const updated = await tx
    .updateTable('evidence')
    .set({ ...values, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

export async function setPosition(tx: WriteDb, id: number, position: number): Promise<void> {
  await tx.updateTable('evidence').set({ position }).where('id', '=', id).execute();
}

export async function findSecret(db: ReadDb): Promise<Uint8Array> {
  const { value } = await db.selectFrom('evidenceSecret').select('value').executeTakeFirstOrThrow();
  return value;
}

/** What reading a stored file needs, its key among it. */
export const findStoredFile = (db: ReadDb, id: number) =>
  db.selectFrom('storedFile').selectAll().where('id', '=', id).executeTakeFirst();

export const findStoredFileByHash = (db: ReadDb, sha256: string) =>
  db.selectFrom('storedFile').selectAll().where('sha256', '=', sha256).executeTakeFirst();

/** Pages of a file as they were counted when it was first added; null when nobody knows. */
export async function findKnownPageCount(db: ReadDb, storedFileId: number): Promise<number | null> {
  const row = await db
    .selectFrom('evidence')
    .select('pageCount')
    .where('storedFileId', '=', storedFileId)
    .where('pageCount', 'is not', null)
    .orderBy('id')
    .executeTakeFirst();
  return row?.pageCount ?? null;
}

export async function insertStoredFile(tx: WriteDb, file: Insertable<StoredFileTable>): Promise<number> {
  const row = await tx.insertInto('storedFile').values(file).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** The same content sealed anew, because the file on disk was lost: every record of it is whole again. */
export async function replaceStoredFile(
  tx: WriteDb,
  id: number,
  file: { readonly storeName: string; readonly fileKey: Buffer },
): Promise<void> {
  await tx.updateTable('storedFile').set(file).where('id', '=', id).execute();
}

export const listStoredFiles = (db: ReadDb) =>
  db
    .selectFrom('storedFile')
    .select(['id', 'storeName', 'fileKey', 'sha256', 'size'])
    .orderBy('id')
    .execute();

/** Which evidence a file belongs to, for a report that names what is damaged. */
export const listEvidenceOfFiles = (db: ReadDb, storedFileIds: readonly number[]) =>
  db
    .selectFrom('evidence')
    .innerJoin('caseFile', 'caseFile.id', 'evidence.caseId')
    .select([
      'evidence.id as evidenceId',
      'evidence.caseId',
      'evidence.storedFileId',
      'evidence.number',
      'evidence.name',
      'evidence.isRestricted',
      'caseFile.caseNo',
      'caseFile.clueNo',
    ])
    .where('evidence.storedFileId', 'in', storedFileIds)
    .orderBy('evidence.caseId')
    .orderBy('evidence.number')
    .execute();

/** Standing papers of a case in which 证据 is written, with everything that was typed or printed in them. */
export async function listPapersWithEvidence(db: ReadDb, caseId: number) {
  const papers = await db
    .selectFrom('document')
    .select(['id', 'title', 'documentNo', 'status', 'fieldValues', 'edits', 'model'])
    .where('caseId', '=', caseId)
    .where('deletedAt', 'is', null)
    .where('status', '!=', 'D99')
    .orderBy('id')
    .execute();
  const events = await db
    .selectFrom('documentEvent')
    .select(['documentId', 'fieldValues'])
    .where('caseId', '=', caseId)
    .where('fieldValues', 'like', '%证据%')
    .execute();
  return papers.map(({ fieldValues, edits, model, ...paper }) => ({
    ...paper,
    texts: [
      ...[fieldValues, edits, model ?? ''],
      ...events.filter(({ documentId }) => documentId === paper.id).map((event) => event.fieldValues),
    ],
  }));
}
