import {
  computeDeadline,
  deadlineState,
  extendForPauses,
  type Pause,
  workdaysLeft,
} from '@shared/domain/kernel/deadline';
import type { RuleUnit } from '@shared/domain/kernel/rule-profile';
import { describe, expect, it } from 'vitest';
import { shipped as calendar } from './shipped-calendars';

const compute = (startOn: string, n: number, unit: RuleUnit) =>
  computeDeadline({ rule: { n, unit }, startOn, calendar });

describe('deadlines by natural days', () => {
  /** Worked by hand on the notices of 2025 and 2026. */
  it.each([
    // Served on Friday 11 September; the 15th day is the Saturday of 中秋节 (25–27 September): Monday 28.
    ['2026-09-11', 15, '2026-09-26', '2026-09-28', '中秋节'],
    // The 30th day is 1 October, holiday until the 7th: Thursday 8.
    ['2026-09-01', 30, '2026-10-01', '2026-10-08', '国庆节'],
    // Last day Sunday 20 September is a 调休上班日: it counts.
    ['2026-09-05', 15, '2026-09-20', '2026-09-20', undefined],
    // Plain Saturday 14 March 2026: Monday 16.
    ['2026-02-27', 15, '2026-03-14', '2026-03-16', '星期六'],
    // Spring festival 15–23 February 2026: Tuesday 24.
    ['2026-02-05', 10, '2026-02-15', '2026-02-24', '春节'],
    // A workday.
    ['2026-09-08', 15, '2026-09-23', '2026-09-23', undefined],
    ['2025-09-16', 15, '2025-10-01', '2025-10-09', '国庆节、中秋节'],
    ['2026-09-11', 0, '2026-09-11', '2026-09-11', undefined],
  ])('%s plus %i days: %s, due %s', (startOn, n, nominalOn, dueOn, rolledBecause) => {
    const deadline = compute(startOn, n, 'day');
    expect(deadline).toMatchObject({ startOn, nominalOn, dueOn, period: { n, unit: 'day' } });
    expect(deadline.rolledBecause).toBe(rolledBecause);
  });

  it('lists the days it moved over', () => {
    expect(compute('2026-09-11', 15, 'day').skipped).toEqual([
      { date: '2026-09-26', reason: '中秋节' },
      { date: '2026-09-27', reason: '中秋节' },
    ]);
  });
});

describe('deadlines by workdays', () => {
  it.each([
    // 14–18 (5) · Sunday 20 make-up (6) · 21–24 (10) · 28–30 (13) · 8, 9 October (15).
    ['2026-09-11', 15, '2026-10-09', 13],
    // 13 February (1) · Saturday 14 make-up (2) · 24, 25, 26 (5).
    ['2026-02-12', 5, '2026-02-26', 9],
    // 9–13 (5) · 14 (6) · 24–27 (10) · Saturday 28 make-up (11) · 2–5 March (15).
    ['2026-02-06', 15, '2026-03-05', 12],
    // 23–26 (4) · Sunday 28 make-up (5) · 29, 30 (7) · 9, 10 October (9) · Saturday 11 make-up (10) · 13–17 (15).
    ['2025-09-22', 15, '2025-10-17', 10],
    // 30 April (1) · 6, 7, 8 May (4) · Saturday 9 make-up (5).
    ['2026-04-29', 5, '2026-05-09', 5],
    // Served on a Saturday: 14–18.
    ['2026-09-12', 5, '2026-09-18', 1],
  ])('%s plus %i workdays: %s, %i days skipped', (startOn, n, dueOn, skippedCount) => {
    const deadline = compute(startOn, n, 'workday');
    expect(deadline).toMatchObject({ nominalOn: dueOn, dueOn });
    expect(deadline.rolledBecause).toBeUndefined();
    expect(deadline.skipped).toHaveLength(skippedCount);
  });

  it('moves a period of none off a rest day', () => {
    expect(compute('2026-09-26', 0, 'workday')).toMatchObject({
      nominalOn: '2026-09-26',
      dueOn: '2026-09-28',
    });
  });
});

describe('deadlines by months and years', () => {
  it.each([
    ['2026-01-31', 1, 'month', '2026-02-28', '2026-02-28'],
    ['2026-03-31', 1, 'month', '2026-04-30', '2026-04-30'],
    ['2026-06-26', 3, 'month', '2026-09-26', '2026-09-28'],
    ['2024-02-29', 1, 'year', '2025-02-28', '2025-02-28'],
    ['2025-10-02', 1, 'year', '2026-10-02', '2026-10-08'],
  ] as const)('%s plus %i %s: %s, due %s', (startOn, n, unit, nominalOn, dueOn) => {
    expect(compute(startOn, n, unit)).toMatchObject({ nominalOn, dueOn });
  });
});

describe('what is not known', () => {
  it('is said for the years that were counted', () => {
    expect(compute('2026-12-21', 15, 'workday')).toMatchObject({
      isProjected: true,
      isCalendarMissing: false,
    });
    expect(compute('2026-12-21', 5, 'workday')).toMatchObject({
      isProjected: false,
      isCalendarMissing: false,
    });
    expect(compute('2027-12-28', 10, 'day')).toMatchObject({
      dueOn: '2028-01-07',
      isProjected: false,
      isCalendarMissing: true,
    });
  });

  it.each([1.5, -1, Number.NaN])('refuses a period of %d', (n) => {
    expect(() => compute('2026-09-11', n, 'day')).toThrow(RangeError);
  });
});

