import type { FieldValues } from '../../kernel/field';
import { textOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import type { CaseContext } from '../case-context';
import type { CaseData } from '../case-data';
import { type CaseEffect, effectsIf, type Rectified } from '../case-effect';
import { meet, startClock } from '../deadlines';
import { hasReached } from '../letters';
import {
  dateField,
  dayOf,
  establishedItems,
  itemAnswers,
  itemRows,
  itemRowsField,
  longField,
  RECTIFIED,
  required,
  selectField,
  textField,
} from './forms';

/** What the government department does with a 建议书. */

const RESULTS = {
  corrected: '已责令（督促）改正，须复查',
  handled: '已依法处理完毕',
  partly: '部分处理',
} as const;

const departmentField = textField('department', '部门', required);

const departmentInitial = (c: CaseData, ctx: CaseContext, name: string): FieldValues => ({
  [name]: ctx.today,
  department: c.documents.findLast((document) => document.kind === 'recommendationLetter')?.addressee ?? null,
});

const departmentAccepted: CaseAction = {
  key: 'departmentAccepted',
  label: '登记部门立案',
  from: ['C17'],
  permission: 'case.write',
  fields: () => [departmentField, dateField('filedOn', '立案日期'), textField('filingNo', '立案文号')],
  initial: (c, ctx) => departmentInitial(c, ctx, 'filedOn'),
  happened: ['filedOn'],
  outcome: (_c, values, ctx) => {
    const on = dayOf(values, 'filedOn', ctx);
    return [
      meet('departmentFiling', on),
      meet('departmentFollowUp', on),
      ...startClock(ctx.rules, 'departmentInvestigation', on, '部门立案'),
      ...startClock(ctx.rules, 'departmentFollowUp', on, '部门立案'),
    ];
  },
};

const departmentDeclined: CaseAction = {
  key: 'departmentDeclined',
  label: '登记部门不立案',
  from: ['C17'],
  permission: 'case.write',
  fields: () => [
    departmentField,
    dateField('declinedOn', '日期'),
    longField('reason', '不立案的理由', required),
    textField('documentNo', '文号'),
  ],
  initial: (c, ctx) => departmentInitial(c, ctx, 'declinedOn'),
  happened: ['declinedOn'],
  outcome: (_c, values, ctx) => [
    { type: 'state', to: 'C19' },
    meet('departmentFiling', dayOf(values, 'declinedOn', ctx)),
    meet('departmentFollowUp', dayOf(values, 'declinedOn', ctx)),
  ],
};

const followUpDepartment: CaseAction = {
  key: 'followUpDepartment',
  label: '跟进部门办理',
  from: ['C17'],
  permission: 'case.write',
  isPrimary: (c, ctx) =>
    c.deadlines.some(
      (deadline) =>
        deadline.kind === 'departmentFollowUp' &&
        deadline.status === 'running' &&
        deadline.dueOn <= ctx.today,
    ),
  fields: () => [
    departmentField,
    dateField('followedOn', '日期'),
    longField('content', '跟进情况', required),
  ],
  initial: (c, ctx) => departmentInitial(c, ctx, 'followedOn'),
  happened: ['followedOn'],
  outcome: (_c, values, ctx) => {
    const on = dayOf(values, 'followedOn', ctx);
    return [meet('departmentFollowUp', on), ...startClock(ctx.rules, 'departmentFollowUp', on, '跟进')];
  },
};

const departmentResult: CaseAction = {
  key: 'departmentResult',
  label: '登记部门处理结果',
  from: ['C17'],
  permission: 'case.write',
  isPrimary: () => true,
  fields: (c) => [
    departmentField,
    dateField('resultOn', '反馈日期'),
    selectField('result', '处理结果', RESULTS),
    itemRowsField('items', '逐项情况', establishedItems(c), [selectField('state', '改正情况', RECTIFIED)]),
    longField('content', '反馈内容', required),
    textField('documentNo', '反馈文号'),
  ],
  initial: (c, ctx) => ({
    ...departmentInitial(c, ctx, 'resultOn'),
    items: itemRows(establishedItems(c), 'state', () => null),
  }),
  happened: ['resultOn'],
  check: (c, values) => {
    if (textOf(values, 'result') !== 'handled') return [];
    const states = itemAnswers(values, 'items', 'state');
    const isOpen = establishedItems(c).some(
      (item) => !['done', 'objectionUpheld'].includes(states.get(item.id) ?? ''),
    );
    return isOpen ? [{ field: 'items', message: '处理完毕的，各项问题应当已改正或者异议成立' }] : [];
  },
  outcome: (c, values, ctx) => {
    const on = dayOf(values, 'resultOn', ctx);
    const isHandled = textOf(values, 'result') === 'handled';
    return [
      ...feedback(c, values, ctx),
      {
        type: 'rectified',
        items: [...itemAnswers(values, 'items', 'state')].map(([id, state]) => ({
          id,
          state: (state === 'done' && !isHandled ? 'promised' : state) as Rectified,
        })),
      },
      meet('departmentInvestigation', on),
      meet('departmentFollowUp', on),
      { type: 'state', to: isHandled ? 'C15' : 'C14' },
      ...(isHandled
        ? startClock(ctx.rules, 'closing', on, '部门处理完毕')
        : startClock(ctx.rules, 'recheck', on, '部门处理')),
      ...effectsIf(isHandled, { type: 'paper', kind: 'closingReport' }),
    ];
  },
};

/** The department's feedback is the answer to its 建议书. */
function feedback(c: CaseData, values: FieldValues, ctx: CaseContext): CaseEffect[] {
  const department = textOf(values, 'department');
  const letters = c.documents.filter(
    (document) =>
      document.kind === 'recommendationLetter' && document.status === 'D07' && hasReached(document),
  );
  const letter = letters.find((document) => document.addressee === department) ?? letters.at(-1);
  if (!letter) return [];
  return [
    {
      type: 'document',
      documentId: letter.id,
      effects: [
        { type: 'reply', repliedOn: dayOf(values, 'resultOn', ctx), isFormal: true, values },
        { type: 'status', to: 'D11' },
      ],
    },
  ];
}

export const DEPARTMENT_ACTIONS: readonly CaseAction[] = [
  followUpDepartment,
  departmentResult,
  departmentAccepted,
  departmentDeclined,
];
