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
