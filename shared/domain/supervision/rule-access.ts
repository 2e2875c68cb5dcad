import type { PeriodRule } from '../kernel/rule-profile';
import { findPeriod, findValue, type ResolvedRules, type RuleOrigin } from '../kernel/rules';

/** Reading rules of the module: a rule the jurisdiction lacks is its neutral value, never a number of our own. */

/** The period under `key`; null when this jurisdiction has none. */
export const periodRule = (rules: ResolvedRules, key: string): (PeriodRule & RuleOrigin) | null =>
  findPeriod(rules, key);

/** A yes-or-no rule; no when absent. */
export const flagRule = (rules: ResolvedRules, key: string): boolean => findValue(rules, key) === true;

/** A number; 0 when absent. */
export function countRule(rules: ResolvedRules, key: string): number {
  const value = findValue(rules, key);
  return typeof value === 'number' ? value : 0;
}

/** A list of codes; empty when absent. */
export function codeRule(rules: ResolvedRules, key: string): readonly string[] {
  const value = findValue(rules, key);
  return Array.isArray(value) ? value : [];
}

/** A word or code; empty when absent. */
export function textRule(rules: ResolvedRules, key: string): string {
  const value = findValue(rules, key);
  return typeof value === 'string' ? value : '';
}

/** Source of a rule as its profile states it; empty when absent. */
export const sourceOf = (rules: ResolvedRules, key: string): string => rules.rules[key]?.basis ?? '';

/** （依据：《浙江省工会劳动法律监督条例》第十七条）, to stand behind a reason; empty when the rule is absent. */
export function basisOf(rules: ResolvedRules, key: string): string {
  const source = sourceOf(rules, key);
  return source === '' ? '' : `（依据：${source}）`;
}

const UNIT_TEXT = { day: '日', workday: '个工作日', month: '个月', year: '年' } as const;

/** 15个工作日, 15日. */
export const periodText = (period: Pick<PeriodRule, 'n' | 'unit'>): string =>
  `${period.n}${UNIT_TEXT[period.unit]}`;
