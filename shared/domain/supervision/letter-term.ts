import { computeDeadline } from '../kernel/deadline';
import type { PeriodRule } from '../kernel/rule-profile';
import type { ResolvedRules, RuleOrigin } from '../kernel/rules';
import type { CaseContext } from './case-context';
import { flagRule, periodRule } from './rule-access';

/** Rule of the reply term that is printed on a letter; empty: the letter has none. */
export const REPLY_RULES: Readonly<Record<string, string>> = {
  reminderLetter: 'supervision.reminderReply',
  opinionLetter: 'supervision.opinionReply',
};

export type LetterTerm = PeriodRule & RuleOrigin & { readonly ruleKey: string };

type TermContext = Pick<CaseContext, 'rules' | 'upperRules' | 'calendar' | 'today'>;

/**
 * Reply term for a new letter of this kind; null when it has none. Where the law of a level above gives more time, the
 * letter gives the longer period (supervision.preferLongerPeriod), judged for a letter served today.
 */
export function letterTerm(kind: string, ctx: TermContext): LetterTerm | null {
  const ruleKey = REPLY_RULES[kind];
  if (ruleKey === undefined) return null;
  const own = periodRule(ctx.rules, ruleKey);
  if (own === null) return null;
  const candidates = [own];
  if (flagRule(ctx.rules, 'supervision.preferLongerPeriod')) {
    candidates.push(...(ctx.upperRules ?? []).flatMap((rules) => lawPeriod(rules, ruleKey)));
  }
  const dueOf = (rule: PeriodRule) =>
    computeDeadline({ rule, startOn: ctx.today, calendar: ctx.calendar }).dueOn;
  const longest = candidates.reduce((best, rule) => (dueOf(rule) > dueOf(best) ? rule : best));
  return { ...longest, ruleKey };
}

/** What the law of a level above says; a default of ours is no reason to give more time. */
function lawPeriod(rules: ResolvedRules, ruleKey: string): (PeriodRule & RuleOrigin)[] {
  const rule = periodRule(rules, ruleKey);
  return rule !== null && rule.source === 'law' ? [rule] : [];
}

/** The printed term is shorter than the one that applies here. */
export function isTooShort(
  printed: Pick<PeriodRule, 'n' | 'unit'>,
  kind: string,
  ctx: TermContext,
): LetterTerm | null {
  const least = letterTerm(kind, ctx);
  if (least === null) return null;
  const dueOf = (rule: Pick<PeriodRule, 'n' | 'unit'>) =>
    computeDeadline({ rule, startOn: ctx.today, calendar: ctx.calendar }).dueOn;
  return dueOf(printed) < dueOf(least) ? least : null;
}
