import type { FieldValues } from '@shared/domain/kernel/field';
import type { ReadDb } from '../../db/kysely';

/** What else is known about the cases and papers on one page of a ledger. */

const parse = (json: string): FieldValues => JSON.parse(json) as FieldValues;

/** Newest event of each of these papers among these actions, by paper. */
export async function lastPaperEvents(
  db: ReadDb,
  documentIds: readonly number[],
  actions: readonly string[],
) {
  if (documentIds.length === 0) return new Map<number, FieldValues>();
  const rows = await db
    .selectFrom('documentEvent')
    .select(['documentId', 'fieldValues'])
    .where('documentId', 'in', documentIds)
    .where('action', 'in', actions)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.documentId, parse(row.fieldValues)]));
}

/** What the ledgers tell about a case beside its own row. */
export type CaseFacts = {
  readonly violations: readonly { code: string; finding: string; rectified: string }[];
  readonly papers: readonly {
    id: number;
    kind: string;
    status: string;
    documentNo: string;
    addressee: string;
    signedOn: string | null;
    servedOn: string | null;
    pageCount: number;
  }[];
  /** Oldest first. */
  readonly events: readonly { action: string; occurredOn: string; values: FieldValues }[];
  readonly recoveredFen: number;
};

export const NO_FACTS: CaseFacts = { violations: [], papers: [], events: [], recoveredFen: 0 };

/** Facts of the cases of one page. */
export async function findCaseFacts(
  db: ReadDb,
  caseIds: readonly number[],
): Promise<ReadonlyMap<number, CaseFacts>> {
  if (caseIds.length === 0) return new Map();
  const [violations, documents, events, results] = await Promise.all([
    db
      .selectFrom('supervisionViolation')
      .select(['caseId', 'code', 'finding', 'rectified'])
      .where('caseId', 'in', caseIds)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('document')
      .select([
        'id',
        'caseId',
        'kind',
        'status',
        'documentNo',
        'addressee',
        'signedOn',
        'servedOn',
        'pageCount',
      ])
      .where('caseId', 'in', caseIds)
      .where('deletedAt', 'is', null)
      .orderBy('signedOn')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('supervisionEvent')
      .select(['caseId', 'action', 'occurredOn', 'fieldValues'])
      .where('caseId', 'in', caseIds)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('supervisionResult')
      .select(['caseId', 'amountFen'])
      .where('caseId', 'in', caseIds)
      .execute(),
  ]);
  const ofCase = <T extends { readonly caseId: number | null }>(rows: readonly T[], id: number) =>
    rows.filter((row) => row.caseId === id);
  return new Map(
    caseIds.map((id) => [
      id,
      {
        violations: ofCase(violations, id),
        papers: ofCase(documents, id),
        events: ofCase(events, id).map(({ action, occurredOn, fieldValues }) => ({
          action,
          occurredOn,
          values: parse(fieldValues),
        })),
        recoveredFen: ofCase(results, id).reduce((sum, { amountFen }) => sum + amountFen, 0),
      },
    ]),
  );
}
