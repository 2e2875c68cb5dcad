import type { CivilDate } from '../../kernel/civil-date';
import type { FieldValues } from '../../kernel/field';
import { dateOf, isTicked, textOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import type { CaseData } from '../case-data';
import { effectsIf } from '../case-effect';
import { cancel, meet, startClock, startUntil } from '../deadlines';
import { CLUE_FIELDS, checkClue, clueInitial } from '../fields';
import { reviewClock } from '../intake-clocks';
import { hasReached, paperOf } from '../letters';
import { basisOf, flagRule } from '../rule-access';
import {
  approvalFields,
  DOSSIER_PAPERS,
  dateField,
  dayOf,
  flagField,
  hasNamedComplainant,
  longField,
  selectField,
  textField,
} from './forms';

/** From the first word to acceptance, refusal or transfer. */

const register: CaseAction = {
  key: 'register',
  label: '登记线索',
  from: ['C01'],
  permission: 'case.write',
  isPrimary: () => true,
  fields: () => CLUE_FIELDS,
  initial: (c, ctx) => ({ ...clueInitial(ctx), ...c.basics }),
  check: (_c, values, ctx) => checkClue(values, ctx),
  outcome: (c, values, ctx) => {
    const receivedOn = dayOf(values, 'receivedOn', ctx);
    return [
      { type: 'number', what: 'clue' },
      { type: 'basics', values },
      { type: 'state', to: 'C02' },
      ...startClock(ctx.rules, 'registration', receivedOn, '收到线索'),
      ...(isToBeTold(c, values) ? startClock(ctx.rules, 'nonAcceptance', receivedOn, '收到线索') : []),
      ...startUntil('hotline', dateOf(values, 'hotlineDueOn'), receivedOn, '收到工单'),
      { type: 'paper', kind: 'registrationForm' },
    ];
  },
};

/** Somebody complained or reported and would have to hear of a refusal; what the union found itself has nobody. */
const isToBeTold = (c: CaseData, values: FieldValues): boolean =>
  c.hasComplainant || ['complaint', 'report'].includes(textOf(values, 'clueKind'));

const startReview: CaseAction = {
  key: 'startReview',
  label: '开始受理审查',
  from: ['C02'],
  permission: 'case.write',
  isPrimary: () => true,
  fields: () => [
    dateField('reviewOn', '审查日期'),
    textField('reviewer', '审查人', { isRequired: true, maxLength: 30 }),
    longField('note', '备注'),
  ],
  initial: (c, ctx) => ({ reviewOn: ctx.today, reviewer: c.handlerName }),
  happened: ['reviewOn'],
  outcome: (c, values, ctx) => {
    const on = dayOf(values, 'reviewOn', ctx);
    return [{ type: 'state', to: 'C03' }, meet('registration', on), ...reviewClock(c, on, ctx)];
  },
};

/** 不予受理: out of scope, or already accepted by an authority, an arbitration body or a court. 浙江条例第17条. */
const decline: CaseAction = {
  key: 'decline',
  label: '不予受理',
  from: ['C03'],
  permission: 'case.approve',
  isPrimary: (c) => c.basics.otherProcedure === 'yes',
  fields: (_c, ctx) => [
    {
      name: 'reason',
      label: '不予受理的理由',
      kind: 'select',
      isRequired: true,
      options: ctx.catalogue.options['decline-reasons'].items.map((item) => ({
        value: item.code,
        label: item.label,
      })),
    },
    textField('organ', '已受理的机关（如有）'),
    longField('explanation', '理由说明', { isRequired: true, maxLength: 1000 }),
    dateField('decidedOn', '决定日期'),
    ...approvalFields(),
  ],
  initial: (c, ctx) => ({
    organ: c.basics.otherOrgan ?? null,
    decidedOn: ctx.today,
    approverOpinion: '同意不予受理，请按期书面告知反映人。',
  }),
  happened: ['decidedOn'],
  outcome: (c, values, ctx) => [
    { type: 'state', to: 'C04' },
    meet('intakeReview', dayOf(values, 'decidedOn', ctx)),
    { type: 'paper', kind: 'approvalForm', values: { variant: 'decline' } },
    ...effectsIf(hasNamedComplainant(c), {
      type: 'paper',
      kind: 'declineNotice',
      values: { reason: textOf(values, 'reason') },
    }),
  ],
  suggestsPapers: ['declineNotice', 'approvalForm'],
};

/** The day on which the refused complainant was told, by a served notice or as typed. */
const toldOn = (c: CaseData, values: FieldValues): CivilDate | null =>
  paperOf(c, 'declineNotice')?.servedOn ?? dateOf(values, 'notifiedOn');

const closeDeclined: CaseAction = {
  key: 'closeDeclined',
  label: '告知后结束（不予受理）',
  from: ['C04'],
  permission: 'case.approve',
  isPrimary: () => true,
  fields: () => [
    dateField('notifiedOn', '告知日期', { isRequired: false }),
    selectField('mode', '告知方式', {
      written: '书面',
      phone: '电话',
      oral: '当面口头',
      notPossible: '无法告知（匿名）',
    }),
    longField('note', '说明'),
  ],
  initial: (c, ctx) => ({
    notifiedOn: toldOn(c, {}) ?? (hasNamedComplainant(c) ? ctx.today : null),
    mode: hasNamedComplainant(c) ? 'written' : 'notPossible',
  }),
  happened: ['notifiedOn'],
  guard: (c, ctx) => {
    if (!hasNamedComplainant(c) || !flagRule(ctx.rules, 'supervision.nonAcceptanceInWriting')) return [];
    const notice = paperOf(c, 'declineNotice');
    if (notice && hasReached(notice)) return [];
    const basis = basisOf(ctx.rules, 'supervision.nonAcceptanceInWriting');
    return [`不予受理应当书面告知反映人${basis}，请先制发《不予受理告知书》并登记送达`];
  },
  check: (c, values) =>
    hasNamedComplainant(c) && toldOn(c, values) === null
      ? [{ field: 'notifiedOn', message: '请填写告知反映人的日期' }]
      : [],
  outcome: (c, values, ctx) => {
    const told = toldOn(c, values);
    return [
      told === null ? cancel('nonAcceptance') : meet('nonAcceptance', told),
      { type: 'close', on: ctx.today, reason: 'declined' },
      { type: 'state', to: 'C20' },
      ...startClock(ctx.rules, 'archive', ctx.today, '结案'),
      ...DOSSIER_PAPERS,
    ];
  },
  suggestsPapers: ['declineNotice'],
};

const transferOut: CaseAction = {
  key: 'transferOut',
  label: '转办/交办',
  from: ['C03'],
  permission: 'case.approve',
  fields: () => [
    selectField('mode', '方式', { transfer: '转办', assign: '交办' }),
    textField('target', '承接单位', { isRequired: true }),
    dateField('transferredOn', '转办日期'),
    dateField('dueOn', '要求回复的日期', { isRequired: false }),
    longField('reason', '理由', { isRequired: true, maxLength: 1000 }),
    flagField('hidesComplainant', '隐去反映人信息'),
    ...approvalFields(),
  ],
  initial: (_c, ctx) => ({
    mode: 'transfer',
    transferredOn: ctx.today,
    hidesComplainant: true,
    approverOpinion: '同意转办，请注意做好反映人信息保密工作。',
  }),
  happened: ['transferredOn'],
  check: (_c, values) => {
    const [on, due] = [dateOf(values, 'transferredOn'), dateOf(values, 'dueOn')];
    return on !== null && due !== null && due < on
      ? [{ field: 'dueOn', message: '回复日期不能早于转办日期' }]
      : [];
  },
  outcome: (_c, values, ctx) => {
    const on = dayOf(values, 'transferredOn', ctx);
    return [
      { type: 'state', to: 'C05' },
      meet('intakeReview', on),
      ...startUntil('transferReturn', dateOf(values, 'dueOn'), on, '转办'),
      {
        type: 'paper',
        kind: 'transferNotice',
        values: { target: textOf(values, 'target'), hidesComplainant: isTicked(values, 'hidesComplainant') },
      },
    ];
  },
  suggestsPapers: ['transferNotice'],
};

const closeTransferred: CaseAction = {
  key: 'closeTransferred',
  label: '转办办结',
  from: ['C05'],
  permission: 'case.approve',
  fields: () => [
    dateField('resultOn', '收到办理结果日期'),
    longField('result', '办理结果', { isRequired: true, maxLength: 2000 }),
    ...approvalFields(),
  ],
  initial: (_c, ctx) => ({ resultOn: ctx.today, approverOpinion: '同意办结。' }),
  happened: ['resultOn'],
  outcome: (c, values, ctx) => {
    const on = dayOf(values, 'resultOn', ctx);
    return [
      meet('transferReturn', on),
      { type: 'close', on: ctx.today, reason: 'transferred' },
      { type: 'state', to: 'C20' },
      ...(hasNamedComplainant(c) ? startClock(ctx.rules, 'feedback', ctx.today, '结案') : []),
      ...startClock(ctx.rules, 'archive', ctx.today, '结案'),
      ...DOSSIER_PAPERS,
    ];
  },
};

export const INTAKE_ACTIONS: readonly CaseAction[] = [
  register,
  startReview,
  closeDeclined,
  decline,
  transferOut,
  closeTransferred,
];
