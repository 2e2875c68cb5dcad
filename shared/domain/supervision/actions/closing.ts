import { textOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import type { CaseContext } from '../case-context';
import type { CaseData } from '../case-data';
import { effectsIf } from '../case-effect';
import { type CaseState, stateBefore } from '../case-state';
import { clockOnReturn, meet, startClock } from '../deadlines';
import { draftsOf, employerLetters, eventsOf, hasReached, isPending, letterName, paperOf } from '../letters';
import { LETTERS_OF_DECISION } from '../paper-kinds';
import { basisOf, flagRule } from '../rule-access';
import {
  DOSSIER_PAPERS,
  dateField,
  dayOf,
  hasNamedComplainant,
  longField,
  namesOf,
  openItems,
  required,
  textField,
} from './forms';

/** 结案, 反馈, 归档; and back again when something new comes up. */

const closeReasons = (ctx: CaseContext) => ctx.catalogue.options['close-reasons'].items;

const proposeClose: CaseAction = {
  key: 'proposeClose',
  label: '提请结案',
  from: ['C11', 'C13', 'C17', 'C18', 'C19', 'C91'],
  permission: 'case.write',
  isPrimary: (c) => c.state === 'C91',
  fields: () => [dateField('proposedOn', '日期'), longField('reason', '理由', required)],
  initial: (_c, ctx) => ({ proposedOn: ctx.today }),
  happened: ['proposedOn'],
  guard: (c, ctx) => proposeReasons(c, ctx),
  outcome: (_c, values, ctx) => [
    { type: 'state', to: 'C15' },
    { type: 'paper', kind: 'closingReport' },
    ...startClock(ctx.rules, 'closing', dayOf(values, 'proposedOn', ctx), '提请结案'),
  ],
  suggestsPapers: ['closingReport'],
};

function proposeReasons(c: CaseData, ctx: CaseContext): string[] {
  if (c.state === 'C13' && openItems(c).length > 0) return [`尚未改正：${namesOf(openItems(c))}`];
  if (c.state !== 'C11') return [];
  const drafts = draftsOf(c, LETTERS_OF_DECISION);
  if (drafts.length > 0) return [`文书尚未发出：${drafts.map(letterName).join('、')}`];
  const pending = employerLetters(c).filter((letter) => isPending(letter, ctx.today));
  if (pending.length > 0) return [`尚待答复：${pending.map(letterName).join('、')}`];
  const isOut = c.documents.some(
    (document) =>
      document.serviceOutcome === 'published' || (document.kind === 'transferLetter' && hasReached(document)),
  );
  return isOut ? [] : ['尚未发出文书'];
}

function closeProblem(c: CaseData, reasonCode: string, ctx: CaseContext): string | null {
  const reason = closeReasons(ctx).find((item) => item.code === reasonCode);
  if (reason?.needsVerification && openItems(c).length > 0) {
    return `以“${reason.label}”结案，须各项问题均已改正；尚未改正：${namesOf(openItems(c))}`;
  }
  if (reasonCode === 'notEstablished' && c.violations.some((item) => item.finding === 'established')) {
    return '有成立的问题，不能以“违法不成立”结案';
  }
  if (reasonCode === 'withdrawn' && eventsOf(c, 'withdraw').length === 0) {
    return '没有反映人撤回的记录，请先“登记反映人撤回”';
  }
  return null;
}

const approveClose: CaseAction = {
  key: 'approveClose',
  label: '批准结案',
  from: ['C15'],
  permission: 'case.sign',
  isPrimary: () => true,
  fields: (_c, ctx) => [
    dateField('closedOn', '结案日期'),
    {
      name: 'reason',
      label: '结案理由',
      kind: 'select',
      isRequired: true,
      options: closeReasons(ctx).map((item) => ({ value: item.code, label: item.label })),
    },
    longField('summary', '办理结果', required),
    longField('handlerOpinion', '承办人意见', { isRequired: true, group: '审批' }),
    longField('departmentOpinion', '部门负责人意见', { isRequired: true, group: '审批' }),
    textField('departmentHead', '部门负责人', { isRequired: true, maxLength: 30, group: '审批' }),
    longField('leaderOpinion', '分管领导意见', { isRequired: true, group: '审批' }),
    textField('leader', '分管领导', { isRequired: true, maxLength: 30, group: '审批' }),
    ...(flagRule(ctx.rules, 'supervision.closingCommitteeApproval')
      ? [
          longField('committeeOpinion', '监督委员会意见', {
            isRequired: true,
            group: '审批',
            help: basisOf(ctx.rules, 'supervision.closingCommitteeApproval'),
          }),
        ]
      : []),
  ],
  initial: (c, ctx) => ({
    closedOn: ctx.today,
    reason: likelyReason(c),
    handlerOpinion: '监督目的已经实现，建议结案。',
    departmentOpinion: '同意结案。',
    leaderOpinion: '同意结案。',
  }),
  happened: ['closedOn'],
  guard: (c) => {
    const report = paperOf(c, 'closingReport');
    if (report === null) return ['尚未拟写《结案报告》'];
    return report.status === 'D01' ? ['《结案报告》尚未定稿'] : [];
  },
  check: (c, values, ctx) => {
    const message = closeProblem(c, textOf(values, 'reason'), ctx);
    return message === null ? [] : [{ field: 'reason', message }];
  },
  outcome: (c, values, ctx) => {
    const on = dayOf(values, 'closedOn', ctx);
    return [
      { type: 'close', on, reason: textOf(values, 'reason') },
      { type: 'state', to: 'C20' },
      meet('closing', on),
      ...(hasNamedComplainant(c) ? startClock(ctx.rules, 'feedback', on, '结案') : []),
      ...effectsIf(hasNamedComplainant(c), { type: 'paper', kind: 'resultNotice' }),
      ...startClock(ctx.rules, 'archive', on, '结案'),
      ...DOSSIER_PAPERS,
    ];
  },
  suggestsPapers: ['closingReport', 'resultNotice'],
};

/** The reason the course of the case speaks for. */
function likelyReason(c: CaseData): string | null {
  const before = stateBefore('C15', c.events);
  if (before === 'C10') return 'notEstablished';
  if (before === 'C14') return eventsOf(c, 'talkSettled').length > 0 ? 'agreed' : 'rectified';
  if (before === 'C17') return 'departmentHandled';
  if (before === 'C18') return 'inProceedings';
  return before === 'C91' && eventsOf(c, 'withdraw').length > 0 ? 'withdrawn' : null;
}

const rejectClose: CaseAction = {
  key: 'rejectClose',
  label: '不同意结案，退回',
  from: ['C15'],
  permission: 'case.approve',
  fields: () => [
    dateField('rejectedOn', '日期'),
    longField('reason', '退回理由', required),
    textField('approver', '退回人', { isRequired: true, maxLength: 30 }),
  ],
  initial: (_c, ctx) => ({ rejectedOn: ctx.today }),
  happened: ['rejectedOn'],
  outcome: (c, values, ctx) => {
    const to = backFromClosing(c);
    return [
      { type: 'state', to },
      ...clockOnReturn(c, to, dayOf(values, 'rejectedOn', ctx), '不同意结案，退回', ctx.rules),
    ];
  },
};

/** Where a case goes that is not to be closed yet. */
function backFromClosing(c: CaseData): CaseState {
  const before = stateBefore('C15', c.events);
  return (before === 'C91' ? stateBefore('C91', c.events) : before) ?? 'C08';
}

export const CLOSING_ACTIONS: readonly CaseAction[] = [approveClose, proposeClose, rejectClose];
