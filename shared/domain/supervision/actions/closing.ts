import type { CivilDate } from '../../kernel/civil-date';
import type { FieldValues } from '../../kernel/field';
import { textOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import type { CaseContext } from '../case-context';
import type { CaseData } from '../case-data';
import { type CaseEffect, effectsIf } from '../case-effect';
import { type CaseState, stateBefore } from '../case-state';
import { meet, startClock } from '../deadlines';
import { dossierMissing } from '../dossier';
import { draftsOf, employerLetters, eventsOf, isPending, letterName, paperOf } from '../letters';
import { isPaperKind, PAPER_LIFECYCLE, type PaperKind } from '../paper-kinds';
import { basisOf, flagRule } from '../rule-access';
import {
  dateField,
  dayOf,
  hasNamedComplainant,
  longField,
  namesOf,
  openItems,
  required,
  selectField,
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
  const drafts = draftsOf(c, ['reminderLetter', 'opinionLetter', 'recommendationLetter', 'publicReminder']);
  if (drafts.length > 0) return [`文书尚未发出：${drafts.map(letterName).join('、')}`];
  const pending = employerLetters(c).filter((letter) => isPending(letter, ctx.today));
  if (pending.length > 0) return [`尚待答复：${pending.map(letterName).join('、')}`];
  const isPublished = c.documents.some((document) => document.serviceOutcome === 'published');
  return isPublished ? [] : ['尚未发出文书'];
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
      meet('hotline', on),
      ...(hasNamedComplainant(c) ? startClock(ctx.rules, 'feedback', on, '结案') : []),
      ...effectsIf(hasNamedComplainant(c), { type: 'paper', kind: 'resultNotice' }),
      ...startClock(ctx.rules, 'archive', on, '结案'),
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
  outcome: (c) => [{ type: 'state', to: backFromClosing(c) }],
};

/** Where a case goes that is not to be closed yet. */
function backFromClosing(c: CaseData): CaseState {
  const before = stateBefore('C15', c.events);
  return (before === 'C91' ? stateBefore('C91', c.events) : before) ?? 'C08';
}

const feedBackResult: CaseAction = {
  key: 'feedBackResult',
  label: '向反映人反馈结果',
  from: ['C20'],
  permission: 'case.write',
  isPrimary: (c) => hasNamedComplainant(c) && eventsOf(c, 'feedBackResult').length === 0,
  fields: () => [
    dateField('fedBackOn', '反馈日期'),
    selectField('mode', '方式', { written: '书面', phone: '电话', meeting: '当面', online: '线上' }),
    longField('content', '反馈内容', required),
    selectField('satisfaction', '满意度', {
      satisfied: '满意',
      fair: '基本满意',
      dissatisfied: '不满意',
      unknown: '未评价',
    }),
  ],
  initial: (_c, ctx) => ({ fedBackOn: ctx.today, mode: 'written', satisfaction: 'unknown' }),
  happened: ['fedBackOn'],
  guard: (c) => (hasNamedComplainant(c) ? [] : ['本案没有实名反映人，不需要反馈']),
  outcome: (_c, values, ctx) => [meet('feedback', dayOf(values, 'fedBackOn', ctx))],
  suggestsPapers: ['resultNotice'],
};

const archive: CaseAction = {
  key: 'archive',
  label: '归档',
  from: ['C20'],
  shownIn: ['C15'],
  permission: 'case.archive',
  isPrimary: () => true,
  fields: (_c, ctx) => [
    dateField('archivedOn', '归档日期'),
    textField('archiveNo', '档号', { isRequired: true, maxLength: 60 }),
    textField('box', '盒号', { maxLength: 40 }),
    {
      name: 'retention',
      label: '保管期限',
      kind: 'select',
      isRequired: true,
      options: ctx.catalogue.options.retention.items.map((item) => ({ value: item.code, label: item.label })),
    },
    selectField('secrecy', '利用限制', { restricted: '限制利用', internal: '内部', open: '一般' }),
    textField('filedBy', '立卷人', { isRequired: true, maxLength: 30 }),
    textField('checkedBy', '检查人', { isRequired: true, maxLength: 30 }),
    longField('condition', '缺页、破损情况'),
  ],
  initial: (c, ctx) => ({
    archivedOn: ctx.today,
    retention: defaultRetention(c, ctx),
    secrecy: c.hasComplainant ? 'restricted' : 'internal',
    filedBy: c.handlerName,
    condition: '无缺页、破损。',
  }),
  happened: ['archivedOn'],
  guard: (c, ctx) => {
    if (c.state !== 'C20') return [];
    const missing = dossierMissing(c, ctx.catalogue.options['dossier-order'].items);
    const reasons = missing.length === 0 ? [] : [`卷内缺少：${missing.join('、')}`];
    if (mustFeedBack(c, ctx) && eventsOf(c, 'feedBackResult').length === 0) {
      const basis = basisOf(ctx.rules, 'supervision.feedbackToNamedRequired');
      reasons.push(`尚未向实名反映人反馈结果${basis}`);
    }
    return reasons;
  },
  outcome: (c, values, ctx) => {
    const on = dayOf(values, 'archivedOn', ctx);
    return [
      ...finaliseRecords(c, on),
      { type: 'archive', on, values: archiveValues(values) },
      { type: 'state', to: 'C21' },
      meet('archive', on),
    ];
  },
  suggestsPapers: ['dossierCover', 'dossierIndex', 'filingNote'],
};

/** What lies in the file is final from now on. */
const finaliseRecords = (c: CaseData, on: CivilDate): CaseEffect[] =>
  c.documents
    .filter((document) => document.status === 'D01' && isPaperKind(document.kind))
    .filter((document) => PAPER_LIFECYCLE[document.kind as PaperKind] === 'record')
    .map((document) => ({
      type: 'document',
      documentId: document.id,
      effects: [
        { type: 'freeze', signedOn: on, signerId: 0, signerName: '', signerPost: '' },
        { type: 'status', to: 'D11' },
      ],
    }));

/** A refused complainant was told by the notice of refusal; everybody else hears the result. */
const mustFeedBack = (c: CaseData, ctx: CaseContext): boolean =>
  hasNamedComplainant(c) &&
  eventsOf(c, 'closeDeclined').length === 0 &&
  flagRule(ctx.rules, 'supervision.feedbackToNamedRequired');

const archiveValues = (values: FieldValues): FieldValues => ({
  archiveNo: textOf(values, 'archiveNo'),
  box: textOf(values, 'box'),
  retention: textOf(values, 'retention'),
  secrecy: textOf(values, 'secrecy'),
});

/** Longer for a case in which the union spoke formally; the catalogue says how long. */
function defaultRetention(c: CaseData, ctx: CaseContext): string | null {
  const items = ctx.catalogue.options.retention.items.filter((item) => item.years !== null);
  const byLength = items.toSorted((a, b) => Number(a.years) - Number(b.years));
  const isFormal = c.documents.some(
    (document) =>
      ['opinionLetter', 'recommendationLetter', 'transferLetter'].includes(document.kind) &&
      document.signedOn !== null,
  );
  return (isFormal ? byLength.at(-1) : byLength[0])?.code ?? null;
}

const reopen: CaseAction = {
  key: 'reopen',
  label: '恢复办理',
  from: ['C20'],
  permission: 'case.approve',
  fields: () => [
    dateField('reopenedOn', '日期'),
    longField('reason', '理由（新的事实、材料）', required),
    textField('approver', '批准人', { isRequired: true, maxLength: 30 }),
  ],
  initial: (_c, ctx) => ({ reopenedOn: ctx.today }),
  happened: ['reopenedOn'],
  outcome: (c, values, ctx) => {
    const wasAccepted = eventsOf(c, 'accept', 'returnFromTransfer').length > 0;
    const on = dayOf(values, 'reopenedOn', ctx);
    return [
      { type: 'reopen' },
      { type: 'state', to: wasAccepted ? 'C08' : 'C03' },
      ...startClock(ctx.rules, wasAccepted ? 'investigation' : 'intakeReview', on, '恢复办理'),
    ];
  },
};

export const CLOSING_ACTIONS: readonly CaseAction[] = [
  approveClose,
  feedBackResult,
  archive,
  proposeClose,
  rejectClose,
  reopen,
];
