import type { CivilDate } from '@shared/domain/kernel/civil-date';
import type { FieldValues } from '@shared/domain/kernel/field';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { ReadDb } from '../../db/kysely';

/** Pages of rows for the ledgers of a year, and what else is known about the cases on a page. */

export type YearRange = { readonly from: CivilDate; readonly to: CivilDate };
export type Page = { readonly offset: number; readonly limit: number };
export type PageOf<T> = { readonly rows: readonly T[]; readonly total: number };

async function pageOf<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  { offset, limit }: Page,
): Promise<PageOf<O>> {
  const counted = query
    .clearSelect()
    .clearOrderBy()
    .select((eb) => eb.fn.countAll<number>().as('total'));
  const [rows, counts] = await Promise.all([
    query.limit(limit).offset(offset).execute(),
    counted.executeTakeFirstOrThrow() as Promise<{ total: number }>,
  ]);
  return { rows, total: counts.total };
}

const parse = (json: string): FieldValues => JSON.parse(json) as FieldValues;

const cases = (db: ReadDb) =>
  db
    .selectFrom('caseFile')
    .innerJoin('supervisionCase', 'supervisionCase.caseId', 'caseFile.id')
    .innerJoin('account', 'account.id', 'caseFile.handlerId')
    .leftJoin('employer', 'employer.id', 'caseFile.employerId')
    .select([
      'caseFile.id',
      'caseFile.caseNo',
      'caseFile.clueNo',
      'caseFile.title',
      'caseFile.state',
      'caseFile.openedOn',
      'caseFile.closedOn',
      'caseFile.archivedOn',
      'supervisionCase.source',
      'supervisionCase.workerCount',
      'supervisionCase.closeReason',
      'supervisionCase.archiveNo',
      'account.displayName as handlerName',
      'employer.name as employerName',
      'employer.industry',
    ])
    .where('caseFile.module', '=', 'supervision')
    .where('caseFile.deletedAt', 'is', null);
export type LedgerCase = Awaited<ReturnType<typeof pageOfClues>>['rows'][number];

export const pageOfClues = (db: ReadDb, { from, to }: YearRange, page: Page) =>
  pageOf(
    cases(db)
      .where('caseFile.openedOn', '>=', from)
      .where('caseFile.openedOn', '<=', to)
      .orderBy('caseFile.openedOn')
      .orderBy('caseFile.id'),
    page,
  );

export const pageOfArchived = (db: ReadDb, { from, to }: YearRange, page: Page) =>
  pageOf(
    cases(db)
      .where('caseFile.archivedOn', '>=', from)
      .where('caseFile.archivedOn', '<=', to)
      .orderBy('caseFile.archivedOn')
      .orderBy('caseFile.id'),
    page,
  );

/** Cases closed in the year that the archive keeps for ever. */
export const pageOfKeptForEver = (db: ReadDb, { from, to }: YearRange, page: Page) =>
  pageOf(
    cases(db)
      .where('caseFile.closedOn', '>=', from)
      .where('caseFile.closedOn', '<=', to)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('supervisionEvent')
            .select('supervisionEvent.id')
            .whereRef('supervisionEvent.caseId', '=', 'caseFile.id')
            .where('supervisionEvent.action', '=', 'archive')
            .where('supervisionEvent.fieldValues', 'like', '%"retention":"permanent"%'),
        ),
      )
      .orderBy('caseFile.closedOn')
      .orderBy('caseFile.id'),
    page,
  );

const papers = (db: ReadDb) =>
  db
    .selectFrom('document')
    .innerJoin('account as drafter', 'drafter.id', 'document.draftedBy')
    .leftJoin('caseFile', 'caseFile.id', 'document.caseId')
    .leftJoin('supervisionCase', 'supervisionCase.caseId', 'document.caseId')
    .leftJoin('account as handler', 'handler.id', 'caseFile.handlerId')
    .leftJoin('employer', (join) =>
      join.on((eb) => eb('employer.id', '=', eb.fn.coalesce('document.employerId', 'caseFile.employerId'))),
    )
    .select([
      'document.id',
      'document.caseId',
      'document.kind',
      'document.status',
      'document.documentNo',
      'document.title',
      'document.addressee',
      'document.signedOn',
      'document.signerName',
      'document.servedOn',
      'document.serviceMethod',
      'document.serviceOutcome',
      'document.replyN',
      'document.replyUnit',
      'document.dueOn',
      'document.repliedOn',
      'document.replacedById',
      'document.fieldValues',
      'caseFile.caseNo',
      'caseFile.state',
      'supervisionCase.workerCount',
      'supervisionCase.amountFen',
      'supervisionCase.closeReason',
      'supervisionCase.archiveNo',
      'employer.name as employerName',
      'employer.uscc',
      'employer.industry',
      'employer.hasUnion',
      sql<string | null>`coalesce(case_file.town, employer.town)`.as('town'),
      sql<string>`coalesce(handler.display_name, drafter.display_name)`.as('handlerName'),
    ])
    .where('document.module', '=', 'supervision')
    .where('document.deletedAt', 'is', null)
    .where('caseFile.deletedAt', 'is', null);