describe('pauses', () => {
  const extend = (
    startOn: string,
    n: number,
    unit: RuleUnit,
    pauses: readonly Pause[],
    today = '2026-12-01',
  ) => extendForPauses({ deadline: compute(startOn, n, unit), pauses, calendar, today });

  it('changes nothing without pauses', () => {
    for (const unit of ['day', 'workday', 'month'] as const) {
      expect(extend('2026-09-11', 3, unit, [])).toEqual(compute('2026-09-11', 3, unit));
    }
    expect(extend('2026-09-11', 15, 'workday', [])).toEqual(compute('2026-09-11', 15, 'workday'));
  });

  it.each([
    // 2027 is projected, 2028 has no calendar: workdays were counted in both, a natural day is only looked at.
    ['workday', true, true],
    ['day', false, true],
  ] as const)('by %s doubts what it counted by', (unit, isProjected, isCalendarMissing) => {
    const extended = extend('2027-12-27', 12, unit, [{ from: '2027-12-28', to: '2027-12-29' }], '2028-02-01');
    expect(extended).toMatchObject({ isProjected, isCalendarMissing });
  });

  it('takes natural days out of the count', () => {
    // 3–4 March and 10–22 March are 15 days; the 22nd is a Sunday.
    const extended = extend('2026-03-02', 15, 'day', [{ from: '2026-03-05', to: '2026-03-09' }]);
    expect(extended).toMatchObject({ nominalOn: '2026-03-22', dueOn: '2026-03-23', rolledBecause: '星期日' });
    expect(extended.skipped).toHaveLength(6);
    expect(extended.skipped[0]).toEqual({ date: '2026-03-05', reason: '中止期间' });
  });

  it('takes workdays out of the count', () => {
    // 3, 4 · 9, 10, 11 March.
    const extended = extend('2026-03-02', 5, 'workday', [{ from: '2026-03-05', to: '2026-03-06' }]);
    expect(extended).toMatchObject({ nominalOn: '2026-03-11', dueOn: '2026-03-11' });
    expect(extended.skipped.map(({ reason }) => reason)).toEqual([
      '中止期间',
      '中止期间',
      '星期六',
      '星期日',
    ]);
  });

  it('counts overlapping pauses once', () => {
    const once = extend('2026-03-02', 15, 'day', [{ from: '2026-03-05', to: '2026-03-09' }]);
    const twice = extend('2026-03-02', 15, 'day', [
      { from: '2026-03-05', to: '2026-03-08' },
      { from: '2026-03-07', to: '2026-03-09' },
    ]);
    expect(twice).toEqual(once);
  });

  it('counts a lasting pause up to today', () => {
    const pauses = [{ from: '2026-03-05', to: null }];
    expect(extend('2026-03-02', 15, 'day', pauses, '2026-03-09').nominalOn).toBe('2026-03-22');
    expect(extend('2026-03-02', 15, 'day', pauses, '2026-03-10').nominalOn).toBe('2026-03-23');
    expect(extend('2026-03-02', 15, 'day', pauses, '2026-03-04').nominalOn).toBe('2026-03-17');
  });

  it('does not end on a paused day either', () => {
    // The nominal day is Saturday 14 March; the pause begins on Monday 16.
    const extended = extend('2026-02-27', 15, 'day', [{ from: '2026-03-16', to: '2026-03-17' }]);
    expect(extended).toMatchObject({ nominalOn: '2026-03-14', dueOn: '2026-03-18', rolledBecause: '星期六' });
    expect(extended.skipped.at(-1)).toEqual({ date: '2026-03-17', reason: '中止期间' });
  });

  it('ignores pauses before the start and after the end, and those that end before they begin', () => {
    const deadline = compute('2026-03-02', 15, 'day');
    expect(
      extend('2026-03-02', 15, 'day', [
        { from: '2026-02-01', to: '2026-03-02' },
        { from: '2026-03-18', to: '2026-03-31' },
        { from: '2026-03-10', to: '2026-03-05' },
      ]),
    ).toEqual(deadline);
  });
});

describe('state of a deadline', () => {
  it.each([
    ['2026-09-11', 17, 11, false, false],
    ['2026-09-28', 0, 0, false, true],
    ['2026-09-29', -1, -1, true, false],
    ['2026-10-04', -6, -2, true, false],
  ])('on %s', (today, daysLeft, workdaysLeft, isOverdue, isDueToday) => {
    expect(deadlineState('2026-09-28', today, calendar)).toEqual({
      daysLeft,
      workdaysLeft,
      isOverdue,
      isDueToday,
    });
  });

  it('is overdue by one day on the rest day after the last day: only the last day itself is 0', () => {
    expect(deadlineState('2026-09-18', '2026-09-19', calendar)).toEqual({
      daysLeft: -1,
      workdaysLeft: -1,
      isOverdue: true,
      isDueToday: false,
    });
  });

  it.each([
    ['a day set on a Sunday is not due on Saturday', '2026-08-09', '2026-08-08', 1],
    ['the day itself, a rest day', '2026-08-09', '2026-08-09', 0],
    ['a Friday from Thursday', '2026-08-07', '2026-08-06', 1],
    ['a Friday on Monday after', '2026-08-07', '2026-08-10', -1],
    ['a Friday on Tuesday after', '2026-08-07', '2026-08-11', -2],
  ])('%s', (_name, dueOn, today, expected) => {
    expect(workdaysLeft(dueOn, today, calendar)).toBe(expected);
  });
});
