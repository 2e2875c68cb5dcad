import { createCalendar, type HolidayCalendar } from '@shared/domain/kernel/calendar';
import { addDays, isCivilDate, weekday } from '@shared/domain/kernel/civil-date';
import { describe, expect, it } from 'vitest';
import { shipped, shippedCalendars } from './shipped-calendars';

describe('shipped calendars', () => {
  it.each(shippedCalendars.map((calendar) => [calendar.year, calendar] as const))(
    '%i is sound',
    (year, calendar) => {
      const off = calendar.holidays.map(({ date }) => date);
      const days = [...off, ...calendar.makeupWorkdays];
      expect(calendar.source).not.toBe('');
      expect(new Set(days).size).toBe(days.length);
      expect([...off].sort()).toEqual(off);
      for (const date of days) {
        expect(isCivilDate(date)).toBe(true);
        expect(date.startsWith(String(year))).toBe(true);
      }
      for (const date of calendar.makeupWorkdays) expect([0, 6]).toContain(weekday(date));
    },
  );

  /** Day counts as the notices give them. */
  it.each([
    [2025, { 元旦: 1, 春节: 8, 清明节: 3, 劳动节: 5, 端午节: 3, '国庆节、中秋节': 8 }, 5],
    [2026, { 元旦: 3, 春节: 9, 清明节: 3, 劳动节: 5, 端午节: 3, 中秋节: 3, 国庆节: 7 }, 6],
    [2027, { 元旦: 1, 劳动节: 2, 国庆节: 3 }, 0],
  ])('%i has the days of its source', (year, expected, makeupCount) => {
    const calendar = shippedCalendars.find((candidate) => candidate.year === year)!;
    const counts: Record<string, number> = {};
    for (const { name } of calendar.holidays) counts[name] = (counts[name] ?? 0) + 1;
    expect(counts).toEqual(expected);
    expect(calendar.makeupWorkdays).toHaveLength(makeupCount);
    expect(calendar.status).toBe(year === 2027 ? 'projected' : 'published');
  });

  /** Workdays of a year by weekday arithmetic alone: weekdays − holidays on weekdays + make-up days. */
  it.each([
    [2025, 248],
    [2026, 248],
  ])('%i has %i workdays', (year, expected) => {
    expect(shipped.workdaysBetween(`${year - 1}-12-31`, `${year}-12-31`)).toBe(expected);
  });

  it.each([
    ['2026-09-11', true, ''],
    ['2026-09-12', false, '星期六'],
    ['2026-09-13', false, '星期日'],
    ['2026-09-20', true, '调休上班'],
    ['2026-09-25', false, '中秋节'],
    ['2026-09-26', false, '中秋节'],
    ['2026-09-28', true, ''],
    ['2026-10-07', false, '国庆节'],
    ['2026-10-08', true, ''],
    ['2026-10-10', true, '调休上班'],
    ['2026-02-14', true, '调休上班'],
    ['2026-02-23', false, '春节'],
    ['2026-02-28', true, '调休上班'],
    ['2026-01-04', true, '调休上班'],
    ['2025-10-08', false, '国庆节、中秋节'],
    ['2025-05-31', false, '端午节'],
  ])('%s: workday %s %s', (date, isWorkday, name) => {
    expect(shipped.isWorkday(date)).toBe(isWorkday);
    expect(shipped.dayName(date)).toBe(name);
  });
});

