import type { Output } from '@shared/contract';
import type { CivilDate } from '@shared/domain/kernel/civil-date';
import { paperLabel } from '@shared/domain/supervision/paper-kinds';
import {
  byMonth,
  countBy,
  type Indicator,
  indicators,
  issuedLetters,
  resultIndicators,
  type StatisticsInput,
} from '@shared/domain/supervision/statistics';
import type { ReadDb } from '../../db/kysely';
import type { OfficeRules } from '../../platform/settings/office';
import {
  listCountedCases,
  listCountedLetters,
  listCountedResults,
} from './supervision.statistics.repository';
import { labelOf } from './supervision.statistics-rows';
import { listSupervisors } from './supervisors.repository';

/** A year in numbers. */
export type YearStatistics = {
  readonly input: StatisticsInput;
  readonly indicators: readonly Indicator[];
};

export const yearRange = (year: number): { from: CivilDate; to: CivilDate } => ({
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});

export async function readYear(
  db: ReadDb,
  office: OfficeRules,
  today: CivilDate,
  { year, town }: { year: number; town: string },
): Promise<YearStatistics> {
  const period = { ...yearRange(year), town };
  const [documents, cases, results, supervisors] = await Promise.all([
    listCountedLetters(db, period),
    listCountedCases(db, period),
    listCountedResults(db, period),
    listSupervisors(db),
  ]);
  const input: StatisticsInput = {
    ...yearRange(year),
    asOf: today,
    documents,
    cases,
    results,
    supervisors: supervisors.map((person) => ({ ...person, isActive: person.isActive === 1 })),
  };
  const kinds = office.catalogue.options.results.items;
  return { input, indicators: [...indicators(input), ...resultIndicators(input, kinds)] };
}

const MEASURES = [
  'reminderLetter',
  'publicReminder',
  'opinionLetter',
  'recommendationLetter',
  'transferLetter',
];

/** Group-bys of the year's new clues, and of its letters. */
export function distributions({ input }: YearStatistics, office: OfficeRules) {
  const desk = { office, today: input.asOf };
  const clues = input.cases.filter(({ openedOn }) => openedOn >= input.from && openedOn <= input.to);
  const names = new Map(office.catalogue.violations.types.map(({ code, name }) => [code, name]));
  const violations = clues.flatMap(({ items }) => [...new Set(items.map(({ code }) => code))]);
  return {
    byType: counted(issuedLetters(input, MEASURES), ({ kind }) => paperLabel(kind)),
    bySource: counted(clues, ({ source }) => labelOf(desk, 'clue-sources', source)),
    byViolation: counted(violations, (code) => names.get(code) ?? code),
    byTown: counted(clues, ({ town }) => town),
    byIndustry: counted(clues, ({ industry }) => labelOf(desk, 'industries', industry)),
    byNature: counted(clues, ({ nature }) => labelOf(desk, 'employer-natures', nature)),
  };
}

const counted = <T>(rows: readonly T[], keyOf: (row: T) => string) => [...countBy(rows, keyOf)];

/** The board's numbers: one line each, with what stands behind a rate. */
export function boardNumbers({ indicators: all }: YearStatistics): Output<'todo.board'>['year'] {
  const find = (key: string) => all.find((indicator) => indicator.key === key);
  const line = (key: string, label: string, unit: string, hint = '') => {
    const indicator = find(key);
    return { label, value: indicator ? `${indicator.value}${unit}` : '—', hint };
  };
  const rate = (key: string, label: string, of: string) => {
    const { numerator = 0, denominator = 0 } = find(key) ?? {};
    return line(key, label, '', denominator ? `${of} ${denominator}，其中 ${numerator}` : '');
  };
  const published = find('issued.publicReminder')?.numerator ?? 0;
  const women = find('workers.female')?.numerator ?? 0;
  return [
    line('issued.reminderLetter', '提示函', ' 件', published > 0 ? `另有公开提示函 ${published} 件` : ''),
    line('issued.opinionLetter', '意见书', ' 件'),
    line('issued.recommendationLetter', '建议书', ' 件'),
    rate('repliedInTime', '按期回复率', '应答复'),
    rate('rectifiedItems', '整改率', '应整改问题'),
    line('workers', '涉及职工', ' 人', women > 0 ? `其中女职工 ${women} 人` : ''),
    line('money', '挽回金额', ' 元', '有凭证的'),
  ];
}

export const boardMonths = ({ input }: YearStatistics): Output<'todo.board'>['monthly'] =>
  byMonth(input).map(({ month, reminder, opinion, recommendation, replied }) => ({
    month,
    issued: reminder + opinion + recommendation,
    replied,
  }));
