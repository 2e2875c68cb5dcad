import type { FieldValues } from '../../kernel/field';
import { codesOf, textOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import type { CaseContext } from '../case-context';
import type { CaseData } from '../case-data';
import { type CaseEffect, effectsIf } from '../case-effect';
import { cancel, missedReplies, startClock } from '../deadlines';
import { employerLetters, hasReached, isOverdue, letterName, shortDay } from '../letters';
import { opinionReasons, recommendationReasons, waitingReason } from '../measures';
import { paperLabel } from '../paper-kinds';
import { departmentsFor } from '../routing';
import { provedTriggers } from '../triggers';
import {
  approvalFields,
  dateField,
  dayOf,
  establishedItems,
  longField,
  multiField,
  optionsOf,
  required,
  selectField,
  textField,
} from './forms';
import { ANSWER_DUE, answerClock, checkAnswerDue } from './upper-answer';

/** The next rung: 催办, 意见书 after 提示函, 建议书 after 意见书, or the upper union. */

/** The letter to the employer that now waits for its answer, else the newest that reached it. */
const currentLetter = (c: CaseData) => {
  const reached = employerLetters(c).filter(hasReached);
  return reached.findLast((letter) => letter.status === 'D08') ?? reached.at(-1) ?? null;
};

/** 催办 does not move the due day. */
const dun: CaseAction = {
  key: 'dun',
  label: '催办',
  from: ['C12', 'C16'],
  permission: 'case.write',
  isPrimary: (c, ctx) => {
    const letter = currentLetter(c);
    return c.state === 'C12' && letter !== null && isOverdue(letter, ctx.today);
  },
  fields: () => [
    selectField('mode', '方式', { letter: '催办函', phone: '电话', visit: '上门' }),
    dateField('dunnedOn', '日期'),
    textField('contact', '对方联系人'),
    longField('content', '催办内容和对方答复', required),
  ],
  initial: (c, ctx) => {
    const letter = currentLetter(c);
    const due = letter?.dueOn ? `应于${shortDay(letter.dueOn, ctx.today)}前书面答复` : '应当书面答复';
    return {
      mode: 'phone',
      dunnedOn: ctx.today,
      content: letter ? `${letterName(letter)}${due}，请尽快答复。` : null,
    };
  },
  happened: ['dunnedOn'],
  guard: (c) => (currentLetter(c) === null ? ['没有已送达用人单位的文书'] : []),
  outcome: (c, values, ctx) => [
    ...effectsIf(textOf(values, 'mode') === 'letter', {
      type: 'paper',
      kind: 'dunningLetter',
      basedOnId: currentLetter(c)?.id,
    }),
    cancel('dunning'),
    ...startClock(ctx.rules, 'dunning', dayOf(values, 'dunnedOn', ctx), '催办'),
  ],
  suggestsPapers: ['dunningLetter'],
};

const hasOpinion = (c: CaseData): boolean => employerLetters(c, 'opinionLetter').some(hasReached);

const escalateToOpinion: CaseAction = {
  key: 'escalateToOpinion',
  label: '升级为意见书',
  from: ['C16'],
  shownIn: ['C12'],
  permission: 'case.approve',
  isPrimary: (c) => !hasOpinion(c),
  fields: () => [dateField('decidedOn', '日期'), longField('reason', '理由', required), ...approvalFields()],
  initial: (_c, ctx) => ({ decidedOn: ctx.today, approverOpinion: '同意发出意见书。' }),
  happened: ['decidedOn'],
  guard: (c, ctx) => [
    ...(c.state === 'C12' ? waitingReason(c, ctx) : []),
    ...(hasOpinion(c) ? ['意见书已经送达，不再重复发出'] : opinionReasons(c, ctx)),
  ],
  outcome: (c, values, ctx) => [
    { type: 'state', to: 'C11' },
    {
      type: 'paper',
      kind: 'opinionLetter',
      basedOnId: employerLetters(c, 'reminderLetter').findLast(hasReached)?.id,
    },
    ...missedReplies(c, dayOf(values, 'decidedOn', ctx)),
    ...startClock(ctx.rules, 'issueLetters', dayOf(values, 'decidedOn', ctx), '决定发出意见书'),
  ],
  suggestsPapers: ['opinionLetter'],
};

const triggerLabels = (c: CaseData, ctx: CaseContext): Readonly<Record<string, string>> =>
  Object.fromEntries(provedTriggers(c, ctx).map((trigger) => [trigger.code, trigger.label]));

const departmentLabels = (c: CaseData, ctx: CaseContext): Readonly<Record<string, string>> => {
  const competent = departmentsFor(establishedItems(c), ctx);
  const others = ctx.catalogue.departments.departments.filter((known) => !competent.includes(known));
  return Object.fromEntries(
    [...competent, ...others].map((department) => [department.code, department.label]),
  );
};

const escalateToRecommendation: CaseAction = {
  key: 'escalateToRecommendation',
  label: '提请政府部门（建议书）',
  from: ['C16'],
  shownIn: ['C12'],
  permission: 'case.approve',
  isPrimary: hasOpinion,
  fields: (c, ctx) => [
    dateField('decidedOn', '日期'),
    multiField('triggers', '发出建议书的情形', triggerLabels(c, ctx)),
    multiField('departments', '主送部门（每个部门一份）', departmentLabels(c, ctx)),
    longField('evidence', '情形的证明', required),
    ...approvalFields(),
  ],
  initial: (c, ctx) => {
    const triggers = provedTriggers(c, ctx);
    return {
      decidedOn: ctx.today,
      triggers: triggers.map((trigger) => trigger.code),
      departments: departmentsFor(establishedItems(c), ctx)
        .slice(0, 1)
        .map((department) => department.code),
      evidence: triggers.map((trigger) => trigger.evidence).join('；'),
      approverOpinion: '同意发出建议书并移交有关材料。',
    };
  },
  happened: ['decidedOn'],
  guard: recommendationReasons,
  outcome: (c, values, ctx) => [
    { type: 'state', to: 'C11' },
    ...codesOf(values, 'departments').map(
      (department): CaseEffect => ({
        type: 'paper',
        kind: 'recommendationLetter',
        basedOnId: employerLetters(c, 'opinionLetter').findLast(hasReached)?.id,
        values: recommendationValues(values, department),
      }),
    ),
    { type: 'paper', kind: 'handoverList' },
    ...missedReplies(c, dayOf(values, 'decidedOn', ctx)),
    ...startClock(ctx.rules, 'issueLetters', dayOf(values, 'decidedOn', ctx), '决定发出建议书'),
  ],
  suggestsPapers: ['recommendationLetter', 'handoverList'],
};

const recommendationValues = (values: FieldValues, department: string): FieldValues => ({
  department,
  triggers: codesOf(values, 'triggers'),
  triggerEvidence: textOf(values, 'evidence'),
});

/** What a grass-roots union does instead of a 建议书; also for 提级办理. */
const requestUpperUnion: CaseAction = {
  key: 'requestUpperUnion',
  label: '提请上级工会',
  from: ['C09', 'C16'],
  permission: 'case.approve',
  isPrimary: (c, ctx) => c.state === 'C16' && ctx.unitLevel === 'grassroots',
  fields: () => [
    dateField('requestedOn', '日期'),
    {
      name: 'letterKind',
      label: '提请发出的文书',
      kind: 'select',
      isRequired: true,
      options: optionsOf({
        opinionLetter: paperLabel('opinionLetter'),
        recommendationLetter: paperLabel('recommendationLetter'),
        takeOver: '提级办理',
      }),
    },
    textField('upperUnion', '上级工会', required),
    ANSWER_DUE,
    longField('reason', '理由', required),
    ...approvalFields(),
  ],
  initial: (_c, ctx) => ({ requestedOn: ctx.today, approverOpinion: '同意提请上级工会。' }),
  happened: ['requestedOn'],
  check: (_c, values, ctx) => checkAnswerDue(values, dayOf(values, 'requestedOn', ctx)),
  outcome: (_c, values, ctx) => [
    { type: 'state', to: 'C19' },
    ...answerClock(values, dayOf(values, 'requestedOn', ctx), '提请上级工会'),
    { type: 'paper', kind: 'upperUnionRequest', values },
  ],
  suggestsPapers: ['upperUnionRequest'],
};

export const ESCALATION_ACTIONS: readonly CaseAction[] = [
  escalateToOpinion,
  escalateToRecommendation,
  dun,
  requestUpperUnion,
];
