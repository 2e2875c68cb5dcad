import type { CivilDate } from '../kernel/civil-date';
import type { StatisticsDocument, StatisticsInput } from './statistics-rows';

/** Counting by a key, by month, in a period: what the indicators and the charts share. */

/** 用印成文 and later; withdrawn papers do not count. */
export const COUNTED_STATES = ['D05', 'D06', 'D06P', 'D07', 'D08', 'D09', 'D10', 'D11'];

export const within = (on: CivilDate | null, { from, to }: StatisticsInput): boolean =>
  on !== null && on >= from && on <= to;

/** Papers of these kinds made out in the period. */
export const issuedLetters = (
  input: StatisticsInput,
  kinds: readonly string[],
): readonly StatisticsDocument[] =>
  input.documents.filter(
    (document) =>
      kinds.includes(document.kind) &&
      COUNTED_STATES.includes(document.status) &&
      within(document.signedOn, input),
  );

/** 12.5%; — when there is nothing to compare with. */
export function percent(numerator: number, denominator: number): string {
  return denominator === 0 ? '—' : `${Math.round((numerator / denominator) * 1000) / 10}%`;
}

export function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Rows by a key, the most frequent first; blank keys are 未填写. */
export function countBy<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): readonly { label: string; count: number }[] {
  return [...groupBy(rows, (row) => keyOf(row) || '未填写')]
    .map(([label, list]) => ({ label, count: list.length }))
    .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'zh-CN'));
}

export type MonthCount = {
  readonly month: number;
  readonly reminder: number;
  readonly opinion: number;
  readonly recommendation: number;
  readonly replied: number;
};

/** Letters by month of signature and answers by month of receipt, January to December of the year of `from`. */
export function byMonth(input: StatisticsInput): readonly MonthCount[] {
  const year = input.from.slice(0, 4);
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const prefixOf = (month: number) => `${year}-${String(month).padStart(2, '0')}`;
  return months.map((month) => {
    const issued = (kind: string) =>
      issuedLetters(input, [kind]).filter((letter) => letter.signedOn?.startsWith(prefixOf(month))).length;
    const replied = input.documents.filter(
      (letter) => letter.status !== 'D99' && letter.repliedOn?.startsWith(prefixOf(month)),
    );
    return {
      month,
      reminder: issued('reminderLetter'),
      opinion: issued('opinionLetter'),
      recommendation: issued('recommendationLetter'),
      replied: replied.length,
    };
  });
}

/** For reports that leave the house: a number of people below `least` that could point at a person is hidden. */
export const hideSmall = (n: number, least: number): string => (n > 0 && n < least ? `<${least}` : String(n));
