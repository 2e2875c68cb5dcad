import type { FieldValues } from '../../kernel/field';
import type { Problem } from '../../papers/lifecycle-data';
import { isTicked, numberOf, textOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import type { CaseContext } from '../case-context';
import type { CaseData } from '../case-data';
import { effectsIf } from '../case-effect';
import { WORKING_STATES } from '../case-state';
import { meet, missedReplies, startClock } from '../deadlines';
import { hasReached, lastEvent, lastEventSince, paperOf } from '../letters';
import { basisOf, flagRule } from '../rule-access';
import { activeInvestigators, checkSupervisors } from '../supervisors';
import { talkReasons } from './consultation';
import { dateField, dayOf, flagField, longField, required, selectField, textField } from './forms';
import { checkPair, pairInitial, SUPERVISOR_FIELDS } from './supervisor-pair';

/** 调查核实: at least two supervisors show their certificates; what they find is written down. 浙江条例第20条. */

const startInvestigation: CaseAction = {
  key: 'startInvestigation',
  label: '开展调查',
  // From C16: a reminder came first and did not help; an opinion needs an investigation.
  from: ['C06', 'C07', 'C16'],
  permission: 'case.write',
  isPrimary: (c, ctx) =>
    c.state === 'C07' ? talkReasons(c, ctx).length === 0 : c.state === 'C16' && !hasInvestigated(c),
  fields: (c) => [
    dateField('startedOn', '开始日期'),
    ...(c.state === 'C06'
      ? [
          selectField('talkOutcome', '未组织协商的原因', {
            unwilling: '双方或者一方不愿协商',
            failed: '自行协商未果',
            urgent: '情况紧急，须立即调查',
          }),
        ]
      : []),
    longField('topics', '调查事项', required),
    longField('plan', '调查安排'),
  ],
  initial: (c, ctx) => ({
    startedOn: ctx.today,
    topics: c.violations.map((item) => item.name).join('、'),
  }),
  happened: ['startedOn'],
  guard: talkReasons,
  outcome: (c, values, ctx) => [
    { type: 'state', to: 'C08' },
    meet('consultation', dayOf(values, 'startedOn', ctx)),
    ...effectsIf(
      c.state === 'C16',
      ...missedReplies(c, dayOf(values, 'startedOn', ctx)),
      ...startClock(ctx.rules, 'investigation', dayOf(values, 'startedOn', ctx), '开展调查'),
    ),
    ...effectsIf(flagRule(ctx.rules, 'supervision.investigationLetterRequired'), {
      type: 'paper',
      kind: 'investigationNotice',
      values: { topics: textOf(values, 'topics') },
    }),
  ],
  suggestsPapers: ['investigationNotice', 'evidenceList'],
};

export const ATTITUDES = {
  cooperative: '配合',
  refused: '拒绝沟通或者提供资料',
  false: '提供虚假资料',
  hidden: '隐匿、毁灭资料',
} as const;

function investigationReasons(c: CaseData, ctx: CaseContext): string[] {
  if (!flagRule(ctx.rules, 'supervision.investigationLetterRequired')) return [];
  const notice = paperOf(c, 'investigationNotice');
  if (notice && hasReached(notice)) return [];
  const basis = basisOf(ctx.rules, 'supervision.investigationLetterRequired');
  return [`调查前应当先送达《调查通知》${basis}，请先制发并登记送达`];
}

function checkInvestigation(c: CaseData, values: FieldValues, ctx: CaseContext): Problem[] {
  const problems = checkPair(c, values, dayOf(values, 'investigatedOn', ctx), ctx);
  const [from, to] = [textOf(values, 'timeFrom'), textOf(values, 'timeTo')];
  if (from !== '' && to !== '' && to <= from) {
    problems.push({ field: 'timeTo', message: '结束时间应当晚于开始时间' });
  }
  if (flagRule(ctx.rules, 'supervision.certificateRequired') && !isTicked(values, 'hasShownCertificates')) {
    const basis = basisOf(ctx.rules, 'supervision.certificateRequired');
    problems.push({ field: 'hasShownCertificates', message: `调查应当出示监督员证${basis}` });
  }
  if (!isTicked(values, 'isEveryPageSigned') && textOf(values, 'unsignedNote') === '') {
    problems.push({ field: 'unsignedNote', message: '笔录未逐页签名的，请注明拒签等情况' });
  }
  if (textOf(values, 'attitude') !== 'cooperative' && textOf(values, 'attitudeNote') === '') {
    problems.push({ field: 'attitudeNote', message: '用人单位不配合的，应当如实记录相关情况' });
  }
  return problems;
}

const recordInvestigation: CaseAction = {
  key: 'recordInvestigation',
  label: '登记调查',
  from: ['C08'],
  permission: 'case.write',
  isPrimary: (c) => !hasInvestigated(c),
  fields: (_c, ctx) => [
    dateField('investigatedOn', '调查日期'),
    { name: 'timeFrom', label: '开始时间', kind: 'time', isRequired: true },
    { name: 'timeTo', label: '结束时间', kind: 'time', isRequired: true },
    textField('place', '地点', required),
    ...SUPERVISOR_FIELDS,
    flagField('hasShownCertificates', '已出示监督员证'),
    textField('interviewee', '被询问人', required),
    longField('persons', '其他在场人员'),
    longField('findings', '查明情况', required),
    longField('evidence', '查阅、复制的资料'),
    selectField('attitude', '用人单位态度', ATTITUDES),
    longField('attitudeNote', '不配合的情况'),
    flagField('isEveryPageSigned', '笔录已逐页签名'),
    textField('unsignedNote', '拒签等情况说明'),
    ...(flagRule(ctx.rules, 'supervision.employerOrgsHeard')
      ? [
          longField('employerOrgs', '企业联合会、工商业联合会等意见', {
            help: `根据工作需要听取${basisOf(ctx.rules, 'supervision.employerOrgsHeard')}`,
          }),
        ]
      : []),
  ],
  initial: (c, ctx) => ({
    ...pairInitial(c),
    investigatedOn: ctx.today,
    attitude: 'cooperative',
    hasShownCertificates: false,
    isEveryPageSigned: false,
  }),
  happened: ['investigatedOn'],
  guard: investigationReasons,
  check: checkInvestigation,
  outcome: (_c, values) => [{ type: 'paper', kind: 'interviewRecord', values }],
  suggestsPapers: ['interviewRecord', 'evidenceList', 'investigationNotice'],
};

/** An investigation was done since the case (last) came into investigation. */
export const hasInvestigated = (c: CaseData): boolean =>
  lastEventSince(c, 'recordInvestigation', ['reopen']) !== null ||
  lastEventSince(c, 'employerObstructed', ['reopen']) !== null;

const employerObstructed: CaseAction = {
  key: 'employerObstructed',
  label: '登记不配合调查',
  from: ['C08'],
  permission: 'case.write',
  fields: () => [
    dateField('occurredOn', '日期'),
    selectField('manner', '情形', {
      refused: ATTITUDES.refused,
      false: ATTITUDES.false,
      hidden: ATTITUDES.hidden,
      other: '其他妨碍监督的情形',
    }),
    longField('description', '具体情况', required),
    textField('evidence', '影像或者记录编号', { proposes: 'evidence' }),
  ],
  initial: (_c, ctx) => ({ occurredOn: ctx.today }),
  happened: ['occurredOn'],
  outcome: () => [
    {
      type: 'message',
      level: 'warn',
      text: '已如实记录。用人单位拒绝提供或者提供虚假资料，以及隐匿、毁灭资料的，可以提请有关部门依法处理。',
    },
  ],
};

const RECUSAL_REASONS = {
  conflict: '与本案有利害关系',
  requested: '当事人申请',
  transfer: '工作变动',
} as const;

const investigatorOptions = (c: CaseData) =>
  Object.fromEntries(activeInvestigators(c).map((person) => [String(person.supervisorId), person.name]));

/** 回避: whoever has an interest in the matter is replaced. 浙江条例第13条. */
const recuse: CaseAction = {
  key: 'recuse',
  label: '更换监督员（回避）',
  from: [...WORKING_STATES, 'C18', 'C19'],
  permission: 'case.approve',
  isGeneral: true,
  fields: (c) => [
    selectField('leaving', '退出的监督员', investigatorOptions(c)),
    selectField('reasonKind', '原因', RECUSAL_REASONS),
    longField('reason', '情况说明', required),
    dateField('recusedOn', '日期'),
    { name: 'replacement', label: '接替的监督员', kind: 'supervisor', isRequired: true },
    flagField('hasNoConflict', '接替人已声明与本案无利害关系'),
    textField('approver', '决定人', { isRequired: true, maxLength: 30 }),
  ],
  initial: (_c, ctx) => ({ recusedOn: ctx.today, reasonKind: 'conflict' }),
  happened: ['recusedOn'],
  guard: (c) => (activeInvestigators(c).length === 0 ? ['本案尚未指定监督员'] : []),
  check: (c, values, ctx) => {
    const leaving = Number(textOf(values, 'leaving'));
    const staying = activeInvestigators(c).filter((person) => person.supervisorId !== leaving);
    const replacement = numberOf(values, 'replacement');
    const problems = checkSupervisors(
      [
        ...staying.map((person) => ({ field: 'leaving', id: person.supervisorId })),
        { field: 'replacement', id: replacement },
      ],
      dayOf(values, 'recusedOn', ctx),
      ctx,
    );
    if (replacement === leaving) problems.push({ field: 'replacement', message: '接替人不能是退出的监督员' });
    if (c.investigators.some((person) => person.isRecused && person.supervisorId === replacement)) {
      problems.push({ field: 'replacement', message: '该监督员在本案中已经回避' });
    }
    if (!isTicked(values, 'hasNoConflict')) {
      problems.push({ field: 'hasNoConflict', message: '接替人应当声明与本案无利害关系' });
    }
    return problems;
  },
  outcome: (_c, values, ctx) => [
    {
      type: 'investigators',
      add: [numberOf(values, 'replacement') as number],
      recuse: [
        {
          id: Number(textOf(values, 'leaving')),
          reason: textOf(values, 'reason'),
          on: dayOf(values, 'recusedOn', ctx),
        },
      ],
    },
    { type: 'paper', kind: 'recusalForm', values },
  ],
  suggestsPapers: ['recusalForm'],
};

const submitReport: CaseAction = {
  key: 'submitReport',
  label: '提交调查终结报告',
  from: ['C08'],
  permission: 'case.write',
  isPrimary: hasInvestigated,
  fields: () => [
    dateField('reportedOn', '报告日期'),
    longField('summary', '查明情况和处理意见', required),
    ...SUPERVISOR_FIELDS,
  ],
  initial: (c, ctx) => ({
    ...pairInitial(c),
    reportedOn: ctx.today,
    summary: textOf(lastEvent(c, 'recordInvestigation')?.values ?? {}, 'findings'),
  }),
  happened: ['reportedOn'],
  guard: (c) => (hasInvestigated(c) ? [] : ['尚无调查记录，请先“登记调查”']),
  check: (c, values, ctx) => checkPair(c, values, dayOf(values, 'reportedOn', ctx), ctx),
  outcome: (_c, values, ctx) => {
    const on = dayOf(values, 'reportedOn', ctx);
    return [
      { type: 'state', to: 'C09' },
      meet('investigation', on),
      ...startClock(ctx.rules, 'deliberation', on, '提交调查终结报告'),
      { type: 'paper', kind: 'investigationReport', values },
    ];
  },
  suggestsPapers: ['investigationReport'],
};

export const INVESTIGATION_ACTIONS: readonly CaseAction[] = [
  startInvestigation,
  recordInvestigation,
  submitReport,
  employerObstructed,
  recuse,
];
