import {
  type CivilDate,
  fromDayNumber,
  toDayNumber,
  weekdayName,
  weekdayOfDayNumber,
  yearOf,
} from './civil-date';

/** published: the State Council's notice of that year; projected: no notice yet, weekday rule. */
export type CalendarStatus = 'published' | 'projected';

/** One file of resources/calendars/, or the unit's own correction of it. */
export type HolidayCalendar = {
  readonly year: number;
  readonly status: CalendarStatus;
  /** Title and number of the notice it was taken from. */
  readonly source: string;
  readonly note?: string;
  /** Every day off of the notice, rest days inside a holiday included. */
  readonly holidays: readonly { readonly date: CivilDate; readonly name: string }[];
  /** 调休上班日: Saturdays and Sundays that are worked. */
  readonly makeupWorkdays: readonly CivilDate[];
};

export type SkippedDay = { readonly date: CivilDate; readonly reason: string };

/** What the calendar does not know about the days that were looked at. */
export type CalendarDoubt = {
  /** A year without published notice was touched: weekday rule. */
  readonly isProjected: boolean;
  /** A year without any calendar was touched: weekday rule. */
  readonly isCalendarMissing: boolean;
};

export type WorkdayCount = CalendarDoubt & {
  readonly dueOn: CivilDate;
  /** Rest days passed over, earliest first. */
  readonly skipped: readonly SkippedDay[];
};

export type Calendar = {
  readonly isWorkday: (date: CivilDate) => boolean;
  /** 国庆节, 调休上班, 星期六; empty on an ordinary workday. */
  readonly dayName: (date: CivilDate) => string;
  readonly yearStatus: (date: CivilDate) => CalendarStatus | 'missing';
  /** The year of `date` has a published notice. */
  readonly isKnownYear: (date: CivilDate) => boolean;
  /** The first workday after `date`. */
  readonly nextWorkday: (date: CivilDate) => CivilDate;
  /** `date` itself when it is a workday, else the next one. 民法典第203条. */
  readonly workdayOnOrAfter: (date: CivilDate) => CivilDate;
  /** The nth workday after `start`, which is not counted; before it when n is negative; `start` itself for 0. */
  readonly addWorkdays: (start: CivilDate, n: number) => WorkdayCount;
  /** Workdays after `from` up to and with `to`; negative when `to` is earlier. */
  readonly workdaysBetween: (from: CivilDate, to: CivilDate) => number;
  /** What is not known about the years `from` to `to`. */
  readonly doubtOf: (from: CivilDate, to: CivilDate) => CalendarDoubt;
};

/** No rest of people lasts longer; past it a calendar file is broken. */
const LONGEST_REST_DAYS = 60;

/**
 * Working days by the given years. Of two calendars of one year the later in the list counts (the unit's own
 * correction after the shipped file). A year without calendar follows the weekday rule, and every result says so.
 */
export function createCalendar(years: readonly HolidayCalendar[]): Calendar {
  const byYear = new Map(years.map((calendar) => [calendar.year, calendar]));
  const { holidays, makeup } = indexDays([...byYear.values()].sort((a, b) => a.year - b.year));

  const isWorkdayNumber = (day: number): boolean => {
    if (makeup.has(day)) return true;
    if (holidays.has(day)) return false;
    const weekday = weekdayOfDayNumber(day);
    return weekday !== 0 && weekday !== 6;
  };
  const dayName = (date: CivilDate): string => {
    const day = toDayNumber(date);
    if (makeup.has(day)) return '调休上班';
    return holidays.get(day) ?? (isWorkdayNumber(day) ? '' : weekdayName(date));
  };
  const yearStatus = (date: CivilDate) => byYear.get(yearOf(date))?.status ?? 'missing';

  const doubtOf = (from: CivilDate, to: CivilDate): CalendarDoubt => {
    const doubt = { isProjected: false, isCalendarMissing: false };
    for (let year = yearOf(from); year <= yearOf(to); year += 1) {
      const status = byYear.get(year)?.status ?? 'missing';
      if (status === 'projected') doubt.isProjected = true;
      if (status === 'missing') doubt.isCalendarMissing = true;
    }
    return doubt;
  };

  const firstWorkdayFrom = (start: number): CivilDate => {
    for (let day = start; day <= start + LONGEST_REST_DAYS; day += 1) {
      if (isWorkdayNumber(day)) return fromDayNumber(day);
    }
    throw new RangeError(`no workday within ${LONGEST_REST_DAYS} days of ${fromDayNumber(start)}`);
  };

  const addWorkdays = (start: CivilDate, n: number): WorkdayCount => {
    if (!Number.isInteger(n)) throw new RangeError(`workdays must be whole: ${n}`);
    const step = n < 0 ? -1 : 1;
    const skipped: SkippedDay[] = [];
    let day = toDayNumber(start);
    for (let left = Math.abs(n); left > 0; ) {
      day += step;
      const date = fromDayNumber(day);
      if (isWorkdayNumber(day)) left -= 1;
      else skipped.push({ date, reason: dayName(date) });
    }
    const dueOn = fromDayNumber(day);
    if (step < 0) skipped.reverse();
    const [first, last] = step < 0 ? [dueOn, start] : [start, dueOn];
    return { dueOn, skipped, ...doubtOf(first, last) };
  };

  const workdaysBetween = (from: CivilDate, to: CivilDate): number => {
    const [first, last] = [toDayNumber(from), toDayNumber(to)];
    let count = 0;
    for (let day = Math.min(first, last) + 1; day <= Math.max(first, last); day += 1) {
      if (isWorkdayNumber(day)) count += 1;
    }
    return last < first && count > 0 ? -count : count;
  };

  return {
    isWorkday: (date) => isWorkdayNumber(toDayNumber(date)),
    dayName,
    yearStatus,
    isKnownYear: (date) => yearStatus(date) === 'published',
    nextWorkday: (date) => firstWorkdayFrom(toDayNumber(date) + 1),
    workdayOnOrAfter: (date) => firstWorkdayFrom(toDayNumber(date)),
    addWorkdays,
    workdaysBetween,
    doubtOf,
  };
}

/** A day named by two notices (元旦 may begin in December) is what the later year's notice says. */
function indexDays(calendars: readonly HolidayCalendar[]) {
  const holidays = new Map<number, string>();
  const makeup = new Set<number>();
  for (const calendar of calendars) {
    for (const { date, name } of calendar.holidays) {
      holidays.set(toDayNumber(date), name);
      makeup.delete(toDayNumber(date));
    }
    for (const date of calendar.makeupWorkdays) {
      makeup.add(toDayNumber(date));
      holidays.delete(toDayNumber(date));
    }
  }
  return { holidays, makeup };
}
