import type { CivilDate } from '../../kernel/civil-date';
import { dateOf } from '../../papers/lifecycle-values';
import type { CaseAction } from '../case-action';
import type { CaseContext } from '../case-context';
import type { CaseData } from '../case-data';
import type { CaseEffect } from '../case-effect';
import { meet, startUntil } from '../deadlines';
import { employerLetters, isOverdue, letterName, shortDay } from '../letters';
import { waitingReason } from '../measures';
import { dateField, dayOf, longField, required, selectField } from './forms';

/** While the employer's answer is awaited: asking for more, and the day that passes. */

export const markOverdue: CaseAction = {
  key: 'markOverdue',
  label: '转为逾期处理',
  from: ['C12'],
  permission: 'case.write',
  isPrimary: (c, ctx) => isOverdueHere(c, ctx),
  fields: () => [dateField('markedOn', '日期'), longField('note', '备注')],
  initial: (_c, ctx) => ({ markedOn: ctx.today }),
  happened: ['markedOn'],
  guard: (c, ctx) => {
    if (isOverdueHere(c, ctx)) return [];
    const waiting = waitingReason(c, ctx);
    return waiting.length > 0 ? waiting : ['没有逾期未答复的文书'];
  },
  outcome: (c, values, ctx) => [
    { type: 'state', to: 'C16' },
    ...(hasMissedSupplement(c, ctx) ? [meet('supplement', dayOf(values, 'markedOn', ctx))] : []),
    ...overdueLetters(c, ctx).map(
      (letter): CaseEffect => ({
        type: 'message',
        level: 'warn',
        text: `${letterName(letter)}应于${shortDay(letter.dueOn as CivilDate, ctx.today)}前答复，已经逾期`,
      }),
    ),
  ],
};

const overdueLetters = (c: CaseData, ctx: CaseContext) =>
  employerLetters(c).filter((letter) => isOverdue(letter, ctx.today));

const hasMissedSupplement = (c: CaseData, ctx: CaseContext): boolean =>
  c.deadlines.some(
    ({ kind, status, dueOn }) => kind === 'supplement' && status === 'running' && dueOn < ctx.today,
  );

/** An answer has not come, or the supplement that was asked for. */
const isOverdueHere = (c: CaseData, ctx: CaseContext): boolean =>
  overdueLetters(c, ctx).length > 0 || hasMissedSupplement(c, ctx);

export const requestSupplement: CaseAction = {
  key: 'requestSupplement',
  label: '要求补充答复',
  from: ['C13'],
  permission: 'case.write',
  fields: () => [
    dateField('requestedOn', '日期'),
    longField('content', '需要补充的内容', required),
    dateField('dueOn', '补充期限'),
    selectField('mode', '方式', { phone: '电话', written: '书面', online: '线上' }),
  ],
  initial: (_c, ctx) => ({ requestedOn: ctx.today, mode: 'phone' }),
  happened: ['requestedOn'],
  check: (_c, values, ctx) => {
    const due = dateOf(values, 'dueOn');
    return due !== null && due < dayOf(values, 'requestedOn', ctx)
      ? [{ field: 'dueOn', message: '补充期限不能早于要求日期' }]
      : [];
  },
  outcome: (_c, values, ctx) => {
    const on = dayOf(values, 'requestedOn', ctx);
    return [
      { type: 'state', to: 'C12' },
      meet('replyReview', on),
      ...startUntil('supplement', dateOf(values, 'dueOn'), on, '要求补充答复'),
    ];
  },
};
