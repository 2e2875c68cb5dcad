import type { FieldValues } from '../../kernel/field';
import type { Problem } from '../../papers/lifecycle-data';
import { codesOf, textOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import type { CaseContext } from '../case-context';
import type { CaseData } from '../case-data';
import { type CaseEffect, effectsIf, type Finding } from '../case-effect';
import { meet, startClock } from '../deadlines';
import { draftsOf, employerLetters } from '../letters';
import { MEASURES, measureReasons } from '../measures';
import { EMPLOYER_LETTERS, isPaperKind, type PaperKind } from '../paper-kinds';
import { flagRule } from '../rule-access';
import {
  approvalFields,
  dateField,
  dayOf,
  FINDINGS,
  hasNamedComplainant,
  itemAnswers,
  itemRows,
  itemRowsField,
  longField,
  multiField,
  required,
  selectField,
  textField,
} from './forms';

/** 处理意见审议: a finding for every item, then what is to be done. */

const BODIES = { department: '部门会议', committee: '监督委员会', leaders: '主席办公会' } as const;

const answersOf = (values: FieldValues) => itemAnswers(values, 'items', 'finding');

const isEstablished = (values: FieldValues): boolean =>
  [...answersOf(values).values()].includes('established');

function checkDeliberation(c: CaseData, values: FieldValues, ctx: CaseContext): Problem[] {
  const answers = answersOf(values);
  const missing = c.violations.filter((item) => !answers.get(item.id));
  if (missing.length > 0) {
    return [{ field: 'items', message: `请逐项作出认定：${missing.map((item) => item.name).join('、')}` }];
  }
  const measures = codesOf(values, 'measures');
  if (!isEstablished(values)) {
    return measures.length === 0 ? [] : [{ field: 'measures', message: '没有成立的问题，不能采取监督措施' }];
  }
  if (measures.length === 0) return [{ field: 'measures', message: '请选择拟采取的措施' }];
  if (measures.includes('recheck') && measures.length > 1) {
    return [{ field: 'measures', message: '“已改正，直接复查”不能与其他措施同时选择' }];
  }
  const judged = withFindings(c, answers);
  return measures.flatMap((measure) =>
    measureReasons(measure, judged, ctx).map((message) => ({ field: 'measures', message })),
  );
}

/** The case as it will be with these findings. */
const withFindings = (c: CaseData, answers: ReadonlyMap<number, string>): CaseData => ({
  ...c,
  violations: c.violations.map((item) => ({
    ...item,
    finding: answers.get(item.id) as Finding,
  })),
});

function deliberationEffects(_c: CaseData, values: FieldValues, ctx: CaseContext): CaseEffect[] {
  const on = dayOf(values, 'decidedOn', ctx);
  const items = [...answersOf(values)].map(([id, finding]) => ({ id, finding: finding as Finding }));
  const established = items.filter((item) => item.finding === 'established');
  const findings: CaseEffect[] = [{ type: 'findings', items }, meet('deliberation', on)];
  if (established.length === 0) {
    return [
      ...findings,
      { type: 'state', to: 'C10' },
      ...startClock(ctx.rules, 'explanation', on, '认定不成立'),
    ];
  }
  const measures = codesOf(values, 'measures');
  if (measures.includes('recheck')) {
    return [
      ...findings,
      { type: 'rectified', items: established.map(({ id }) => ({ id, state: 'promised' as const })) },
      { type: 'state', to: 'C14' },
      ...startClock(ctx.rules, 'recheck', on, '审议认定已改正'),
    ];
  }
  return [
    ...findings,
    { type: 'state', to: 'C11' },
    ...startClock(ctx.rules, 'issueLetters', on, '作出处理决定'),
    ...measures.filter(isPaperKind).map((kind): CaseEffect => ({ type: 'paper', kind })),
    ...effectsIf(measures.includes('recommendationLetter') || measures.includes('transferLetter'), {
      type: 'paper',
      kind: 'handoverList',
    }),
  ];
}

const deliberate: CaseAction = {
  key: 'deliberate',
  label: '审议处理意见',
  from: ['C09'],
  permission: 'case.approve',
  isPrimary: () => true,
  fields: (c, ctx) => [
    dateField('decidedOn', '审议日期'),
    selectField('body', '审议组织', BODIES),
    itemRowsField('items', '逐项认定', c.violations, [
      selectField('finding', '认定', FINDINGS),
      textField('note', '说明'),
    ]),
    multiField('measures', '拟采取的措施', MEASURES, { isRequired: false }),
    longField('opinion', '审议意见', required),
    ...(flagRule(ctx.rules, 'supervision.hearOpinionsBeforeDecision')
      ? [longField('heardOpinions', '听取用人单位陈述的情况', required)]
      : []),
    ...approvalFields(),
  ],
  initial: (c, ctx) => ({
    decidedOn: ctx.today,
    body: 'committee',
    items: itemRows(c.violations, 'finding', (item) => (item.finding === 'pending' ? null : item.finding)),
    measures: [],
    approverOpinion: '同意审议意见。',
  }),
  happened: ['decidedOn'],
  check: checkDeliberation,
  outcome: deliberationEffects,
  suggestsPapers: ['reminderLetter', 'opinionLetter'],
};

const returnToInvestigation: CaseAction = {
  key: 'returnToInvestigation',
  label: '退回补充调查',
  from: ['C09'],
  permission: 'case.approve',
  fields: () => [
    dateField('returnedOn', '日期'),
    longField('reason', '需要补充的事项', required),
    ...approvalFields(),
  ],
  initial: (_c, ctx) => ({ returnedOn: ctx.today, approverOpinion: '请补充调查后再议。' }),
  happened: ['returnedOn'],
  outcome: (_c, values, ctx) => [
    { type: 'state', to: 'C08' },
    ...startClock(ctx.rules, 'investigation', dayOf(values, 'returnedOn', ctx), '退回补充调查'),
  ],
};

/** No violation: the worker is told why. 浙江条例第19条. */
const explainNotEstablished: CaseAction = {
  key: 'explainNotEstablished',
  label: '向反映人说明',
  from: ['C10'],
  permission: 'case.write',
  isPrimary: () => true,
  fields: () => [
    dateField('explainedOn', '日期'),
    selectField('mode', '方式', {
      meeting: '当面',
      phone: '电话',
      written: '书面',
      notPossible: '无法说明（匿名或者无反映人）',
    }),
    textField('explainedBy', '说明人', { isRequired: true, maxLength: 30 }),
    longField('content', '说明内容', required),
    longField('response', '反映人意见'),
  ],
  initial: (c, ctx) => ({
    explainedOn: ctx.today,
    mode: hasNamedComplainant(c) ? 'meeting' : 'notPossible',
    explainedBy: c.handlerName,
  }),
  happened: ['explainedOn'],
  check: (c, values) =>
    hasNamedComplainant(c) && textOf(values, 'mode') === 'notPossible'
      ? [{ field: 'mode', message: '本案有实名反映人，应当向其说明' }]
      : [],
  outcome: (_c, values, ctx) => {
    const on = dayOf(values, 'explainedOn', ctx);
    return [
      { type: 'state', to: 'C15' },
      meet('explanation', on),
      { type: 'paper', kind: 'explanationRecord', values },
      { type: 'paper', kind: 'closingReport' },
      ...startClock(ctx.rules, 'closing', on, '说明完毕'),
    ];
  },
  suggestsPapers: ['explanationRecord'],
};

const LETTER_CHOICES = {
  reminderLetter: '提示函',
  opinionLetter: '意见书',
  publicReminder: '公开提示函',
  transferLetter: '移送函',
} as const satisfies Partial<Record<PaperKind, string>>;

const prepareLetters: CaseAction = {
  key: 'prepareLetters',
  label: '增加文书',
  from: ['C11'],
  permission: 'case.write',
  fields: () => [
    multiField('kinds', '文书', LETTER_CHOICES),
    dateField('preparedOn', '日期'),
    longField('reason', '理由', required),
  ],
  initial: (_c, ctx) => ({ kinds: [], preparedOn: ctx.today }),
  happened: ['preparedOn'],
  check: (c, values, ctx) =>
    codesOf(values, 'kinds').flatMap((kind) =>
      measureReasons(kind, c, ctx).map((message) => ({ field: 'kinds', message })),
    ),
  outcome: (c, values, ctx) => [
    ...codesOf(values, 'kinds')
      .filter(isPaperKind)
      .map((kind): CaseEffect => ({ type: 'paper', kind })),
    ...effectsIf(
      !c.deadlines.some((deadline) => deadline.kind === 'issueLetters' && deadline.status === 'running'),
      ...startClock(ctx.rules, 'issueLetters', dayOf(values, 'preparedOn', ctx), '作出处理决定'),
    ),
  ],
  suggestsPapers: ['reminderLetter', 'opinionLetter'],
};

/** The employer answered while the next letter was being made, and that letter is no longer wanted. */
const reviewLateReply: CaseAction = {
  key: 'reviewLateReply',
  label: '不再发文，审查答复',
  from: ['C11'],
  permission: 'case.approve',
  isGeneral: true,
  fields: () => [dateField('decidedOn', '日期'), longField('reason', '理由', required), ...approvalFields()],
  initial: (_c, ctx) => ({ decidedOn: ctx.today, approverOpinion: '同意。' }),
  happened: ['decidedOn'],
  guard: (c) => {
    if (!employerLetters(c).some((letter) => letter.repliedOn !== null)) return ['用人单位尚未答复'];
    const drafts = draftsOf(c, [...EMPLOYER_LETTERS, 'recommendationLetter']);
    return drafts.length > 0 ? ['请先作废尚未发出的文书'] : [];
  },
  outcome: () => [{ type: 'state', to: 'C13' }],
};

/** The letter that was decided on is not to be sent after all. */
const reconsider: CaseAction = {
  key: 'reconsider',
  label: '重新审议',
  from: ['C11'],
  permission: 'case.approve',
  fields: () => [
    dateField('reconsideredOn', '日期'),
    longField('reason', '理由', required),
    ...approvalFields(),
  ],
  initial: (_c, ctx) => ({ reconsideredOn: ctx.today, approverOpinion: '同意重新审议。' }),
  happened: ['reconsideredOn'],
  guard: (c) =>
    draftsOf(c, [...EMPLOYER_LETTERS, 'recommendationLetter']).length > 0 ? ['请先作废尚未发出的文书'] : [],
  outcome: (_c, values, ctx) => [
    { type: 'state', to: 'C09' },
    ...startClock(ctx.rules, 'deliberation', dayOf(values, 'reconsideredOn', ctx), '重新审议'),
  ],
};

export const DELIBERATION_ACTIONS: readonly CaseAction[] = [
  deliberate,
  explainNotEstablished,
  prepareLetters,
  reviewLateReply,
  reconsider,
  returnToInvestigation,
];
