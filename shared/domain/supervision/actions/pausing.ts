import { dateOf, isTicked, textOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import { BUSY_STATES, isCaseState, OPEN_STATES, stateBefore } from '../case-state';
import { meet, startUntil, waitsForHotline } from '../deadlines';
import { eventsOf } from '../letters';
import {
  approvalFields,
  dateField,
  dayOf,
  flagField,
  longField,
  required,
  selectField,
  textField,
} from './forms';

/** Beside the ordinary course: 中止, 终止, 撤回, 外部程序, 上报, 移送检察机关. They are open at (nearly) any stage. */

const pause: CaseAction = {
  key: 'pause',
  label: '中止',
  from: BUSY_STATES.filter((state) => !['C02', 'C04', 'C18'].includes(state)),
  permission: 'case.approve',
  isGeneral: true,
  fields: () => [
    dateField('pausedOn', '中止日期'),
    selectField('reasonKind', '原因', {
      forceMajeure: '不可抗力',
      employerMissing: '用人单位无法联系',
      waiting: '等待有关机关的决定',
      other: '其他',
    }),
    longField('reason', '情况说明', required),
    dateField('resumeOn', '预计恢复日期', { isRequired: false }),
    ...approvalFields(),
  ],
  initial: (_c, ctx) => ({ pausedOn: ctx.today, approverOpinion: '同意中止办理。' }),
  happened: ['pausedOn'],
  outcome: (_c, values, ctx) => {
    const on = dayOf(values, 'pausedOn', ctx);
    return [
      { type: 'deadline.pauseAll', on, reason: textOf(values, 'reason') },
      { type: 'state', to: 'C90' },
      ...startUntil('resume', dateOf(values, 'resumeOn'), on, '中止'),
      { type: 'paper', kind: 'suspensionForm', values: { ...values, variant: 'pause' } },
    ];
  },
  suggestsPapers: ['suspensionForm'],
};

const resume: CaseAction = {
  key: 'resume',
  label: '恢复办理',
  from: ['C90'],
  permission: 'case.approve',
  isPrimary: () => true,
  fields: () => [
    dateField('resumedOn', '恢复日期'),
    longField('reason', '情况说明', required),
    textField('approver', '批准人', { isRequired: true, maxLength: 30 }),
  ],
  initial: (_c, ctx) => ({ resumedOn: ctx.today }),
  happened: ['resumedOn'],
  check: (c, values, ctx) => {
    const pausedOn = eventsOf(c, 'pause').at(-1)?.on;
    return pausedOn !== undefined && dayOf(values, 'resumedOn', ctx) < pausedOn
      ? [{ field: 'resumedOn', message: '恢复日期不能早于中止日期' }]
      : [];
  },
  outcome: (c, values, ctx) => {
    const on = dayOf(values, 'resumedOn', ctx);
    const before = c.stateBeforePause ?? '';
    return [
      { type: 'deadline.resumeAll', on },
      meet('resume', on),
      { type: 'state', to: isCaseState(before) ? before : (stateBefore('C90', c.events) ?? 'C03') },
    ];
  },
};

/** A withdrawal does not end the supervision by itself: the union's right to supervise is its own. */
const withdraw: CaseAction = {
  key: 'withdraw',
  label: '登记反映人撤回',
  from: BUSY_STATES,
  permission: 'case.write',
  isGeneral: true,
  fields: () => [
    dateField('withdrawnOn', '日期'),
    selectField('form', '方式', { written: '书面', oral: '口头' }),
    longField('reason', '撤回理由', required),
  ],
  initial: (_c, ctx) => ({ withdrawnOn: ctx.today, form: 'written' }),
  happened: ['withdrawnOn'],
  guard: (c) => {
    if (!c.hasComplainant) return ['本案没有反映人'];
    return eventsOf(c, 'withdraw').length > 0 ? ['已经登记撤回'] : [];
  },
  outcome: () => [
    {
      type: 'message',
      level: 'info',
      text: '反映人撤回不当然终止监督。涉及其他职工或者公共利益的，应当继续办理；确需终止的，办理“终止”。',
    },
  ],
};

const TERMINATION_REASONS = {
  withdrawn: '反映人撤回且无公共利益',
  inProceedings: '办理前已进入仲裁、诉讼',
  employerGone: '单位注销、失联',
  other: '其他',
} as const;

const terminate: CaseAction = {
  key: 'terminate',
  label: '终止',
  from: OPEN_STATES.filter((state) => !['C01', 'C02', 'C04', 'C15', 'C91'].includes(state)),
  permission: 'case.approve',
  isGeneral: true,
  isDanger: true,
  fields: () => [
    dateField('terminatedOn', '日期'),
    selectField('reasonKind', '原因', TERMINATION_REASONS),
    longField('reason', '情况说明', required),
    flagField('hasNoPublicInterest', '不涉及其他职工和公共利益', {
      when: { field: 'reasonKind', is: ['withdrawn'] },
    }),
    ...approvalFields(),
  ],
  initial: (_c, ctx) => ({ terminatedOn: ctx.today, approverOpinion: '同意终止办理。' }),
  happened: ['terminatedOn'],
  check: (c, values) => {
    if (textOf(values, 'reasonKind') !== 'withdrawn') return [];
    if (eventsOf(c, 'withdraw').length === 0) {
      return [{ field: 'reasonKind', message: '没有反映人撤回的记录，请先“登记反映人撤回”' }];
    }
    return isTicked(values, 'hasNoPublicInterest')
      ? []
      : [{ field: 'hasNoPublicInterest', message: '涉及其他职工或者公共利益的，反映人撤回不终止监督' }];
  },
  outcome: (_c, values) => [
    { type: 'state', to: 'C91' },
    { type: 'paper', kind: 'suspensionForm', values: { ...values, variant: 'terminate' } },
  ],
  suggestsPapers: ['suspensionForm'],
};

const replyHotline: CaseAction = {
  key: 'replyHotline',
  label: '回复热线工单',
  from: [...OPEN_STATES.filter((state) => state !== 'C01'), 'C20'],
  permission: 'case.write',
  isGeneral: true,
  fields: () => [dateField('repliedOn', '回复日期'), longField('content', '回复内容', required)],
  initial: (_c, ctx) => ({ repliedOn: ctx.today }),
  happened: ['repliedOn'],
  guard: (c) => (waitsForHotline(c) ? [] : ['没有待回复的热线工单']),
  outcome: (_c, values, ctx) => [meet('hotline', dayOf(values, 'repliedOn', ctx))],
};

const addNote: CaseAction = {
  key: 'addNote',
  label: '记事',
  from: [...OPEN_STATES.filter((state) => state !== 'C01'), 'C20'],
  permission: 'case.write',
  isGeneral: true,
  fields: () => [dateField('notedOn', '日期'), longField('note', '内容', required)],
  initial: (_c, ctx) => ({ notedOn: ctx.today }),
  happened: ['notedOn'],
  outcome: () => [],
};

export const PAUSING_ACTIONS: readonly CaseAction[] = [
  resume,
  replyHotline,
  withdraw,
  pause,
  terminate,
  addNote,
];
