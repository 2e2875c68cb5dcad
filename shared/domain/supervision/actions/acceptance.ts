import type { CivilDate } from '../../kernel/civil-date';
import type { Field, FieldValues } from '../../kernel/field';
import type { Problem } from '../../papers/lifecycle-data';
import { dateOf, isTicked, numberOf, textOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import type { CaseContext } from '../case-context';
import type { CaseData } from '../case-data';
import { type CaseEffect, effectsIf } from '../case-effect';
import { meet, startClock } from '../deadlines';
import { basisOf, flagRule, textRule } from '../rule-access';
import { type Chosen, checkSupervisors } from '../supervisors';
import { dateField, dayOf, flagField, hasNamedComplainant, longField, textField } from './forms';

/** 受理（立案）: two supervisors without an interest in the matter take it over. */

const ACCEPT_FIELDS: readonly Field[] = [
  dateField('acceptedOn', '受理日期'),
  { name: 'supervisorA', label: '监督员', kind: 'supervisor', isRequired: true, group: '承办监督员' },
  flagField('hasNoConflictA', '已声明与本案无利害关系', { group: '承办监督员' }),
  { name: 'supervisorB', label: '监督员（二）', kind: 'supervisor', isRequired: true, group: '承办监督员' },
  flagField('hasNoConflictB', '（二）已声明与本案无利害关系', { group: '承办监督员' }),
  { name: 'supervisorC', label: '监督员（三）', kind: 'supervisor', group: '承办监督员' },
  flagField('hasNoConflictC', '（三）已声明与本案无利害关系', { group: '承办监督员' }),
  dateField('talkPlannedOn', '计划听取意见日期', { isRequired: false, group: '办理方案' }),
  dateField('investigationPlannedOn', '计划调查日期', { isRequired: false, group: '办理方案' }),
  dateField('decisionPlannedOn', '计划提出处理意见日期', { isRequired: false, group: '办理方案' }),
  longField('handlerOpinion', '承办人意见', { isRequired: true, group: '审批' }),
  longField('departmentOpinion', '部门负责人意见', { isRequired: true, group: '审批' }),
  textField('departmentHead', '部门负责人', { isRequired: true, maxLength: 30, group: '审批' }),
  longField('leaderOpinion', '分管领导意见', { group: '审批' }),
  textField('leader', '分管领导', { maxLength: 30, group: '审批' }),
];

const acceptInitial = (_c: CaseData, ctx: CaseContext): FieldValues => ({
  acceptedOn: ctx.today,
  handlerOpinion:
    '经初步审查，该事项属于工会劳动法律监督范围，未发现已由行政机关、仲裁机构或者人民法院受理的情形，建议予以受理。',
  departmentOpinion: '同意承办人意见，请依规办理，注意做好反映人信息保密工作。',
  leaderOpinion: '同意受理，请抓紧办理并及时报告进展。',
});

const acceptedSupervisors = (values: FieldValues): readonly Chosen[] =>
  ['supervisorA', 'supervisorB', 'supervisorC'].map((field) => ({ field, id: numberOf(values, field) }));

function acceptReasons(c: CaseData, ctx: CaseContext): string[] {
  const reasons: string[] = [];
  if (c.basics.otherProcedure === 'yes') {
    const organ = textOf(c.basics, 'otherOrgan') || '其他机关';
    const basis = basisOf(ctx.rules, 'supervision.nonAcceptanceNotice');
    reasons.push(`该事项已由${organ}受理、立案，应当不予受理并告知反映人${basis}`);
  }
  if (c.basics.otherProcedure !== 'yes' && c.basics.otherProcedure !== 'no') {
    reasons.push('尚未核实该事项是否已由其他机关受理、立案，请先在“基本情况”中填写');
  }
  if (c.employer === null) reasons.push('尚未确定被监督单位，请先在“基本情况”中选择');
  if (c.violations.length === 0) reasons.push('尚未登记违法类型，请先在“调查”中添加问题项');
  return reasons;
}

function checkAccept(_c: CaseData, values: FieldValues, ctx: CaseContext): Problem[] {
  const chosen = acceptedSupervisors(values);
  const problems = checkSupervisors(chosen, dayOf(values, 'acceptedOn', ctx), ctx);
  if (!flagRule(ctx.rules, 'supervision.recusalRequired')) return problems;
  for (const letter of ['A', 'B', 'C']) {
    if (numberOf(values, `supervisor${letter}`) !== null && !isTicked(values, `hasNoConflict${letter}`)) {
      const basis = basisOf(ctx.rules, 'supervision.recusalRequired');
      problems.push({
        field: `hasNoConflict${letter}`,
        message: `未声明无利害关系的监督员不能承办，有利害关系的应当回避${basis}`,
      });
    }
  }
  return problems;
}

/** From which day the investigation counts is a rule of the jurisdiction: 受理, 接到反映 or 登记. */
function investigationClock(c: CaseData, acceptedOn: CivilDate, ctx: CaseContext) {
  const start = textRule(ctx.rules, 'supervision.investigationStart');
  if (start === 'received') {
    return startClock(ctx.rules, 'investigation', dateOf(c.basics, 'receivedOn') ?? acceptedOn, '接到反映');
  }
  if (start === 'registered') return startClock(ctx.rules, 'investigation', c.openedOn, '登记');
  return startClock(ctx.rules, 'investigation', acceptedOn, '受理');
}

function acceptEffects(c: CaseData, values: FieldValues, ctx: CaseContext): CaseEffect[] {
  const acceptedOn = dayOf(values, 'acceptedOn', ctx);
  const ids = acceptedSupervisors(values).flatMap(({ id }) => (id === null ? [] : [id]));
  return [
    { type: 'number', what: 'case' },
    { type: 'basics', values: { acceptedOn } },
    { type: 'investigators', add: ids, recuse: [] },
    { type: 'state', to: 'C06' },
    meet('intakeReview', acceptedOn),
    ...startClock(ctx.rules, 'consultation', acceptedOn, '受理'),
    ...investigationClock(c, acceptedOn, ctx),
    { type: 'paper', kind: 'approvalForm', values: { variant: 'accept' } },
    ...effectsIf(hasNamedComplainant(c), { type: 'paper', kind: 'acceptanceNotice' }),
  ];
}

const accept: CaseAction = {
  key: 'accept',
  label: '受理（立案）',
  from: ['C03'],
  shownIn: ['C02'],
  permission: 'case.approve',
  isPrimary: () => true,
  fields: () => ACCEPT_FIELDS,
  initial: acceptInitial,
  happened: ['acceptedOn'],
  guard: acceptReasons,
  check: checkAccept,
  outcome: acceptEffects,
  suggestsPapers: ['approvalForm', 'acceptanceNotice'],
};

const returnFromTransfer: CaseAction = {
  key: 'returnFromTransfer',
  label: '接回办理',
  from: ['C05'],
  permission: 'case.approve',
  isPrimary: () => true,
  fields: () => [
    dateField('returnedOn', '退回日期'),
    longField('returnReason', '退回情况', { isRequired: true, maxLength: 1000 }),
    ...ACCEPT_FIELDS,
  ],
  initial: (c, ctx) => ({ ...acceptInitial(c, ctx), returnedOn: ctx.today }),
  happened: ['returnedOn', 'acceptedOn'],
  guard: acceptReasons,
  check: checkAccept,
  outcome: (c, values, ctx) => [
    meet('transferReturn', dayOf(values, 'returnedOn', ctx)),
    ...acceptEffects(c, values, ctx),
  ],
  suggestsPapers: ['approvalForm'],
};

export const ACCEPTANCE_ACTIONS: readonly CaseAction[] = [accept, returnFromTransfer];
