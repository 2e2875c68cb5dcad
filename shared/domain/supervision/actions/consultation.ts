import { textOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import type { CaseContext } from '../case-context';
import type { CaseData } from '../case-data';
import { effectsIf } from '../case-effect';
import { meet, startClock } from '../deadlines';
import { lastEventSince } from '../letters';
import { basisOf, flagRule } from '../rule-access';
import {
  approvalFields,
  dateField,
  dayOf,
  longField,
  namesOf,
  required,
  selectField,
  textField,
} from './forms';

/** 听取意见 and 协商: both sides are heard; a talk is held when both wish it. 浙江条例第18、19条. */

export const TALK_RESULTS = {
  agreed: '达成一致',
  partial: '部分达成一致',
  failed: '协商不成',
  unwilling: '不愿协商',
  continuing: '继续协商',
} as const;

/** Result of the newest talk since the case went into consultation; empty when none was recorded. */
export const talkResult = (c: CaseData): string =>
  textOf(lastEventSince(c, 'recordTalk', ['accept', 'returnFromTransfer', 'reopen'])?.values ?? {}, 'result');

const startTalk: CaseAction = {
  key: 'startTalk',
  label: '听取意见、组织协商',
  from: ['C06'],
  permission: 'case.write',
  isPrimary: () => true,
  fields: () => [
    dateField('startedOn', '开始日期'),
    longField('workerWish', '劳动者意愿'),
    longField('employerWish', '用人单位意愿'),
  ],
  initial: (_c, ctx) => ({ startedOn: ctx.today }),
  happened: ['startedOn'],
  outcome: () => [{ type: 'state', to: 'C07' }],
  suggestsPapers: ['talkNotice'],
};

const recordTalk: CaseAction = {
  key: 'recordTalk',
  label: '登记沟通协商',
  from: ['C07'],
  permission: 'case.write',
  isPrimary: (c) => ['', 'continuing'].includes(talkResult(c)),
  fields: () => [
    dateField('heldOn', '日期'),
    textField('place', '地点（方式）', required),
    textField('host', '主持人', { isRequired: true, maxLength: 30 }),
    longField('participants', '参加人员', required),
    longField('workerPosition', '劳动者意见', required),
    longField('employerPosition', '用人单位意见', required),
    longField('offers', '协商内容'),
    selectField('result', '结果', TALK_RESULTS),
  ],
  initial: (c, ctx) => ({ heldOn: ctx.today, host: c.handlerName }),
  happened: ['heldOn'],
  outcome: (_c, values, ctx) => [
    { type: 'paper', kind: 'talkRecord', values },
    ...effectsIf(values.result !== 'continuing', meet('consultation', dayOf(values, 'heldOn', ctx))),
  ],
  suggestsPapers: ['talkNotice', 'talkRecord'],
};

/** An agreement that is carried out still has to be looked at: 复查. */
const talkSettled: CaseAction = {
  key: 'talkSettled',
  label: '协商达成并已改正',
  from: ['C07'],
  permission: 'case.write',
  isPrimary: (c) => talkResult(c) === 'agreed',
  fields: () => [
    dateField('claimedOn', '改正日期'),
    textField('agreementNo', '协议（和解书）编号'),
    longField('description', '改正情况', required),
  ],
  initial: (c, ctx) => ({ claimedOn: ctx.today, description: `${namesOf(c.violations)}：` }),
  happened: ['claimedOn'],
  guard: (c) =>
    ['agreed', 'partial'].includes(talkResult(c)) ? [] : ['尚无达成一致的协商记录，请先“登记沟通协商”'],
  outcome: (c, values, ctx) => [
    { type: 'findings', items: c.violations.map((item) => ({ id: item.id, finding: 'established' })) },
    { type: 'rectified', items: c.violations.map((item) => ({ id: item.id, state: 'promised' })) },
    { type: 'state', to: 'C14' },
    ...startClock(ctx.rules, 'recheck', dayOf(values, 'claimedOn', ctx), '协商达成并改正'),
  ],
};

const reminderFirst: CaseAction = {
  key: 'reminderFirst',
  label: '提示函先行',
  from: ['C07'],
  permission: 'case.write',
  fields: () => [dateField('proposedOn', '日期'), longField('reason', '理由', required), ...approvalFields()],
  initial: (_c, ctx) => ({
    proposedOn: ctx.today,
    reason: '问题轻微或者尚属风险，先行提示用人单位自查改正。',
    approverOpinion: '同意提交审议。',
  }),
  happened: ['proposedOn'],
  outcome: (_c, values, ctx) => [
    { type: 'state', to: 'C09' },
    ...startClock(ctx.rules, 'deliberation', dayOf(values, 'proposedOn', ctx), '提交审议'),
  ],
};

/** 了解情况后 no violation: it is explained to the worker. 浙江条例第19条. */
const findNoViolation: CaseAction = {
  key: 'findNoViolation',
  label: '认为不成立',
  from: ['C07', 'C08'],
  permission: 'case.approve',
  fields: () => [
    dateField('decidedOn', '日期'),
    longField('reason', '不成立的理由', required),
    ...approvalFields(),
  ],
  initial: (_c, ctx) => ({ decidedOn: ctx.today, approverOpinion: '同意，请向反映人说明。' }),
  happened: ['decidedOn'],
  outcome: (c, values, ctx) => {
    const on = dayOf(values, 'decidedOn', ctx);
    return [
      { type: 'findings', items: c.violations.map((item) => ({ id: item.id, finding: 'notEstablished' })) },
      { type: 'state', to: 'C10' },
      meet('investigation', on),
      ...startClock(ctx.rules, 'explanation', on, '认定不成立'),
    ];
  },
};

/** Reasons against going to investigation while a talk that both sides want has not been tried. */
export function talkReasons(c: CaseData, ctx: CaseContext): string[] {
  if (!flagRule(ctx.rules, 'supervision.consultationBeforeInvestigation')) return [];
  if (c.state !== 'C07' || ['failed', 'unwilling', 'partial'].includes(talkResult(c))) return [];
  const basis = basisOf(ctx.rules, 'supervision.consultationBeforeInvestigation');
  return [`双方不愿协商或者协商未果的，方可开展调查${basis}，请先登记沟通协商结果`];
}

export const CONSULTATION_ACTIONS: readonly CaseAction[] = [
  startTalk,
  recordTalk,
  talkSettled,
  reminderFirst,
  findNoViolation,
];
