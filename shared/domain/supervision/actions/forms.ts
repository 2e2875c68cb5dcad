import type { CivilDate } from '../../kernel/civil-date';
import type { Field, FieldValues, Option } from '../../kernel/field';
import { dayOf as dayIn, type RowValues, rowsOf } from '../../papers/lifecycle-values';
import type { CaseContext } from '../case-context';
import type { CaseData, ViolationData } from '../case-data';
import type { CaseEffect, Finding, Rectified } from '../case-effect';

/** Pieces the forms of the actions are put together from. */

export const dateField = (name: string, label: string, more: Partial<Field> = {}): Field => ({
  name,
  label,
  kind: 'date',
  isRequired: true,
  ...more,
});

export const textField = (name: string, label: string, more: Partial<Field> = {}): Field => ({
  name,
  label,
  kind: 'text',
  ...more,
});

export const longField = (name: string, label: string, more: Partial<Field> = {}): Field => ({
  name,
  label,
  kind: 'longText',
  ...more,
});

export const flagField = (name: string, label: string, more: Partial<Field> = {}): Field => ({
  name,
  label,
  kind: 'flag',
  ...more,
});

export const selectField = (
  name: string,
  label: string,
  options: Readonly<Record<string, string>>,
  more: Partial<Field> = {},
): Field => ({ name, label, kind: 'select', isRequired: true, options: optionsOf(options), ...more });

export const multiField = (
  name: string,
  label: string,
  options: Readonly<Record<string, string>>,
  more: Partial<Field> = {},
): Field => ({ name, label, kind: 'multiSelect', isRequired: true, options: optionsOf(options), ...more });

export const optionsOf = (labels: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

export const required = { isRequired: true } as const;

/** Who agreed and in what words: the opinion boxes of 审批表. */
export const approvalFields = (opinionLabel = '审批意见'): readonly Field[] => [
  textField('approver', '批准人', { isRequired: true, maxLength: 30, group: '审批' }),
  longField('approverOpinion', opinionLabel, { isRequired: true, maxLength: 500, group: '审批' }),
];

/** The day of an action, today unless the form says otherwise. */
export const dayOf = (values: FieldValues, name: string, ctx: Pick<CaseContext, 'today'>): CivilDate =>
  dayIn(values, name, ctx.today);

/** Item 1. 超时加班, to choose by. */
const itemOptions = (items: readonly ViolationData[]): readonly Option[] =>
  items.map((item, index) => ({ value: String(item.id), label: `${index + 1}. ${item.name}` }));

export const FINDINGS = {
  established: '成立',
  notEstablished: '不成立',
  insufficient: '证据不足',
} as const satisfies Partial<Record<Finding, string>>;

export const RECTIFIED = {
  done: '已改正',
  partly: '部分改正',
  promised: '承诺改正',
  none: '未改正',
  objectionUpheld: '异议成立',
} as const satisfies Partial<Record<Rectified, string>>;

/** One row an item: which item, and what is said of it. */
export function itemRowsField(
  name: string,
  label: string,
  items: readonly ViolationData[],
  columns: readonly Field[],
): Field {
  const item: Field = {
    name: 'item',
    label: '问题',
    kind: 'select',
    isRequired: true,
    isFixed: true,
    options: itemOptions(items),
  };
  return { name, label, kind: 'rows', isRequired: items.length > 0, of: [item, ...columns] };
}

/** Rows the form opens with: all items, the given value in the given column. */
export const itemRows = (
  items: readonly ViolationData[],
  column: string,
  answerOf: (item: ViolationData) => string | null,
): RowValues[] => items.map((item) => ({ item: String(item.id), [column]: answerOf(item) }));

/** What the rows say, by item. */
export function itemAnswers(values: FieldValues, name: string, column: string): ReadonlyMap<number, string> {
  return new Map(rowsOf(values, name).map((row) => [Number(row.item), String(row[column] ?? '')]));
}

export const establishedItems = (c: CaseData): readonly ViolationData[] =>
  c.violations.filter((item) => item.finding === 'established');

/** Items to be corrected that are neither corrected nor successfully disputed. */
export const openItems = (c: CaseData): readonly ViolationData[] =>
  establishedItems(c).filter((item) => item.rectified !== 'done' && item.rectified !== 'objectionUpheld');

export const namesOf = (items: readonly ViolationData[]): string => items.map((item) => item.name).join('、');

/** Somebody with a name complained and has to be told. */
export const hasNamedComplainant = (c: CaseData): boolean => c.hasComplainant && !c.isAnonymous;

/** What the closed file is wrapped in. */
export const DOSSIER_PAPERS: readonly CaseEffect[] = [
  { type: 'paper', kind: 'dossierCover' },
  { type: 'paper', kind: 'dossierIndex' },
  { type: 'paper', kind: 'filingNote' },
];
