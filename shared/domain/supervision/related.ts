import { addDays, addMonths, addYears, type CivilDate } from '../kernel/civil-date';
import type { ResolvedRules } from '../kernel/rules';
import { periodRule } from './rule-access';

/** 串并案: other cases that may be about the same thing. */

/** A case as far as the comparison needs it. */
export type ComparedCase = {
  readonly id: number;
  readonly caseNo: string;
  readonly title: string;
  readonly employerId: number | null;
  readonly openedOn: CivilDate;
  readonly factsFrom: CivilDate | null;
  readonly factsTo: CivilDate | null;
  readonly violationCodes: readonly string[];
};

export type RelatedCase = {
  readonly id: number;
  readonly caseNo: string;
  readonly title: string;
  readonly why: string;
};

const WINDOW_RULE = 'supervision.duplicateClueWindow';

/** First day of the window in which a second clue about one employer is a possible duplicate; null without a rule. */
export function duplicateWindowStart(rules: ResolvedRules, openedOn: CivilDate): CivilDate | null {
  const window = periodRule(rules, WINDOW_RULE);
  if (window === null) return null;
  if (window.unit === 'month') return addMonths(openedOn, -window.n);
  return window.unit === 'year' ? addYears(openedOn, -window.n) : addDays(openedOn, -window.n);
}

/** Cases about the same employer within the window, the likeliest first, each with the reason. */
export function relatedCases(
  subject: ComparedCase,
  others: readonly ComparedCase[],
  rules: ResolvedRules,
): readonly RelatedCase[] {
  const from = duplicateWindowStart(rules, subject.openedOn);
  const until = (other: ComparedCase) => duplicateWindowStart(rules, other.openedOn);
  return others
    .filter((other) => other.id !== subject.id && other.employerId !== null)
    .filter((other) => other.employerId === subject.employerId)
    .filter((other) =>
      other.openedOn <= subject.openedOn
        ? from !== null && other.openedOn >= from
        : subject.openedOn >= (until(other) ?? '9999'),
    )
    .map((other) => ({ other, reasons: reasonsOf(subject, other) }))
    .toSorted(
      (a, b) => b.reasons.length - a.reasons.length || b.other.openedOn.localeCompare(a.other.openedOn),
    )
    .map(({ other: { id, caseNo, title }, reasons }) => ({ id, caseNo, title, why: whyText(reasons) }));
}

const whyText = (reasons: readonly string[]): string =>
  reasons.length === 1 ? '同一单位，疑似重复或者可以并案' : `${reasons.join('、')}，疑似同一事项`;

function reasonsOf(subject: ComparedCase, other: ComparedCase): readonly string[] {
  const common = subject.violationCodes.filter((code) => other.violationCodes.includes(code));
  return [
    '同一单位',
    ...(common.length > 0 ? [`违法类型相同（${common.join('、')}）`] : []),
    ...(periodsOverlap(subject, other) ? ['事实期间重叠'] : []),
  ];
}

/** An open side reaches as far as it may; two unknown periods are no overlap. */
function periodsOverlap(a: ComparedCase, b: ComparedCase): boolean {
  const isUnknown = (one: ComparedCase) => one.factsFrom === null && one.factsTo === null;
  if (isUnknown(a) || isUnknown(b)) return false;
  return (a.factsFrom ?? '') <= (b.factsTo ?? '9999') && (b.factsFrom ?? '') <= (a.factsTo ?? '9999');
}