describe('counting', () => {
  it('says which rest days were passed over', () => {
    expect(shipped.addWorkdays('2026-09-23', 3)).toEqual({
      dueOn: '2026-09-29',
      skipped: [
        { date: '2026-09-25', reason: '中秋节' },
        { date: '2026-09-26', reason: '中秋节' },
        { date: '2026-09-27', reason: '中秋节' },
      ],
      isProjected: false,
      isCalendarMissing: false,
    });
  });

  it('counts backwards, earliest skipped day first', () => {
    expect(shipped.addWorkdays('2026-09-29', -3)).toEqual({
      dueOn: '2026-09-23',
      skipped: [
        { date: '2026-09-25', reason: '中秋节' },
        { date: '2026-09-26', reason: '中秋节' },
        { date: '2026-09-27', reason: '中秋节' },
      ],
      isProjected: false,
      isCalendarMissing: false,
    });
  });

  it('stays where it is for none', () => {
    expect(shipped.addWorkdays('2026-09-26', 0).dueOn).toBe('2026-09-26');
  });

  it('refuses half a day', () => {
    expect(() => shipped.addWorkdays('2026-09-26', 1.5)).toThrow(RangeError);
  });

  it.each([
    ['2026-09-11', '2026-09-11', 0],
    ['2026-09-11', '2026-09-14', 1],
    ['2026-09-11', '2026-10-09', 15],
    ['2026-10-09', '2026-09-11', -15],
    ['2026-09-12', '2026-09-13', 0],
    ['2026-09-13', '2026-09-11', 0],
  ])('%s to %s: %i workdays', (from, to, expected) => {
    expect(shipped.workdaysBetween(from, to)).toBe(expected);
  });

  it('agrees with itself on every day of two years', () => {
    for (let date = '2025-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
      for (const n of [1, 5, 15]) {
        const { dueOn, skipped } = shipped.addWorkdays(date, n);
        expect(shipped.workdaysBetween(date, dueOn)).toBe(n);
        expect(addDays(date, n + skipped.length)).toBe(dueOn);
        expect(shipped.isWorkday(dueOn)).toBe(true);
      }
    }
  });

  it('finds the next workday', () => {
    expect(shipped.nextWorkday('2026-09-24')).toBe('2026-09-28');
    expect(shipped.nextWorkday('2026-09-28')).toBe('2026-09-29');
    expect(shipped.workdayOnOrAfter('2026-09-28')).toBe('2026-09-28');
    expect(shipped.workdayOnOrAfter('2026-10-01')).toBe('2026-10-08');
  });
});

describe('what the calendar does not know', () => {
  it.each([
    ['2026-05-01', 'published', true],
    ['2027-05-01', 'projected', false],
    ['2028-05-01', 'missing', false],
  ])('%s is %s', (date, status, isKnown) => {
    expect(shipped.yearStatus(date)).toBe(status);
    expect(shipped.isKnownYear(date)).toBe(isKnown);
  });

  it.each([
    ['2026-12-21', 5, '2026-12-28', false, false],
    ['2026-12-21', 15, '2027-01-12', true, false],
    ['2027-12-27', 10, '2028-01-10', true, true],
    ['2030-01-01', 5, '2030-01-08', false, true],
    ['2027-01-08', -15, '2026-12-17', true, false],
  ])(
    '%s plus %i workdays is %s, projected %s, missing %s',
    (start, n, dueOn, isProjected, isCalendarMissing) => {
      expect(shipped.addWorkdays(start, n)).toMatchObject({ dueOn, isProjected, isCalendarMissing });
    },
  );

  it('follows the weekday rule in a year without calendar', () => {
    const empty = createCalendar([]);
    expect(empty.isWorkday('2026-10-01')).toBe(true);
    expect(empty.isWorkday('2026-10-03')).toBe(false);
    expect(empty.dayName('2026-10-03')).toBe('星期六');
    expect(empty.doubtOf('2026-10-01', '2026-10-02')).toEqual({
      isProjected: false,
      isCalendarMissing: true,
    });
  });
});

describe('corrected calendars', () => {
  const year = (over: Partial<HolidayCalendar>): HolidayCalendar => ({
    year: 2026,
    status: 'published',
    source: 'test',
    holidays: [],
    makeupWorkdays: [],
    ...over,
  });

  it('takes the unit’s own calendar in place of the shipped one', () => {
    const own = createCalendar([
      ...shippedCalendars,
      year({ holidays: [{ date: '2026-09-11', name: '校庆' }] }),
    ]);
    expect(own.dayName('2026-09-11')).toBe('校庆');
    expect(own.isWorkday('2026-09-25')).toBe(true);
    expect(own.isWorkday('2026-09-20')).toBe(false);
  });

  it('lets the later year’s notice speak about December', () => {
    const both = createCalendar([
      year({ year: 2027, holidays: [{ date: '2026-12-31', name: '元旦' }], makeupWorkdays: ['2026-12-26'] }),
      year({ makeupWorkdays: ['2026-12-31'], holidays: [{ date: '2026-12-26', name: '休息' }] }),
    ]);
    expect(both.isWorkday('2026-12-31')).toBe(false);
    expect(both.isWorkday('2026-12-26')).toBe(true);
  });

  it('refuses a year in which nobody works', () => {
    const holidays = Array.from({ length: 80 }, (_, index) => ({
      date: addDays('2026-03-01', index),
      name: '停工',
    }));
    expect(() => createCalendar([year({ holidays })]).nextWorkday('2026-03-01')).toThrow(RangeError);
  });
});
