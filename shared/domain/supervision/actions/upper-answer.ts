import type { CivilDate } from '../../kernel/civil-date';
import type { Field, FieldValues } from '../../kernel/field';
import type { Problem } from '../../papers/lifecycle-data';
import type { DeadlineEffect } from '../../papers/lifecycle-effect';
import { dateOf } from '../../papers/lifecycle-values';
import { startUntil } from '../deadlines';
import { dateField } from './forms';

/** 上报、会商、督办: whoever decides sets the day by which the answer or the result is due. */

export const ANSWER_DUE: Field = dateField('answerDueOn', '要求办结（答复）的日期', { isRequired: false });

/** `asked`: the day of the report or request. */
export function checkAnswerDue(values: FieldValues, asked: CivilDate): Problem[] {
  const dueOn = dateOf(values, ANSWER_DUE.name);
  return dueOn !== null && dueOn < asked
    ? [{ field: ANSWER_DUE.name, message: '办结（答复）日期不能早于报告（提请）日期' }]
    : [];
}

export const answerClock = (values: FieldValues, asked: CivilDate, startEvent: string): DeadlineEffect[] =>
  startUntil('upperAnswer', dateOf(values, ANSWER_DUE.name), asked, startEvent);
