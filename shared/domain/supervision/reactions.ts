import type { FieldValues } from '../kernel/field';
import type { LifecycleDocument } from '../papers/lifecycle-data';
import { codesOf, dateOf, dayOf, isTicked, textOf } from '../papers/lifecycle-values';
import { itemAnswers } from './actions/forms';
import type { CaseContext } from './case-context';
import type { CaseData } from './case-data';
import { type CaseEffect, effectsIf } from './case-effect';
import type { CaseState } from './case-state';
import { cancel, DEPARTMENT_CLOCKS, meet, startClock } from './deadlines';
import { draftsOf } from './letters';
import { isEmployerLetter, LETTERS_OF_DECISION } from './paper-kinds';
import { basisOf } from './rule-access';

/** What an event of a paper does to its case. */

type Reaction = (
  document: LifecycleDocument,
  values: FieldValues,
  c: CaseData,
  ctx: CaseContext,
) => readonly CaseEffect[];

/** Goes to `to` when the case stands in one of `from`. */
const move = (c: CaseData, from: readonly CaseState[], to: CaseState): readonly CaseEffect[] =>
  effectsIf((from as readonly string[]).includes(c.state), { type: 'state', to });

const info = (text: string): CaseEffect => ({ type: 'message', level: 'info', text });

/** The 送达回证 of this paper, unless there is one. */
const proof = (document: LifecycleDocument, c: CaseData): readonly CaseEffect[] =>
  effectsIf(
    !c.documents.some((known) => known.kind === 'proofOfService' && known.basedOnId === document.id),
    {
      type: 'paper',
      kind: 'proofOfService',
      basedOnId: document.id,
    },
  );

/** The last letter of the decision is out. */
const issued = (document: LifecycleDocument, c: CaseData, values: FieldValues, ctx: CaseContext) =>
  effectsIf(
    draftsOf(c, LETTERS_OF_DECISION).every((draft) => draft.id === document.id),
    meet('issueLetters', dateOf(values, 'servedOn') ?? dayOf(values, 'publishedOn', ctx.today)),
  );

const onServe: Reaction = (document, values, c, ctx) => {
  const on = dayOf(values, 'servedOn', ctx.today);
  const served = proof(document, c);
  if (isEmployerLetter(document.kind)) {
    return [...move(c, ['C11', 'C16'], 'C12'), ...served, ...issued(document, c, values, ctx)];
  }
  switch (document.kind) {
    case 'recommendationLetter':
      return [
        ...move(c, ['C11', 'C12', 'C13', 'C16'], 'C17'),
        ...served,
        ...issued(document, c, values, ctx),
        ...startClock(ctx.rules, 'departmentFiling', on, '建议书送达', document.id),
        ...startClock(ctx.rules, 'departmentFollowUp', on, '建议书送达', document.id),
      ];
    case 'declineNotice':
      return [meet('nonAcceptance', on), ...served];
    case 'resultNotice':
      return [meet('feedback', on), ...served];
    default:
      return served;
  }
};

/** Refusal counts at once: nobody waits for the reply term. 浙江条例第23条(一). */
const onRefuse: Reaction = (document, values, c, ctx) => {
  if (!isEmployerLetter(document.kind)) return onServe(document, values, c, ctx);
  const isOpinion = document.kind === 'opinionLetter';
  return [
    ...move(c, ['C11', 'C12'], 'C16'),
    ...proof(document, c),
    ...issued(document, c, values, ctx),
    {
      type: 'message',
      level: 'warn',
      text: isOpinion
        ? `用人单位拒收意见书，不必等待答复期限，可以提请政府部门${basisOf(ctx.rules, 'supervision.recommendationTriggers')}`
        : '用人单位拒收提示函，可以升级为意见书',
    },
  ];
};

const onReply: Reaction = (document, values, c, ctx) => {
  if (!isTicked(values, 'isWritten') || !isTicked(values, 'isSealed')) {
    return [info('已登记为非正式答复：没有书面形式或者没有盖章，答复期限照常计算，请催办正式答复')];
  }
  if (!isEmployerLetter(document.kind)) return [];
  const on = dayOf(values, 'repliedOn', ctx.today);
  const answers = [...itemAnswers(values, 'items', 'response')];
  const promised = answers.filter(([, response]) => response === 'corrected' || response === 'promised');
  const isLateForNext = c.state === 'C11' || c.state === 'C17';
  return [
    ...move(c, ['C12', 'C16'], 'C13'),
    ...effectsIf(promised.length > 0, {
      type: 'rectified',
      items: promised.map(([id]) => ({ id, state: 'promised' })),
    }),
    meet('supplement', on),
    meet('dunning', on),
    ...startClock(ctx.rules, 'replyReview', on, '收到答复'),
    ...effectsIf(isLateForNext, info('用人单位已答复，请审查后决定是否继续，并告知已提请的部门')),
  ];
};

const onEvaluate: Reaction = (document, values, c, ctx) => {
  if (!isEmployerLetter(document.kind)) return [];
  const on = dayOf(values, 'evaluatedOn', ctx.today);
  const upheld = codesOf(values, 'upheldItems').map(Number);
  const evaluation = textOf(values, 'evaluation');
  const isHopeless = evaluation === 'fail' && textOf(values, 'failure') !== 'curable';
  return [
    meet('replyReview', on),
    ...effectsIf(evaluation === 'objectionUpheld', {
      type: 'rectified',
      items: upheld.map((id) => ({ id, state: 'objectionUpheld' })),
    }),
    ...effectsIf(evaluation === 'objectionUpheld', info('异议成立的文书，请办理更正或者撤回')),
    ...(isHopeless ? move(c, ['C12', 'C13'], 'C16') : []),
  ];
};

const onExtend: Reaction = (_document, _values, c) => move(c, ['C16'], 'C12');

/** Withdrawn or corrected: a case that waited for this letter alone is back at making letters. */
const onWithdraw: Reaction = (document, values, c) => {
  const others = c.documents.filter((known) => known.id !== document.id && known.status !== 'D99');
  const isWaitingElsewhere = others.some(
    (known) => LETTERS_OF_DECISION.includes(known.kind) && known.servedOn !== null,
  );
  return [
    ...effectsIf(document.status !== 'D01', {
      type: 'paper',
      kind: 'correctionForm',
      basedOnId: document.id,
      values: { reason: textOf(values, 'reason'), approver: textOf(values, 'approver') },
    }),
    ...(document.kind === 'recommendationLetter'
      ? DEPARTMENT_CLOCKS.map((kind) => cancel(kind, document.id))
      : []),
    ...(LETTERS_OF_DECISION.includes(document.kind) && !isWaitingElsewhere
      ? move(c, ['C12', 'C16', 'C17'], 'C11')
      : []),
  ];
};

const REACTIONS: Readonly<Record<string, Reaction>> = {
  startService: (document, _values, c) => proof(document, c),
  serve: onServe,
  refuse: onRefuse,
  returned: () => [info('文书被退回，未送达；请核对地址或者更换方式后再次送达')],
  publish: (document, values, c, ctx) => issued(document, c, values, ctx),
  reply: onReply,
  evaluate: onEvaluate,
  extend: onExtend,
  withdraw: onWithdraw,
  void: onWithdraw,
  correct: onWithdraw,
};

/** Effects on the case of a step of one of its papers. */
export function reactionsTo(
  document: LifecycleDocument,
  action: string,
  values: FieldValues,
  c: CaseData,
  ctx: CaseContext,
): readonly CaseEffect[] {
  return REACTIONS[action]?.(document, values, c, ctx) ?? [];
}
