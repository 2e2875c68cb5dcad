import {
  addDays,
  addMonths,
  addYears,
  civilDate,
  compareDates,
  daysInMonth,
  diffDays,
  formatChinese,
  fromDayNumber,
  isCivilDate,
  midnightOf,
  toDayNumber,
  weekday,
  weekdayName,
  weekdayOfDayNumber,
  yearOf,
} from '@shared/domain/kernel/civil-date';
import { describe, expect, it } from 'vitest';

describe('civil dates', () => {
  it.each(['2026-01-01', '2024-02-29', '2000-02-29', '1900-12-31', '2199-12-31'])('%s is one', (date) => {
    expect(isCivilDate(date)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '1899-12-31',
    '2200-01-01',
    '',
    null,
    undefined,
    20260101,
  ])('%s is none', (date) => {
    expect(isCivilDate(date)).toBe(false);
  });

  it('builds a date from its parts or says there is none', () => {
    expect(civilDate(2026, 3, 5)).toBe('2026-03-05');
    expect(civilDate(2026, 2, 30)).toBeNull();
    expect(civilDate(2026, 13, 1)).toBeNull();
  });

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-09-11', 15, '2026-09-26'],
    ['2026-09-11', 0, '2026-09-11'],
  ])('%s plus %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
    expect(diffDays(date, expected)).toBe(days);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-05-15', 2, '2026-07-15'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 12, '2027-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s plus %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('moves 29 February to the 28th where there is none', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(addYears('2026-09-11', -2)).toBe('2024-09-11');
  });

  it('knows the weekday', () => {
    expect(weekday('1970-01-01')).toBe(4);
    expect(weekday('2026-09-26')).toBe(6);
    expect(weekday('1969-12-28')).toBe(0);
    expect(weekdayName('2026-09-20')).toBe('星期日');
    expect(weekdayName('2026-09-26')).toBe('星期六');
    expect(weekdayOfDayNumber(-5)).toBe(6);
  });

  it('counts days from 1970 both ways', () => {
    for (const date of ['1900-01-01', '1970-01-01', '2000-02-29', '2026-11-22', '2199-12-31']) {
      expect(fromDayNumber(toDayNumber(date))).toBe(date);
    }
  });

  it('begins in the office at midnight, wherever its clock stands', () => {
    const begin = new Date(midnightOf('2026-03-09'));
    expect([begin.getFullYear(), begin.getMonth(), begin.getDate()]).toEqual([2026, 2, 9]);
    expect([begin.getHours(), begin.getMinutes(), begin.getMilliseconds()]).toEqual([0, 0, 0]);
  });

  it('sorts', () => {
    expect(['2026-10-01', '2026-09-30', '2025-12-31'].sort(compareDates)).toEqual([
      '2025-12-31',
      '2026-09-30',
      '2026-10-01',
    ]);
    expect(compareDates('2026-01-01', '2026-01-01')).toBe(0);
    expect(compareDates('2026-01-01', '2026-01-02')).toBe(-1);
    expect(compareDates('2026-01-02', '2026-01-01')).toBe(1);
  });

  it('prints the Chinese form without padding', () => {
    expect(formatChinese('2026-09-10')).toBe('2026年9月10日');
    expect(formatChinese('2026-12-01')).toBe('2026年12月1日');
    expect(yearOf('2026-12-01')).toBe(2026);
    expect(daysInMonth(2024, 2)).toBe(29);
  });

  it.each([
    () => addDays('2026-02-30', 1),
    () => addMonths('not a date', 1),
    () => formatChinese(''),
    () => diffDays('2026-01-01', '2026-1-2'),
  ])('refuses what is no date', (use) => {
    expect(use).toThrow(RangeError);
  });
});
