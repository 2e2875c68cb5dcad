import type { FieldValues } from '../../kernel/field';
import type { Problem } from '../../papers/lifecycle-data';
import { numberOf, textOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import type { CaseContext } from '../case-context';
import type { CaseData, CaseEvent } from '../case-data';
import { type CaseEffect, effectsIf, type Rectified } from '../case-effect';
import { meet, startClock } from '../deadlines';
import { employerLetters, lastEventSince } from '../letters';
import {
  dateField,
  dayOf,
  establishedItems,
  flagField,
  itemAnswers,
  itemRows,
  itemRowsField,
  longField,
  namesOf,
  openItems,
  RECTIFIED,
  required,
  selectField,
  textField,
} from './forms';
import { checkPair, OPTIONAL_PAIR, pairInitial } from './supervisor-pair';
import { markOverdue, requestSupplement } from './waiting';

/** From waiting for the answer to the look at what was really corrected. */

const rectifiedEffect = (values: FieldValues): CaseEffect => ({
  type: 'rectified',
  items: [...itemAnswers(values, 'items', 'state')].map(([id, state]) => ({ id, state: state as Rectified })),
});

const rectifiedRows = (c: CaseData) =>
  itemRows(establishedItems(c), 'state', (item) => (item.rectified === 'pending' ? null : item.rectified));

const recordRectificationClaim: CaseAction = {
  key: 'recordRectificationClaim',
  label: '登记改正情况',
  from: ['C13', 'C17'],
  permission: 'case.write',
  // An answer is looked through before what it reports is taken down.
  isPrimary: (c) => c.state === 'C13' && employerLetters(c).every((letter) => letter.status !== 'D09'),
  fields: (c) => [
    dateField('claimedOn', '用人单位报告改正的日期'),
    itemRowsField('items', '逐项情况', establishedItems(c), [
      selectField('state', '改正情况', RECTIFIED),
      textField('voucher', '凭证编号'),
      dateField('plannedOn', '计划完成日期', { isRequired: false }),
    ]),
    longField('description', '改正措施及完成情况', required),
  ],
  initial: (c, ctx) => ({ claimedOn: ctx.today, items: rectifiedRows(c) }),
  happened: ['claimedOn'],
  check: (_c, values) =>
    [...itemAnswers(values, 'items', 'state').values()].some((state) => state !== 'none')
      ? []
      : [{ field: 'items', message: '全部问题均未改正的，请办理“认定未改正”' }],
  // What the employer says counts as promised until somebody has looked.
  outcome: (_c, values, ctx) => {
    const on = dayOf(values, 'claimedOn', ctx);
    const items = [...itemAnswers(values, 'items', 'state')].map(([id, state]) => ({
      id,
      state: (state === 'done' ? 'promised' : state) as Rectified,
    }));
    return [
      { type: 'rectified', items },
      { type: 'state', to: 'C14' },
      meet('replyReview', on),
      ...startClock(ctx.rules, 'recheck', on, '用人单位报告改正'),
    ];
  },
};

const markNotCorrected: CaseAction = {
  key: 'markNotCorrected',
  label: '认定未改正',
  from: ['C13'],
  permission: 'case.write',
  isDanger: true,
  fields: () => [
    dateField('foundOn', '日期'),
    longField('reason', '未改正的情况', required),
    flagField('hasNoValidReason', '无正当理由'),
    textField('evidence', '依据（记录、凭证编号）', { ...required, proposes: 'evidence' }),
  ],
  initial: (_c, ctx) => ({ foundOn: ctx.today, hasNoValidReason: true }),
  happened: ['foundOn'],
  check: (_c, values) =>
    values.hasNoValidReason === true
      ? []
      : [{ field: 'hasNoValidReason', message: '有正当理由的，请要求补充答复或者批准延期' }],
  outcome: (c, values, ctx) => [
    { type: 'rectified', items: openItems(c).map((item) => ({ id: item.id, state: 'none' })) },
    { type: 'state', to: 'C16' },
    meet('replyReview', dayOf(values, 'foundOn', ctx)),
  ],
};

export const RECHECK_RESULTS = { done: '已整改', partly: '部分整改', none: '未整改' } as const;

/** The newest look at the case since it came to be rechecked. */
const lastRecheck = (c: CaseData): CaseEvent | null =>
  lastEventSince(c, 'recheck', [
    'recordRectificationClaim',
    'talkSettled',
    'deliberate',
    'departmentResult',
    'reopen',
  ]);

function checkRecheck(c: CaseData, values: FieldValues, ctx: CaseContext): Problem[] {
  const problems: Problem[] = [];
  if (textOf(values, 'mode') === 'onSite') {
    problems.push(...checkPair(c, values, dayOf(values, 'recheckedOn', ctx), ctx));
  }
  const states = [...itemAnswers(values, 'items', 'state').values()];
  const isDone = textOf(values, 'conclusion') === 'done';
  if (isDone && states.some((state) => state !== 'done' && state !== 'objectionUpheld')) {
    problems.push({ field: 'conclusion', message: '尚有问题没有改正，结论不能为“已整改”' });
  }
  if (isDone && numberOf(values, 'workersAsked') === 0) {
    problems.push({ field: 'workersAsked', message: '请至少回访一名职工，核实改正是否属实' });
  }
  if (isDone && textOf(values, 'vouchers') === '') {
    problems.push({ field: 'vouchers', message: '请填写抽查的凭证编号' });
  }
  return problems;
}

const recheck: CaseAction = {
  key: 'recheck',
  label: '登记复查（回访）',
  from: ['C14'],
  permission: 'case.write',
  isPrimary: (c) => lastRecheck(c) === null,
  fields: (c) => [
    dateField('recheckedOn', '日期'),
    selectField('mode', '方式', { onSite: '现场', phone: '电话', written: '书面', online: '线上' }),
    ...OPTIONAL_PAIR,
    longField('persons', '核查对象（不写反映人姓名）'),
    itemRowsField('items', '逐项核查', establishedItems(c), [
      selectField('state', '改正情况', RECTIFIED),
      textField('evidence', '凭证编号', { proposes: 'evidence' }),
    ]),
    { name: 'workersAsked', label: '回访职工人数', kind: 'count', isRequired: true },
    { name: 'paidFen', label: '实际支付金额', kind: 'money' },
    longField('vouchers', '抽查的凭证'),
    selectField('satisfaction', '反映人满意度', {
      satisfied: '满意',
      fair: '基本满意',
      dissatisfied: '不满意',
      unknown: '未评价',
    }),
    longField('remaining', '遗留问题'),
    selectField('conclusion', '结论', RECHECK_RESULTS),
  ],
  initial: (c, ctx) => ({
    ...pairInitial(c),
    recheckedOn: ctx.today,
    items: rectifiedRows(c),
    satisfaction: 'unknown',
  }),
  happened: ['recheckedOn'],
  check: checkRecheck,
  outcome: (_c, values, ctx) => [
    rectifiedEffect(values),
    { type: 'paper', kind: 'recheckRecord', values },
    meet('recheck', dayOf(values, 'recheckedOn', ctx)),
  ],
  suggestsPapers: ['recheckRecord'],
};

const recheckPassed: CaseAction = {
  key: 'recheckPassed',
  label: '复查通过，转结案',
  from: ['C14'],
  permission: 'case.write',
  isPrimary: (c) => textOf(lastRecheck(c)?.values ?? {}, 'conclusion') === 'done',
  fields: () => [dateField('passedOn', '日期'), longField('note', '备注')],
  initial: (_c, ctx) => ({ passedOn: ctx.today }),
  happened: ['passedOn'],
  guard: (c) => {
    if (lastRecheck(c) === null) return ['尚无复查（回访）记录，请先登记'];
    const open = openItems(c);
    return open.length > 0 ? [`尚未改正：${namesOf(open)}`] : [];
  },
  outcome: (_c, values, ctx) => [
    { type: 'state', to: 'C15' },
    { type: 'paper', kind: 'closingReport' },
    ...startClock(ctx.rules, 'closing', dayOf(values, 'passedOn', ctx), '复查通过'),
  ],
  suggestsPapers: ['closingReport'],
};

const recheckFailed: CaseAction = {
  key: 'recheckFailed',
  label: '复查未通过',
  from: ['C14'],
  permission: 'case.write',
  isDanger: true,
  isPrimary: (c) => ['partly', 'none'].includes(textOf(lastRecheck(c)?.values ?? {}, 'conclusion')),
  fields: () => [
    dateField('failedOn', '日期'),
    longField('reason', '未改正的情况', required),
    flagField('isFalse', '存在虚假整改'),
  ],
  initial: (c, ctx) => ({
    failedOn: ctx.today,
    reason: textOf(lastRecheck(c)?.values ?? {}, 'remaining'),
  }),
  happened: ['failedOn'],
  guard: (c) => {
    if (lastRecheck(c) === null) return ['尚无复查（回访）记录，请先登记'];
    return establishedItems(c).length > 0 && openItems(c).length === 0 ? ['各项问题均已改正'] : [];
  },
  outcome: (c, values, ctx) => [
    ...effectsIf(openItems(c).length > 0, {
      type: 'rectified',
      items: openItems(c)
        .filter((item) => item.rectified !== 'partly')
        .map((item) => ({ id: item.id, state: 'none' })),
    }),
    { type: 'state', to: 'C16' },
    meet('recheck', dayOf(values, 'failedOn', ctx)),
  ],
};

export const RECTIFICATION_ACTIONS: readonly CaseAction[] = [
  recordRectificationClaim,
  recheck,
  recheckPassed,
  recheckFailed,
  markOverdue,
  requestSupplement,
  markNotCorrected,
];
