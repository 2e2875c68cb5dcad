import type { Calendar } from './calendar';
import { addDays, type CivilDate, civilDate, yearOf } from './civil-date';

const NAMED: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 明天: 1, 后天: 2, 昨天: -1, 前天: -2 };
/** Beyond this a typed number is a slip, not a wish. */
const LONGEST_STEP = 4000;

/**
 * A date as people type it: 0315, 315, 260315, 20260315, 3-15, 26-3-15, 2026-3-15, 2026.3.15, 2026/3/15, 3月15日,
 * 2026年3月15日, 今天, 明天, 昨天, +5 and -3 (days from today), +5工作日 (needs `calendar`). Without a year: the year
 * of `today`. null when it is no date, or no day of the calendar (2026-02-30).
 */
export function parseTypedDate(
  text: string,
  today: CivilDate,
  calendar?: Pick<Calendar, 'addWorkdays'>,
): CivilDate | null {
  const typed = text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\uFEFF]/g, '')
    .replaceAll('−', '-');
  const named = NAMED[typed];
  if (named !== undefined) return addDays(today, named);
  return readRelative(typed, today, calendar) ?? readDigits(typed, today) ?? readSeparated(typed, today);
}

function readRelative(
  typed: string,
  today: CivilDate,
  calendar: Pick<Calendar, 'addWorkdays'> | undefined,
): CivilDate | null {
  const match = /^([+-])(\d{1,4})(个?工作日|天|日)?$/.exec(typed);
  if (!match) return null;
  const n = Number(match[2]) * (match[1] === '-' ? -1 : 1);
  if (Math.abs(n) > LONGEST_STEP) return null;
  if (!match[3]?.endsWith('工作日')) return addDays(today, n);
  return calendar ? calendar.addWorkdays(today, n).dueOn : null;
}

function readDigits(typed: string, today: CivilDate): CivilDate | null {
  const match = /^(\d{4}|\d{2})?(\d{2})(\d{2})$/.exec(typed) ?? /^()(\d)(\d{2})$/.exec(typed);
  return match ? civilDate(fullYear(match[1], today), Number(match[2]), Number(match[3])) : null;
}

function readSeparated(typed: string, today: CivilDate): CivilDate | null {
  const match =
    /^(?:(\d{4}|\d{2})([-/.]))?(\d{1,2})[-/.](\d{1,2})$/.exec(typed) ??
    /^(?:(\d{4}|\d{2})(年))?(\d{1,2})月(\d{1,2})[日号]?$/.exec(typed);
  return match ? civilDate(fullYear(match[1], today), Number(match[3]), Number(match[4])) : null;
}

function fullYear(typed: string | undefined, today: CivilDate): number {
  if (!typed) return yearOf(today);
  return typed.length === 2 ? 2000 + Number(typed) : Number(typed);
}