/** Papers of these kinds signed in the year, withdrawn ones too: their numbers stay used. */
export async function pageOfSigned(
  db: ReadDb,
  { from, to }: YearRange,
  kinds: readonly string[],
  page: Page,
) {
  const found = await pageOf(
    papers(db)
      .where('document.kind', 'in', kinds)
      .where('document.signedOn', '>=', from)
      .where('document.signedOn', '<=', to)
      .orderBy('document.signedOn')
      .orderBy('document.id'),
    page,
  );
  return {
    ...found,
    rows: found.rows.map(({ fieldValues, ...row }) => ({ ...row, values: parse(fieldValues) })),
  };
}
export type LedgerPaper = Awaited<ReturnType<typeof pageOfSigned>>['rows'][number];

export const pageOfServed = (db: ReadDb, { from, to }: YearRange, page: Page) =>
  pageOf(
    papers(db)
      .where('document.servedOn', '>=', from)
      .where('document.servedOn', '<=', to)
      .where('document.serviceOutcome', '<>', 'published')
      .orderBy('document.servedOn')
      .orderBy('document.id'),
    page,
  );

export async function pageOfSeals(db: ReadDb, { from, to }: YearRange, page: Page) {
  const found = await pageOf(
    db
      .selectFrom('documentEvent')
      .innerJoin('document', 'document.id', 'documentEvent.documentId')
      .select([
        'documentEvent.occurredOn as sealedOn',
        'documentEvent.fieldValues',
        'document.documentNo',
        'document.title',
        'document.signerName',
      ])
      .where('documentEvent.action', '=', 'seal')
      .where('documentEvent.occurredOn', '>=', from)
      .where('documentEvent.occurredOn', '<=', to)
      .where('document.module', '=', 'supervision')
      .where('document.deletedAt', 'is', null)
      .orderBy('documentEvent.occurredOn')
      .orderBy('documentEvent.id'),
    page,
  );
  return {
    ...found,
    rows: found.rows.map(({ fieldValues, ...row }) => ({ ...row, values: parse(fieldValues) })),
  };
}

/** Every clock of the year but the cancelled ones. */
export const pageOfDeadlines = (db: ReadDb, { from, to }: YearRange, page: Page) =>
  pageOf(
    db
      .selectFrom('deadline')
      .innerJoin('caseFile', 'caseFile.id', 'deadline.caseId')
      .innerJoin('account', 'account.id', 'caseFile.handlerId')
      .leftJoin('employer', 'employer.id', 'caseFile.employerId')
      .leftJoin('document', 'document.id', 'deadline.documentId')
      .select([
        'caseFile.caseNo',
        'caseFile.clueNo',
        'employer.name as employerName',
        'deadline.label',
        'document.documentNo',
        'deadline.startOn',
        'deadline.dueOn',
        'deadline.status',
        'account.displayName as handlerName',
      ])
      .where('deadline.status', 'in', ['running', 'paused', 'met', 'missed'])
      .where('deadline.dueOn', '>=', from)
      .where('deadline.dueOn', '<=', to)
      .where('caseFile.module', '=', 'supervision')
      .where('caseFile.deletedAt', 'is', null)
      .orderBy('deadline.dueOn')
      .orderBy('deadline.id'),
    page,
  );

/** Supervisors whose certificate was valid on some day of the year. */
export const pageOfSupervisors = (db: ReadDb, { from, to }: YearRange, page: Page) =>
  pageOf(
    db
      .selectFrom('supervisor')
      .selectAll()
      .where('validFrom', '<=', to)
      .where('validTo', '>=', from)
      .orderBy('certificateNo'),
    page,
  );

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
