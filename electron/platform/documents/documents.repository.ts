import type { FieldValues } from '@shared/domain/kernel/field';
import type { PaperModel } from '@shared/domain/papers/model';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ReadDb, WriteDb } from '../../db/kysely';
import { nextEventPlace } from '../cases/cases.repository';
import { dropRecord, indexRecord } from '../search/search.repository';
import type { DocumentTable } from './documents.table';

type Row = Selectable<DocumentTable> & { readonly draftedByName: string };

const withDrafter = (db: ReadDb) =>
  db
    .selectFrom('document')
    .innerJoin('account', 'account.id', 'document.draftedBy')
    .selectAll('document')
    .select('account.displayName as draftedByName')
    .where('document.deletedAt', 'is', null);

/** A paper with its JSON columns parsed. */
export type DocumentRecord = Omit<Row, 'fieldValues' | 'edits' | 'model'> & {
  readonly values: FieldValues;
  readonly edits: Readonly<Record<string, string | null>>;
  readonly model: PaperModel | null;
};

function parse(row: Row): DocumentRecord {
  const { fieldValues, edits, model, ...rest } = row;
  return {
    ...rest,
    values: JSON.parse(fieldValues) as FieldValues,
    edits: JSON.parse(edits) as Record<string, string | null>,
    model: model === null ? null : (JSON.parse(model) as PaperModel),
  };
}

export async function findDocument(db: ReadDb, id: number): Promise<DocumentRecord | null> {
  const row = await withDrafter(db).where('document.id', '=', id).executeTakeFirst();
  return row ? parse(row) : null;
}

export async function listDocumentsOfCase(db: ReadDb, caseId: number): Promise<DocumentRecord[]> {
  const rows = await withDrafter(db).where('document.caseId', '=', caseId).orderBy('document.id').execute();
  return rows.map(parse);
}

export async function listDocumentsOfEmployer(db: ReadDb, employerId: number) {
  const rows = await db
    .selectFrom('document')
    .select([
      'id',
      'documentNo',
      'title',
      'status',
      'signedOn',
      'updatedAt',
      'serviceOutcome',
      'dueOn',
      'replacedById',
    ])
    .where('employerId', '=', employerId)
    .where('isOutgoing', '=', 1)
    .where('deletedAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows;
}

/** Papers without their text, for lists. */
export async function listDocumentHeads(
  db: ReadDb,
  filter: { kind: string; status: string; offset: number; limit: number },
): Promise<{ rows: DocumentRecord[]; total: number }> {
  const matching = () => {
    let rows = withDrafter(db);
    if (filter.kind !== '') rows = rows.where('document.kind', '=', filter.kind);
    if (filter.status !== '') rows = rows.where('document.status', '=', filter.status);
    return rows;
  };
  const rows = await matching()
    .orderBy('document.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
  const { total } = await matching()
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(parse), total };
}

/** A state in which papers wait, and who can take the step. */
export type Waiting = {
  readonly status: string;
  /** Accounts whose papers are meant: one's own, and those one stands in for. */
  readonly desks: readonly number[];
  readonly able: readonly number[];
  /** A paper that was given to nobody in particular waits for all of them. */
  readonly isForAnyone: boolean;
};

/**
 * Papers that wait at these desks: given to one of them, to nobody in particular, or to somebody who cannot take the step any
 * more. The longest waiting first.
 */
export async function listWaitingFor(db: ReadDb, states: readonly Waiting[], limit: number) {
  return db
    .selectFrom('document')
    .select(['id', 'caseId', 'title', 'addressee', 'status', 'assignedTo'])
    .where('deletedAt', 'is', null)
    .where((eb) =>
      eb.or(
        states.map(({ status, desks, able, isForAnyone }) =>
          eb.and([
            eb('status', '=', status),
            eb.or([
              eb('assignedTo', 'in', [...desks]),
              eb('assignedTo', 'not in', [...able]),
              ...(isForAnyone ? [eb('assignedTo', 'is', null)] : []),
            ]),
          ]),
        ),
      ),
    )
    .orderBy('updatedAt')
    .limit(limit)
    .execute();
}

export async function insertDocument(tx: WriteDb, document: Insertable<DocumentTable>): Promise<number> {
  const row = await tx.insertInto('document').values(document).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** @returns false when somebody saved in between */
export async function updateDocument(
  tx: WriteDb,
  id: number,
  revision: number,
  values: Updateable<DocumentTable>,
): Promise<boolean> {
  const updated = await tx
    .updateTable('document')
    .set({ ...values, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

export async function indexDocument(
  tx: WriteDb,
  id: number,
  document: { title: string; addressee: string; documentNo: string },
) {
  await indexRecord(tx, 'document', id, {
    names: [document.addressee],
    words: [document.title],
    codes: [document.documentNo],
  });
}

export async function removeFromIndex(tx: WriteDb, id: number) {
  await dropRecord(tx, 'document', id);
}

export async function insertDocumentEvent(
  tx: WriteDb,
  event: {
    documentId: number;
    caseId: number | null;
    action: string;
    fromStatus: string;
    toStatus: string;
    occurredOn: string;
    values: FieldValues;
    accountId: number;
    createdAt: string;
    warnings: readonly string[];
  },
) {
  const { values, warnings, ...row } = event;
  const place = row.caseId === null ? 0 : await nextEventPlace(tx, row.caseId);
  await tx
    .insertInto('documentEvent')
    .values({ ...row, place, fieldValues: JSON.stringify(values), warnings: JSON.stringify(warnings) })
    .execute();
}

const eventsWithNames = (db: ReadDb) =>
  db
    .selectFrom('documentEvent')
    .innerJoin('account', 'account.id', 'documentEvent.accountId')
    .selectAll('documentEvent')
    .select('account.displayName as accountName');

const parseEvent = <R extends { fieldValues: string; warnings: string }>({
  fieldValues,
  warnings,
  ...row
}: R) => ({
  ...row,
  values: JSON.parse(fieldValues) as FieldValues,
  warnings: JSON.parse(warnings) as string[],
});

export async function listDocumentEvents(db: ReadDb, documentId: number) {
  const rows = await eventsWithNames(db)
    .where('documentId', '=', documentId)
    .orderBy('documentEvent.id')
    .execute();
  return rows.map(parseEvent);
}

export async function listDocumentEventsOfCase(db: ReadDb, caseId: number) {
  const rows = await eventsWithNames(db)
    .where('caseId', '=', caseId)
    .orderBy('documentEvent.place')
    .execute();
  return rows.map(parseEvent);
}

export async function findDocumentFile(db: ReadDb, documentId: number) {
  return db.selectFrom('documentFile').selectAll().where('documentId', '=', documentId).executeTakeFirst();
}

export async function insertDocumentFile(
  tx: WriteDb,
  file: { documentId: number; sha256: string; bytes: Uint8Array; engine: string; createdAt: string },
) {
  await tx
    .insertInto('documentFile')
    .values({ ...file, bytes: Buffer.from(file.bytes) })
    .onConflict((conflict) => conflict.column('documentId').doNothing())
    .execute();
}
