import type { FieldValues } from '@shared/domain/kernel/field';
import type { ReadDb, WriteDb } from '../../db/kysely';

export type KeptVersion = {
  readonly documentId: number;
  readonly action: string;
  readonly title: string;
  readonly values: FieldValues;
  readonly edits: Readonly<Record<string, string | null>>;
  readonly lines: readonly string[];
  readonly accountId: number;
  readonly createdAt: string;
};

/** @returns the number of the version, counted from 1 for each paper */
export async function insertVersion(tx: WriteDb, version: KeptVersion): Promise<number> {
  const { values, edits, lines, ...row } = version;
  const last = await tx
    .selectFrom('documentVersion')
    .select((eb) => eb.fn.max('n').as('n'))
    .where('documentId', '=', row.documentId)
    .executeTakeFirst();
  const n = (last?.n ?? 0) + 1;
  await tx
    .insertInto('documentVersion')
    .values({
      ...row,
      n,
      fieldValues: JSON.stringify(values),
      edits: JSON.stringify(edits),
      lines: JSON.stringify(lines),
    })
    .execute();
  return n;
}

/** Without their text, oldest first. */
export async function listVersions(db: ReadDb, documentId: number) {
  return db
    .selectFrom('documentVersion')
    .innerJoin('account', 'account.id', 'documentVersion.accountId')
    .select(['documentVersion.n', 'documentVersion.action', 'documentVersion.createdAt'])
    .select('account.displayName as accountName')
    .where('documentId', '=', documentId)
    .orderBy('documentVersion.n')
    .execute();
}

export async function findVersionLines(db: ReadDb, documentId: number, n: number): Promise<string[] | null> {
  const row = await db
    .selectFrom('documentVersion')
    .select('lines')
    .where('documentId', '=', documentId)
    .where('n', '=', n)
    .executeTakeFirst();
  return row ? (JSON.parse(row.lines) as string[]) : null;
}
