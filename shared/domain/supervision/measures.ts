import { type CaseContext, UNIT_LEVELS, type UnitLevel } from './case-context';
import type { CaseData } from './case-data';
import { employerLetters, hasReached, isPending, shortDay } from './letters';
import { paperLabel } from './paper-kinds';
import { basisOf, codeRule, flagRule, textRule } from './rule-access';
import { provedTriggers } from './triggers';

/** What the union may do about an established violation, and what speaks against it now. */

export const MEASURES = {
  reminderLetter: '发出提示函',
  opinionLetter: '发出意见书',
  recommendationLetter: '向有关部门发出建议书',
  transferLetter: '移送有关机关',
  recheck: '已改正，直接复查',
} as const;
export type Measure = keyof typeof MEASURES;

const LEVEL_LABELS: Readonly<Record<UnitLevel, string>> = {
  grassroots: '基层工会',
  county: '县级总工会',
  city: '市级总工会',
  province: '省级总工会',
};

const isLevel = (level: string): level is UnitLevel => (UNIT_LEVELS as readonly string[]).includes(level);

/** Against a 建议书: the level of the union, or no trigger that is proved. */
export function recommendationReasons(c: CaseData, ctx: CaseContext): string[] {
  const reasons: string[] = [];
  const least = textRule(ctx.rules, 'supervision.recommendationMinLevel');
  if (isLevel(least) && UNIT_LEVELS.indexOf(ctx.unitLevel) < UNIT_LEVELS.indexOf(least)) {
    const basis = basisOf(ctx.rules, 'supervision.recommendationMinLevel');
    reasons.push(`建议书由${LEVEL_LABELS[least]}以上地方总工会发出${basis}，可以提请上级工会发出`);
  }
  if (provedTriggers(c, ctx).length === 0) reasons.push(noTriggerReason(c, ctx));
  return reasons;
}

function noTriggerReason(c: CaseData, ctx: CaseContext): string {
  const opinions = employerLetters(c, 'opinionLetter').filter(hasReached);
  const pending = opinions.find((letter) => isPending(letter, ctx.today));
  if (pending?.dueOn) {
    return `意见书尚在答复期内，${shortDay(pending.dueOn, ctx.today)}期满后可用`;
  }
  const basis = basisOf(ctx.rules, 'supervision.recommendationTriggers');
  const labels = codeRule(ctx.rules, 'supervision.recommendationTriggers').map((code) => {
    const item = ctx.catalogue.options['recommendation-triggers'].items.find((known) => known.code === code);
    return item?.label ?? code;
  });
  const missing = opinions.length === 0 ? '意见书尚未送达用人单位' : '尚无可以发出建议书的情形';
  return `${missing}：须有${labels.join('、')}之一${basis}`;
}

/** A reminder reached the employer before. */
const reminderReached = (c: CaseData): boolean => employerLetters(c, 'reminderLetter').some(hasReached);

/** Against an 意见书: a reminder has to come first, or the investigation. */
export function opinionReasons(c: CaseData, ctx: CaseContext): string[] {
  const reasons: string[] = [];
  if (flagRule(ctx.rules, 'supervision.reminderRequiredBeforeOpinion') && !reminderReached(c)) {
    const basis = basisOf(ctx.rules, 'supervision.reminderRequiredBeforeOpinion');
    reasons.push(`发出意见书前应当先发出提示函${basis}`);
  }
  const isInvestigated = c.events.some(
    (event) => event.action === 'recordInvestigation' || event.action === 'employerObstructed',
  );
  if (flagRule(ctx.rules, 'supervision.investigationBeforeOpinion') && !isInvestigated) {
    const basis = basisOf(ctx.rules, 'supervision.investigationBeforeOpinion');
    reasons.push(`发出意见书前应当经过调查${basis}`);
  }
  return reasons;
}

/** The newest letter that still has time for its answer, as a reason to wait. */
export function waitingReason(c: CaseData, ctx: CaseContext): string[] {
  const pending = employerLetters(c).findLast((letter) => isPending(letter, ctx.today));
  if (!pending?.dueOn) return [];
  const name = paperLabel(pending.kind);
  return [`${name}尚在答复期内，${shortDay(pending.dueOn, ctx.today)}期满后可用`];
}

/** What speaks against a measure; empty: it may be taken. */
export function measureReasons(measure: string, c: CaseData, ctx: CaseContext): string[] {
  if (measure === 'opinionLetter') return opinionReasons(c, ctx);
  if (measure === 'recommendationLetter') return recommendationReasons(c, ctx);
  return [];
}
