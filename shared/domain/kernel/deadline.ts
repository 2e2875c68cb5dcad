import type { Calendar, CalendarDoubt, SkippedDay } from './calendar';
import { addDays, addMonths, addYears, type CivilDate, diffDays } from './civil-date';
import type { PeriodRule } from './rule-profile';

export type Period = Pick<PeriodRule, 'n' | 'unit'>;

export type Deadline = CalendarDoubt & {
  readonly period: Period;
  /** The day of the event (service, acceptance); not counted. 民法典第201条. */
  readonly startOn: CivilDate;
  /** The last day by count alone. */
  readonly nominalOn: CivilDate;
  /** The last day that counts: the next workday when the nominal day is a rest day. 民法典第203条. */
  readonly dueOn: CivilDate;
  /** Name of the rest day the nominal day fell on, e.g. 中秋节; absent when it did not move. */
  readonly rolledBecause?: string;
  /** Days passed over: rest days of a workday count, days between nominal and due day, days of pause. */
  readonly skipped: readonly SkippedDay[];
};

/** 中止: both days are inside the pause; `to` null while it lasts. */
export type Pause = { readonly from: CivilDate; readonly to: CivilDate | null };

export type DeadlineState = {
  /** Natural days left; negative when overdue, 0 on the last day. */
  readonly daysLeft: number;
  /** Workdays left, today not counted; negative by the workdays since the due day. */
  readonly workdaysLeft: number;
  readonly isOverdue: boolean;
  readonly isDueToday: boolean;
};

const PAUSED = '中止期间';

/**
 * Last day of a period that begins after `startOn`. 民法典第201条（开始的当日不计入）、第202条（对应日，没有的为月末日）、
 * 第203条（最后一日是休假日的顺延）. A weekend counts as a rest day. Throws a RangeError when n is not a whole number ≥ 0.
 */
export function computeDeadline(input: {
  readonly rule: Period;
  readonly startOn: CivilDate;
  readonly calendar: Calendar;
}): Deadline {
  const { rule, startOn, calendar } = input;
  const period = { n: rule.n, unit: rule.unit };
  if (!Number.isInteger(period.n) || period.n < 0) throw new RangeError(`no period: ${period.n}`);
  if (period.unit === 'workday' && period.n > 0) {
    const { dueOn, skipped, isProjected, isCalendarMissing } = calendar.addWorkdays(startOn, period.n);
    return { period, startOn, nominalOn: dueOn, dueOn, skipped, isProjected, isCalendarMissing };
  }
  return rollToWorkday({ period, startOn, nominalOn: nominalDay(period, startOn), skipped: [] }, calendar);
}

/**
 * The deadline with every paused day taken out of the count. Overlapping pauses count once; a pause that still lasts
 * counts up to `today`. Days outside the period change nothing.
 */
export function extendForPauses(input: {
  readonly deadline: Deadline;
  readonly pauses: readonly Pause[];
  readonly calendar: Calendar;
  readonly today: CivilDate;
}): Deadline {
  const { deadline, pauses, calendar, today } = input;
  const isPaused = (date: CivilDate) =>
    pauses.some((pause) => pause.from <= date && date <= (pause.to ?? today));
  const isWorkdayCount = deadline.period.unit === 'workday';
  let left = isWorkdayCount ? deadline.period.n : diffDays(deadline.startOn, deadline.nominalOn);
  let day = deadline.startOn;
  const skipped: SkippedDay[] = [];
  while (left > 0) {
    day = addDays(day, 1);
    if (isPaused(day)) skipped.push({ date: day, reason: PAUSED });
    else if (isWorkdayCount && !calendar.isWorkday(day))
      skipped.push({ date: day, reason: calendar.dayName(day) });
    else left -= 1;
  }
  const counted = { period: deadline.period, startOn: deadline.startOn, nominalOn: day, skipped };
  return rollToWorkday(counted, calendar, isPaused);
}

/**
 * Workdays left on `today`, today not counted; negative by the workdays since the due day. Only the due day itself is 0:
 * a Friday's deadline is one day late on Saturday, and one that a person set on a Sunday is not due on Saturday.
 */
export function workdaysLeft(dueOn: CivilDate, today: CivilDate, calendar: Calendar): number {
  if (dueOn === today) return 0;
  const workdays = calendar.workdaysBetween(today, dueOn);
  return dueOn < today ? Math.min(-1, workdays) : Math.max(1, workdays);
}

/** How things stand on `today`: the last day itself is still in time. */
export function deadlineState(dueOn: CivilDate, today: CivilDate, calendar: Calendar): DeadlineState {
  const daysLeft = diffDays(today, dueOn);
  return {
    daysLeft,
    workdaysLeft: workdaysLeft(dueOn, today, calendar),
    isOverdue: daysLeft < 0,
    isDueToday: daysLeft === 0,
  };
}

function nominalDay({ n, unit }: Period, startOn: CivilDate): CivilDate {
  if (unit === 'month') return addMonths(startOn, n);
  if (unit === 'year') return addYears(startOn, n);
  return addDays(startOn, n);
}

type Counted = Pick<Deadline, 'period' | 'startOn' | 'nominalOn' | 'skipped'>;

function rollToWorkday(
  counted: Counted,
  calendar: Calendar,
  isPaused: (date: CivilDate) => boolean = () => false,
): Deadline {
  const { nominalOn } = counted;
  const rolled: SkippedDay[] = [];
  let dueOn = nominalOn;
  for (; isPaused(dueOn) || !calendar.isWorkday(dueOn); dueOn = addDays(dueOn, 1)) {
    rolled.push({ date: dueOn, reason: isPaused(dueOn) ? PAUSED : calendar.dayName(dueOn) });
  }
  const from = counted.period.unit === 'workday' ? counted.startOn : nominalOn;
  const doubt = calendar.doubtOf(from, dueOn);
  const [first] = rolled;
  if (!first) return { ...counted, dueOn, ...doubt };
  return {
    ...counted,
    dueOn,
    rolledBecause: first.reason,
    skipped: [...counted.skipped, ...rolled],
    ...doubt,
  };
}
