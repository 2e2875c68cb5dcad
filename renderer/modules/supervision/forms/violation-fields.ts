import { keptDemand, readableDemand } from '@renderer/lib/demand-marks';
import type { Input } from '@shared/contract';
import type { ViolationItem } from '@shared/contract/supervision';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { FINDING_LABELS, RECTIFIED_LABELS, toOptions } from '../components/labels';

export type ViolationInput = Input<'supervision.violation.save'>['item'];

/** What is asked of each suspected violation when a clue comes in. */
export const CLUE_VIOLATION_FIELDS: readonly Field[] = [
  {
    name: 'fact',
    label: '反映的事实（时间、做法、范围）',
    kind: 'longText',
    maxLength: 2000,
    placeholder: '例如：2026年6月至8月，装配车间排班每日工作时间超过十小时',
    help: '本栏内容会写入对外文书，请勿填写反映人的姓名、岗位、电话等信息。',
  },
  { name: 'workerCount', label: '涉及职工人数', kind: 'count' },
  { name: 'amountFen', label: '涉及金额', kind: 'money' },
  { name: 'evidence', label: '已有证据', kind: 'text', maxLength: 500 },
];

/** The same item on the case page: with what was found, demanded and put right. */
export const CASE_VIOLATION_FIELDS: readonly Field[] = [
  ...CLUE_VIOLATION_FIELDS,
  {
    name: 'demand',
    label: '整改要求',
    kind: 'longText',
    maxLength: 2000,
    help: '写入提示函、意见书的改正要求，默认取自违法类型目录。【金额】【人数】【所属期间】由文书按本事项自动填入。',
  },
  { name: 'demandDueOn', label: '整改完成时限', kind: 'date' },
  {
    name: 'finding',
    label: '调查认定',
    kind: 'select',
    isRequired: true,
    options: toOptions(FINDING_LABELS),
  },
  {
    name: 'rectified',
    label: '整改情况',
    kind: 'select',
    isRequired: true,
    options: toOptions(RECTIFIED_LABELS),
  },
];

const text = (values: FieldValues, name: string) =>
  typeof values[name] === 'string' ? (values[name] as string).trim() : '';
const whole = (values: FieldValues, name: string) => (typeof values[name] === 'number' ? values[name] : null);

export function toViolationInput(code: string, values: FieldValues): ViolationInput {
  return {
    code,
    fact: text(values, 'fact'),
    workerCount: whole(values, 'workerCount'),
    amountFen: whole(values, 'amountFen'),
    evidence: text(values, 'evidence'),
    demand: keptDemand(text(values, 'demand')),
    demandDueOn: text(values, 'demandDueOn') || null,
    finding: (text(values, 'finding') || 'pending') as ViolationItem['finding'],
    rectified: (text(values, 'rectified') || 'pending') as ViolationItem['rectified'],
  };
}

export function violationValues(item: ViolationItem): FieldValues {
  const { code: _code, id: _id, name: _name, citation: _citation, ...values } = item;
  return { ...values, demand: readableDemand(item.demand) };
}
