import type { RuleRow } from '@shared/contract/settings';
import { groupedDigits } from '../../lib/format';

export const PERIOD_UNITS = [
  { value: 'day', label: '日（自然日）' },
  { value: 'workday', label: '个工作日' },
  { value: 'month', label: '个月' },
  { value: 'year', label: '年' },
] as const;

const SHORT_UNITS = { day: '日', workday: '个工作日', month: '个月', year: '年' } as const;

/** 15个工作日, 是, 主席、副主席 … */
export function ruleText(rule: RuleRow): string {
  if (rule.kind === 'period')
    return rule.n === null || rule.unit === null ? '未规定' : `${rule.n}${SHORT_UNITS[rule.unit]}`;
  const { value } = rule;
  if (value === null) return '未规定';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' ? value.join('、') : groupedDigits(String(value));
}
