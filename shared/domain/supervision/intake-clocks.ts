import type { CivilDate } from '../kernel/civil-date';
import { computeDeadline } from '../kernel/deadline';
import type { FieldValues } from '../kernel/field';
import type { DeadlineEffect } from '../papers/lifecycle-effect';
import { dateOf } from '../papers/lifecycle-values';
import type { CaseContext } from './case-context';
import type { CaseData } from './case-data';
import { cancel, type DeadlineKind, startClock, startUntil } from './deadlines';
import { periodRule, textRule } from './rule-access';

/**
 * The time for 受理审查 from its first day, and never past the day by which a refusal must have been told. Where that day
 * is already gone the review is due at once.
 */
export function reviewClock(
  c: CaseData,
  on: CivilDate,
  ctx: Pick<CaseContext, 'rules' | 'calendar'>,
): DeadlineEffect[] {
  const rule = periodRule(ctx.rules, 'supervision.intakeReview');
  const notice = c.deadlines.find(
    (deadline) => deadline.kind === 'nonAcceptance' && deadline.status === 'running',
  );
  const clocks = startClock(ctx.rules, 'intakeReview', on, '开始受理审查');
  if (rule === null || notice === undefined) return clocks;
  const { dueOn } = computeDeadline({ rule, startOn: on, calendar: ctx.calendar });
  if (dueOn <= notice.dueOn) return clocks;
  const latest = notice.dueOn < on ? on : notice.dueOn;
  return clocks.map((clock) => ({ ...clock, dueOn: latest }));
}

/** Clocks that count from the day the clue came, or to the day of the work order, after that day was corrected. */
export function correctedClocks(
  c: CaseData,
  values: FieldValues,
  ctx: Pick<CaseContext, 'rules'>,
): DeadlineEffect[] {
  const receivedOn = dateOf(values, 'receivedOn');
  const isRunning = (kind: DeadlineKind) =>
    c.deadlines.some((deadline) => deadline.kind === kind && deadline.status === 'running');
  const isMoved = receivedOn !== null && receivedOn !== dateOf(c.basics, 'receivedOn');
  const counted: DeadlineKind[] = ['registration', 'nonAcceptance'];
  if (textRule(ctx.rules, 'supervision.investigationStart') === 'received') counted.push('investigation');
  return [
    ...(isMoved ? counted.filter(isRunning) : []).flatMap((kind) =>
      startClock(ctx.rules, kind, receivedOn as CivilDate, '收到线索'),
    ),
    ...correctedHotline(c, values, receivedOn),
  ];
}

function correctedHotline(c: CaseData, values: FieldValues, receivedOn: CivilDate | null): DeadlineEffect[] {
  const [before, now] = [dateOf(c.basics, 'hotlineDueOn'), dateOf(values, 'hotlineDueOn')];
  const isAnswered = c.events.some((event) => event.action === 'replyHotline');
  if (before === now || isAnswered) return [];
  return now === null ? [cancel('hotline')] : startUntil('hotline', now, receivedOn ?? now, '收到工单');
}
