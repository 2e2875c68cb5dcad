import type { CivilDate } from '@shared/domain/kernel/civil-date';
import type { FieldValues } from '@shared/domain/kernel/field';
import { numberOf, textOf } from '@shared/domain/papers/lifecycle-values';
import type {
  StatisticsCase,
  StatisticsDocument,
  StatisticsItem,
  StatisticsResult,
} from '@shared/domain/supervision/statistics';
import { groupBy } from '@shared/domain/supervision/statistics-groups';
import { sql } from 'kysely';
import type { ReadDb } from '../../db/kysely';

/** Rows the indicators are computed from: what happened in a period, found by the day of the event. */

export type Period = {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Empty: every town. */
  readonly town: string;
};

const COUNTED_KINDS = [
  'reminderLetter',
  'publicReminder',
  'opinionLetter',
  'recommendationLetter',
  'transferLetter',
];

/** Letters made out or answered in the period, the 建议书 that followed them, and every one that waits for its answer. */
export async function listCountedLetters(
  db: ReadDb,
  { from, to, town }: Period,
): Promise<StatisticsDocument[]> {
  let rows = db
    .selectFrom('document')
    .leftJoin('caseFile', 'caseFile.id', 'document.caseId')
    .leftJoin('employer', (join) =>
      join.on((eb) => eb('employer.id', '=', eb.fn.coalesce('document.employerId', 'caseFile.employerId'))),
    )
    .select([
      'document.id',
      'document.caseId',
      sql<number | null>`coalesce(document.employer_id, case_file.employer_id)`.as('employerId'),
      'document.kind',
      'document.status',
      'document.signedOn',
      'document.servedOn',
      'document.serviceOutcome',
      'document.dueOn',
      'document.repliedOn',
    ])
    .where('document.kind', 'in', COUNTED_KINDS)
    .where('document.deletedAt', 'is', null)
    .where('caseFile.deletedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('document.signedOn', '>=', from), eb('document.signedOn', '<=', to)]),
        eb.and([eb('document.signedOn', '>=', from), eb('document.kind', '=', 'recommendationLetter')]),
        eb.and([eb('document.repliedOn', '>=', from), eb('document.repliedOn', '<=', to)]),
        eb('document.status', '=', 'D08'),
      ]),
    );
  if (town !== '') rows = rows.where(sql`coalesce(case_file.town, employer.town)`, '=', town);
  return rows.orderBy('document.id').execute();
}

/** Cases that were open on some day of the period. */
function liveCases(db: ReadDb, { from, to, town }: Period) {
  const rows = db
    .selectFrom('caseFile')
    .where('caseFile.module', '=', 'supervision')
    .where('caseFile.deletedAt', 'is', null)
    .where('caseFile.openedOn', '<=', to)
    .where((eb) => eb.or([eb('caseFile.stage', '=', 'open'), eb('caseFile.closedOn', '>=', from)]));
  return town === '' ? rows : rows.where('caseFile.town', '=', town);
}

/** Events that say what came of a case, newest last. */
const TELLING_ACTIONS = [
  'recheck',
  'feedBackResult',
  'departmentAccepted',
  'departmentDeclined',
  'departmentResult',
];
const OUTCOMES: Readonly<Record<string, string>> = {
  departmentAccepted: 'filed',
  departmentDeclined: 'declined',
  departmentResult: 'result',
};

export async function listCountedCases(db: ReadDb, period: Period): Promise<StatisticsCase[]> {
  const ids = liveCases(db, period).select('caseFile.id');
  const [cases, items, events] = await Promise.all([
    liveCases(db, period)
      .innerJoin('supervisionCase', 'supervisionCase.caseId', 'caseFile.id')
      .leftJoin('employer', 'employer.id', 'caseFile.employerId')
      .select([
        'caseFile.id',
        'caseFile.employerId',
        'caseFile.state',
        'caseFile.town',
        'caseFile.openedOn',
        'caseFile.closedOn',
        'supervisionCase.source',
        'supervisionCase.closeReason',
        'supervisionCase.acceptedOn',
        'supervisionCase.basics',
        'employer.industry',
        'employer.nature',
      ])
      .execute(),
    db
      .selectFrom('supervisionViolation')
      .select(['caseId', 'code', 'finding', 'rectified'])
      .where('caseId', 'in', ids)
      .execute(),
    db
      .selectFrom('supervisionEvent')
      .select(['caseId', 'action', 'fieldValues'])
      .where('caseId', 'in', ids)
      .where('action', 'in', TELLING_ACTIONS)
      .orderBy('id')
      .execute(),
  ]);
  const itemsOf = groupBy(items, (item) => item.caseId);
  const eventsOf = groupBy(events, (event) => event.caseId);
  return cases.map(({ basics: text, ...row }) => {
    const basics = JSON.parse(text) as FieldValues;
    const told = eventsOf.get(row.id) ?? [];
    return {
      ...row,
      industry: row.industry ?? '',
      nature: row.nature ?? '',
      workersTotal: numberOf(basics, 'workersTotal') ?? 0,
      workersFemale: numberOf(basics, 'workersFemale') ?? 0,
      workersMigrant: numberOf(basics, 'workersMigrant') ?? 0,
      workersPlatform: numberOf(basics, 'workersPlatform') ?? 0,
      items: (itemsOf.get(row.id) ?? []) as readonly StatisticsItem[],
      satisfaction: satisfactionOf(told),
      departmentOutcome: OUTCOMES[told.findLast(({ action }) => action in OUTCOMES)?.action ?? ''] ?? '',
    };
  });
}

/** The newest answer that was given; not asked and not answered count alike. */
function satisfactionOf(events: readonly { readonly fieldValues: string }[]): string {
  const answers = events.map(({ fieldValues }) =>
    textOf(JSON.parse(fieldValues) as FieldValues, 'satisfaction'),
  );
  return answers.findLast((answer) => answer !== '' && answer !== 'unknown') ?? '';
}

export async function listCountedResults(
  db: ReadDb,
  { from, to, town }: Period,
): Promise<StatisticsResult[]> {
  let rows = db
    .selectFrom('supervisionResult')
    .innerJoin('caseFile', 'caseFile.id', 'supervisionResult.caseId')
    .select([
      'supervisionResult.caseId',
      'supervisionResult.kind',
      'supervisionResult.recordedOn as on',
      'supervisionResult.amountFen',
      'supervisionResult.workerCount',
      'supervisionResult.quantity',
      'supervisionResult.evidence',
    ])
    .where('supervisionResult.recordedOn', '>=', from)
    .where('supervisionResult.recordedOn', '<=', to)
    .where('caseFile.deletedAt', 'is', null);
  if (town !== '') rows = rows.where('caseFile.town', '=', town);
  return rows.orderBy('supervisionResult.id').execute();
}
