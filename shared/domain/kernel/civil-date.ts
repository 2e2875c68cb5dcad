/** A day of the calendar, YYYY-MM-DD, without time and zone. Sorts as text. */
export type CivilDate = string;

const DAY_MS = 86_400_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const WEEKDAY_NAMES = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const;

/** YYYY-MM-DD of a day that exists, 1900 to 2199. */
export function isCivilDate(value: unknown): value is CivilDate {
  if (typeof value !== 'string') return false;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return match !== null && civilDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

/** The date of year, month (1–12) and day; null when there is no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

/** Days since 1970-01-01. Throws a RangeError when `date` is no civil date. */
export function toDayNumber(date: CivilDate): number {
  if (!isCivilDate(date)) throw new RangeError(`no civil date: ${JSON.stringify(date)}`);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

export function fromDayNumber(dayNumber: number): CivilDate {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The corresponding day n months on, else the last day of that month. 民法典第202条. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  toDayNumber(date);
  const [year, month, day] = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  return `${targetYear}-${two(targetMonth)}-${two(Math.min(day, daysInMonth(targetYear, targetMonth)))}`;
}

/** The corresponding day n years on; 29 February becomes the 28th where there is none. 民法典第202条. */
export function addYears(date: CivilDate, years: number): CivilDate {
  return addMonths(date, years * 12);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function diffDays(from: CivilDate, to: CivilDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** 0 Sunday to 6 Saturday. */
export function weekday(date: CivilDate): number {
  return weekdayOfDayNumber(toDayNumber(date));
}

/** 0 Sunday to 6 Saturday. 1970-01-01 was a Thursday. */
export function weekdayOfDayNumber(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

/** 星期日 … 星期六. */
export function weekdayName(date: CivilDate): string {
  return WEEKDAY_NAMES[weekday(date)] as string;
}

/** For sorting: negative when `a` is earlier. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** 2026年9月10日: month and day not padded (GB/T 9704-2012 成文日期). */
export function formatChinese(date: CivilDate): string {
  toDayNumber(date);
  const [year, month, day] = partsOf(date);
  return `${year}年${month}月${day}日`;
}

export function yearOf(date: CivilDate): number {
  return partsOf(date)[0];
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function partsOf(date: CivilDate): readonly [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

const two = (n: number) => String(n).padStart(2, '0');

/** The instant at which a day begins in the office. */
export function midnightOf(date: CivilDate): string {
  const [year, month, day] = partsOf(date);
  return new Date(year, month - 1, day).toISOString();
}
