import { codesOf, isTicked, textOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import type { CaseData } from '../case-data';
import { BUSY_STATES, CASE_STATES, type CaseState, stateBefore, WORKING_STATES } from '../case-state';
import { clockOnReturn, meet } from '../deadlines';
import { eventsOf } from '../letters';
import { flagRule } from '../rule-access';
import {
  approvalFields,
  dateField,
  dayOf,
  flagField,
  longField,
  optionsOf,
  required,
  selectField,
  textField,
} from './forms';
import { ANSWER_DUE, answerClock, checkAnswerDue } from './upper-answer';

/** Others take part: arbitration and courts, the upper union and the party committee, the procuratorate. */

const PROCEDURES = {
  arbitration: '劳动争议仲裁',
  litigation: '诉讼',
  procuratorate: '检察机关办理',
  police: '公安机关办理',
  administrative: '行政机关立案',
} as const;

/** The worker has gone to arbitration or court: the same claim is not pressed further, what concerns others may be. */
const enterOuterProcedure: CaseAction = {
  key: 'enterOuterProcedure',
  label: '转入外部程序',
  from: [...WORKING_STATES, 'C15', 'C19'],
  permission: 'case.write',
  isGeneral: true,
  fields: () => [
    selectField('procedure', '程序', PROCEDURES),
    textField('institution', '机关名称', required),
    textField('outerNo', '案号'),
    dateField('enteredOn', '受理（立案）日期'),
    longField('scope', '涉及的事项', required),
  ],
  initial: (_c, ctx) => ({ enteredOn: ctx.today }),
  happened: ['enteredOn'],
  outcome: (_c, values, ctx) => {
    const on = dayOf(values, 'enteredOn', ctx);
    return [
      { type: 'deadline.pauseAll', on, reason: '已进入外部程序' },
      {
        type: 'basics',
        values: {
          otherProcedure: 'yes',
          otherOrgan: textOf(values, 'institution'),
          otherNo: textOf(values, 'outerNo'),
          otherOn: on,
        },
      },
      { type: 'state', to: 'C18' },
    ];
  },
};

const recordOuterProgress: CaseAction = {
  key: 'recordOuterProgress',
  label: '登记外部程序进展',
  from: ['C18'],
  permission: 'case.write',
  isPrimary: () => true,
  fields: () => [
    dateField('progressOn', '日期'),
    textField('stage', '阶段', required),
    longField('result', '进展或者结果', required),
  ],
  initial: (_c, ctx) => ({ progressOn: ctx.today }),
  happened: ['progressOn'],
  outcome: (_c, values) => [{ type: 'basics', values: { otherStage: textOf(values, 'stage') } }],
};

/** States the case may go on from after an outer procedure: investigation again, or where it stood. */
function resumableStates(c: CaseData): readonly CaseState[] {
  const before = stateBefore('C18', c.events);
  const isOrdinary =
    before !== null && before !== 'C08' && (WORKING_STATES as readonly string[]).includes(before);
  return isOrdinary ? ['C08', before] : ['C08'];
}

const resumeFromOuter: CaseAction = {
  key: 'resumeFromOuter',
  label: '外部程序结束，继续办理',
  from: ['C18'],
  permission: 'case.approve',
  fields: (c) => [
    dateField('resumedOn', '日期'),
    {
      name: 'to',
      label: '转入',
      kind: 'select',
      isRequired: true,
      options: resumableStates(c).map((state) => ({ value: state, label: CASE_STATES[state] })),
    },
    longField('reason', '继续办理的事项', required),
  ],
  initial: (c, ctx) => ({ resumedOn: ctx.today, to: resumableStates(c).at(-1) as CaseState }),
  happened: ['resumedOn'],
  outcome: (c, values, ctx) => {
    const [on, to] = [dayOf(values, 'resumedOn', ctx), textOf(values, 'to') as CaseState];
    return [
      { type: 'deadline.resumeAll', on },
      { type: 'state', to },
      ...clockOnReturn(c, to, on, '外部程序结束', ctx.rules),
    ];
  },
};

const reportUpward: CaseAction = {
  key: 'reportUpward',
  label: '上报/会商',
  from: BUSY_STATES.filter((state) => state !== 'C19'),
  permission: 'case.approve',
  isGeneral: true,
  fields: () => [
    dateField('reportedOn', '日期'),
    selectField('target', '报告（会商）对象', {
      upperUnion: '上级工会',
      government: '党委、政府',
      tripartite: '协调劳动关系三方',
      departments: '有关部门',
    }),
    longField('reason', '事项和理由', required),
    textField('documentNo', '报告（纪要）文号'),
    ANSWER_DUE,
    textField('approver', '批准人', { isRequired: true, maxLength: 30, group: '审批' }),
  ],
  initial: (_c, ctx) => ({ reportedOn: ctx.today, target: 'upperUnion' }),
  happened: ['reportedOn'],
  check: (_c, values, ctx) => checkAnswerDue(values, dayOf(values, 'reportedOn', ctx)),
  outcome: (_c, values, ctx) => [
    { type: 'state', to: 'C19' },
    ...answerClock(values, dayOf(values, 'reportedOn', ctx), '上报（会商）'),
  ],
};

const resumeFromUpper: CaseAction = {
  key: 'resumeFromUpper',
  label: '上级答复，继续办理',
  from: ['C19'],
  permission: 'case.write',
  isPrimary: () => true,
  fields: (c) => [
    dateField('answeredOn', '日期'),
    longField('answer', '答复（会商）意见', required),
    {
      name: 'to',
      label: '转入',
      kind: 'select',
      isRequired: true,
      options: optionsOf(Object.fromEntries(afterUpper(c).map((state) => [state, CASE_STATES[state]]))),
    },
  ],
  initial: (c, ctx) => ({ answeredOn: ctx.today, to: afterUpper(c)[0] as CaseState }),
  happened: ['answeredOn'],
  outcome: (c, values, ctx) => {
    const [on, to] = [dayOf(values, 'answeredOn', ctx), textOf(values, 'to') as CaseState];
    return [
      { type: 'state', to },
      meet('upperAnswer', on),
      ...clockOnReturn(c, to, on, '上级答复', ctx.rules),
    ];
  },
};

/** Where the case stood, and 已提请政府部门 when a 建议书 is out. */
function afterUpper(c: CaseData): readonly CaseState[] {
  const before = stateBefore('C19', c.events) ?? 'C08';
  const hasRecommendation = c.documents.some(
    (document) => document.kind === 'recommendationLetter' && document.servedOn !== null,
  );
  return hasRecommendation && before !== 'C17' ? [before, 'C17'] : [before];
}

/** Possible at any stage; one of the conditions of the joint notice of procuratorate and union federation is ticked. */
const transferToProcurator: CaseAction = {
  key: 'transferToProcurator',
  label: '移送检察机关',
  from: [...WORKING_STATES, 'C18', 'C19'],
  permission: 'case.approve',
  isGeneral: true,
  fields: (_c, ctx) => [
    dateField('transferredOn', '日期'),
    textField('organ', '接收机关', required),
    {
      name: 'conditions',
      label: '移送情形',
      kind: 'multiSelect',
      isRequired: true,
      options: ctx.catalogue.options['procurator-conditions'].items.map((item) => ({
        value: item.code,
        label: item.label,
      })),
    },
    flagField('isUncooperative', '用人单位不配合'),
    longField('facts', '简要事实', required),
    ...approvalFields(),
  ],
  initial: (c, ctx) => ({
    transferredOn: ctx.today,
    isUncooperative: eventsOf(c, 'employerObstructed').length > 0,
    facts: textOf(c.basics, 'topicSummary'),
    approverOpinion: '同意移送。',
  }),
  happened: ['transferredOn'],
  guard: (_c, ctx) => [
    ...(flagRule(ctx.rules, 'supervision.procuratorTransferAllowed')
      ? []
      : ['当前规则方案没有向检察机关移送的规定']),
    ...(ctx.unitLevel === 'grassroots' ? ['向检察机关移送由县级以上总工会办理，请提请上级工会'] : []),
  ],
  check: (_c, values, ctx) => {
    const chosen = ctx.catalogue.options['procurator-conditions'].items.filter((item) =>
      codesOf(values, 'conditions').includes(item.code),
    );
    const strict = chosen.filter((item) => item.needsUncooperativeEmployer);
    if (strict.length < chosen.length || chosen.length === 0 || isTicked(values, 'isUncooperative'))
      return [];
    return [
      {
        field: 'isUncooperative',
        message: `以“${strict.map((item) => item.label).join('、')}”移送的，须用人单位不配合`,
      },
    ];
  },
  outcome: (_c, values) => [
    { type: 'paper', kind: 'transferLetter', values },
    { type: 'paper', kind: 'handoverList' },
  ],
  suggestsPapers: ['transferLetter', 'handoverList'],
};

export const OUTSIDE_ACTIONS: readonly CaseAction[] = [
  recordOuterProgress,
  resumeFromOuter,
  resumeFromUpper,
  enterOuterProcedure,
  reportUpward,
  transferToProcurator,
];
