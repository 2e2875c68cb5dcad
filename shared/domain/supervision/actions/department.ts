import type { CivilDate } from '../../kernel/civil-date';
import type { Field, FieldValues } from '../../kernel/field';
import { textOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import type { CaseContext } from '../case-context';
import type { CaseData, DocumentData } from '../case-data';
import type { CaseEffect, Rectified } from '../case-effect';
import { DEPARTMENT_CLOCKS, meet, startClock } from '../deadlines';
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

/** 建议书 that reached their department and wait for its answer; each has clocks of its own. */
const waitingLetters = (c: CaseData): readonly DocumentData[] =>
  c.documents.filter(
    (document) =>
      document.kind === 'recommendationLetter' && document.status === 'D07' && hasReached(document),
  );

/** The department; chosen when several were written to. */
function departmentField(c: CaseData): Field {
  const departments = [...new Set(waitingLetters(c).map((letter) => letter.addressee))];
  if (departments.length < 2) return textField('department', '部门', required);
  return selectField(
    'department',
    '部门',
    Object.fromEntries(departments.map((department) => [department, department])),
  );
}

const departmentInitial = (c: CaseData, ctx: CaseContext, name: string): FieldValues => ({
  [name]: ctx.today,
  department:
    waitingLetters(c).at(-1)?.addressee ??
    c.documents.findLast((document) => document.kind === 'recommendationLetter')?.addressee ??
    null,
});

/** The letter the form speaks of. */
function letterOf(c: CaseData, values: FieldValues): DocumentData | undefined {
  const letters = waitingLetters(c);
  return letters.find(({ addressee }) => addressee === textOf(values, 'department')) ?? letters.at(-1);
}

const departmentAccepted: CaseAction = {
  key: 'departmentAccepted',
  label: '登记部门立案',
  from: ['C17'],
  permission: 'case.write',
  fields: (c) => [departmentField(c), dateField('filedOn', '立案日期'), textField('filingNo', '立案文号')],
  initial: (c, ctx) => departmentInitial(c, ctx, 'filedOn'),
  happened: ['filedOn'],
  outcome: (c, values, ctx) => {
    const on = dayOf(values, 'filedOn', ctx);
    const letterId = letterOf(c, values)?.id;
    return [
      meet('departmentFiling', on, letterId),
      meet('departmentFollowUp', on, letterId),
      ...startClock(ctx.rules, 'departmentInvestigation', on, '部门立案', letterId),
      ...startClock(ctx.rules, 'departmentFollowUp', on, '部门立案', letterId),
    ];
  },
};

const departmentDeclined: CaseAction = {
  key: 'departmentDeclined',
  label: '登记部门不立案',
  from: ['C17'],
  permission: 'case.write',
  fields: (c) => [
    departmentField(c),
    dateField('declinedOn', '日期'),
    longField('reason', '不立案的理由', required),
    textField('documentNo', '文号'),
  ],
  initial: (c, ctx) => departmentInitial(c, ctx, 'declinedOn'),
  happened: ['declinedOn'],
  outcome: (c, values, ctx) => {
    const [on, letterId] = [dayOf(values, 'declinedOn', ctx), letterOf(c, values)?.id];
    return [
      { type: 'state', to: 'C19' },
      meet('departmentFiling', on, letterId),
      meet('departmentFollowUp', on, letterId),
    ];
  },
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
  fields: (c) => [
    departmentField(c),
    dateField('followedOn', '日期'),
    longField('content', '跟进情况', required),
  ],
  initial: (c, ctx) => departmentInitial(c, ctx, 'followedOn'),
  happened: ['followedOn'],
  outcome: (c, values, ctx) => {
    const [on, letterId] = [dayOf(values, 'followedOn', ctx), letterOf(c, values)?.id];
    return [
      meet('departmentFollowUp', on, letterId),
      ...startClock(ctx.rules, 'departmentFollowUp', on, '跟进', letterId),
    ];
  },
};

const departmentResult: CaseAction = {
  key: 'departmentResult',
  label: '登记部门处理结果',
  from: ['C17'],
  permission: 'case.write',
  isPrimary: () => true,
  fields: (c) => [
    departmentField(c),
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
    const letter = letterOf(c, values);
    const isLast = waitingLetters(c).every((other) => other === letter);
    return [
      ...feedback(letter, values, ctx),
      {
        type: 'rectified',
        items: [...itemAnswers(values, 'items', 'state')].map(([id, state]) => ({
          id,
          state: (state === 'done' && !isHandled ? 'promised' : state) as Rectified,
        })),
      },
      ...DEPARTMENT_CLOCKS.map((kind) => meet(kind, on, letter?.id)),
      ...(isHandled || isLast ? afterDepartments(isHandled, on, ctx) : [STILL_WAITING]),
    ];
  },
};

const STILL_WAITING: CaseEffect = {
  type: 'message',
  level: 'info',
  text: '还有部门没有反馈，案件仍在跟进；需要先行复查的，办理“登记改正情况”',
};

function afterDepartments(isHandled: boolean, on: CivilDate, ctx: CaseContext): readonly CaseEffect[] {
  if (!isHandled) {
    return [{ type: 'state', to: 'C14' }, ...startClock(ctx.rules, 'recheck', on, '部门处理')];
  }
  return [
    { type: 'state', to: 'C15' },
    ...startClock(ctx.rules, 'closing', on, '部门处理完毕'),
    { type: 'paper', kind: 'closingReport' },
  ];
}

/** The department's feedback is the answer to its 建议书. */
function feedback(letter: DocumentData | undefined, values: FieldValues, ctx: CaseContext): CaseEffect[] {
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
