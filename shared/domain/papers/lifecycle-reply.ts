import { type CivilDate, formatChinese } from '../kernel/civil-date';
import { computeDeadline } from '../kernel/deadline';
import type { FieldValues } from '../kernel/field';
import { notAfterToday, notBefore } from './lifecycle-checks';
import type {
  DocumentAction,
  DocumentContext,
  LifecycleDocument,
  PaperPolicy,
  Problem,
} from './lifecycle-data';
import type { Evaluation } from './lifecycle-effect';
import { dateOf, dayOf, isTicked, textOf } from './lifecycle-values';

/** The answer to a served letter: its receipt, a longer term, its evaluation. */

const isFormalReply = (values: FieldValues): boolean =>
  isTicked(values, 'isWritten') && isTicked(values, 'isSealed');

const reply: DocumentAction = {
  key: 'reply',
  label: '登记答复',
  profiles: ['letter'],
  from: ['D07', 'D08', 'D09', 'D10'],
  permission: 'case.write',
  isPrimary: true,
  fields: () => [
    { name: 'repliedOn', label: '收到答复日期', kind: 'date', isRequired: true },
    { name: 'isWritten', label: '书面答复', kind: 'flag' },
    { name: 'isSealed', label: '已加盖单位印章', kind: 'flag' },
    { name: 'replyNo', label: '来文文号', kind: 'text', maxLength: 60 },
    { name: 'summary', label: '答复内容摘要', kind: 'longText', isRequired: true },
    { name: 'contact', label: '对方联系人及电话', kind: 'text' },
  ],
  initial: (_document, ctx) => ({ repliedOn: ctx.today, isWritten: true, isSealed: true }),
  check: (document, values, ctx) => [
    ...notAfterToday(values, 'repliedOn', '答复日期', ctx.today),
    ...notBefore(values, 'repliedOn', '答复日期', document.servedOn, '送达日期'),
  ],
  outcome: (document, values, ctx) => {
    const repliedOn = dayOf(values, 'repliedOn', ctx.today);
    if (!isFormalReply(values)) return [{ type: 'reply', repliedOn, isFormal: false, values }];
    return [
      { type: 'reply', repliedOn, isFormal: true, values },
      { type: 'status', to: 'D09' },
      { type: 'deadline.meet', kind: 'reply', on: repliedOn, documentId: document.id },
    ];
  },
};

/** The latest day to which an answer may be put off. */
function latestExtension(dueOn: CivilDate, policy: PaperPolicy, ctx: DocumentContext): CivilDate {
  return computeDeadline({ rule: policy.extension, startOn: dueOn, calendar: ctx.calendar }).dueOn;
}

function checkExtension(
  document: LifecycleDocument,
  values: FieldValues,
  ctx: DocumentContext,
  policy: PaperPolicy,
): Problem[] {
  const problems: Problem[] = notAfterToday(values, 'requestedOn', '申请日期', ctx.today);
  const newDueOn = dateOf(values, 'newDueOn');
  if (!isTicked(values, 'isWritten')) {
    problems.push({ field: 'isWritten', message: '延期须有用人单位的书面申请' });
  }
  if (newDueOn === null || document.dueOn === null) return problems;
  if (newDueOn <= document.dueOn) {
    problems.push({
      field: 'newDueOn',
      message: `新的期限应当晚于原期限（${formatChinese(document.dueOn)}）`,
    });
  }
  const latest = latestExtension(document.dueOn, policy, ctx);
  if (newDueOn > latest) {
    problems.push({
      field: 'newDueOn',
      message: `最迟可延至${formatChinese(latest)}（依据：${policy.extension.basis}）`,
    });
  }
  return problems;
}

const extend: DocumentAction = {
  key: 'extend',
  label: '批准延期答复',
  profiles: ['letter'],
  from: ['D08'],
  permission: 'case.approve',
  fields: () => [
    { name: 'requestedOn', label: '单位申请日期', kind: 'date', isRequired: true },
    { name: 'isWritten', label: '有单位书面申请', kind: 'flag' },
    { name: 'newDueOn', label: '延至', kind: 'date', isRequired: true },
    { name: 'reason', label: '延期理由', kind: 'text', isRequired: true },
    { name: 'approver', label: '批准人', kind: 'text', isRequired: true, maxLength: 30 },
  ],
  initial: (document, ctx) => ({ requestedOn: ctx.today, newDueOn: document.dueOn }),
  guard: (document, _ctx, policy) =>
    (document.extensionCount ?? 0) >= policy.extension.times
      ? [`答复期限已经延长 ${document.extensionCount} 次，不能再次延长（依据：${policy.extension.basis}）`]
      : [],
  check: checkExtension,
  outcome: (document, values, ctx, policy) => {
    const dueOn = dayOf(values, 'newDueOn', ctx.today);
    return [
      { type: 'extend', dueOn },
      { type: 'deadline.cancel', kind: 'reply', documentId: document.id },
      {
        type: 'deadline.start',
        kind: 'reply',
        label: `${policy.shortName}答复（延期）`,
        ruleKey: policy.replyRuleKey,
        startOn: document.servedOn as CivilDate,
        startEvent: '送达，经批准延期',
        documentId: document.id,
        dueOn,
      },
    ];
  },
};

export const EVALUATIONS = {
  pass: '合格',
  partial: '部分合格',
  fail: '不合格',
  objectionUpheld: '异议成立',
} as const satisfies Record<Evaluation, string>;

const evaluate: DocumentAction = {
  key: 'evaluate',
  label: '审查答复',
  profiles: ['letter'],
  from: ['D09'],
  permission: 'case.write',
  isPrimary: true,
  fields: () => [
    {
      name: 'evaluation',
      label: '审查结论',
      kind: 'select',
      isRequired: true,
      options: Object.entries(EVALUATIONS).map(([value, label]) => ({ value, label })),
    },
    { name: 'evaluatedOn', label: '审查日期', kind: 'date', isRequired: true },
    { name: 'opinion', label: '审查意见', kind: 'longText', isRequired: true },
    { name: 'reviewer', label: '审查人', kind: 'text', isRequired: true, maxLength: 30 },
  ],
  initial: (_document, ctx) => ({ evaluatedOn: ctx.today }),
  check: (document, values, ctx) => [
    ...notAfterToday(values, 'evaluatedOn', '审查日期', ctx.today),
    ...notBefore(values, 'evaluatedOn', '审查日期', document.repliedOn, '答复日期'),
  ],
  outcome: (_document, values) => [
    {
      type: 'evaluation',
      evaluation: textOf(values, 'evaluation') as Evaluation,
      opinion: textOf(values, 'opinion'),
    },
    { type: 'status', to: 'D10' },
  ],
};

const finish: DocumentAction = {
  key: 'finish',
  label: '办结',
  profiles: ['letter', 'publicLetter', 'notice'],
  from: ['D06P', 'D07', 'D10'],
  permission: 'case.write',
  fields: () => [{ name: 'note', label: '办结说明', kind: 'text' }],
  outcome: () => [{ type: 'status', to: 'D11' }],
};

export const REPLY_ACTIONS: readonly DocumentAction[] = [reply, evaluate, extend, finish];
