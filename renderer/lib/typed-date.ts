/** Dates as people type them. All dates are civil dates YYYY-MM-DD. */

type Context = {
  readonly today: string;
  /** The nth workday after a date; null when the calendar of that year is missing. */
  readonly addWorkdays: (from: string, n: number) => string | null;
};

const two = (n: number) => String(n).padStart(2, '0');

/** null unless the day exists. */
export function civilDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isSame = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame && year >= 1900 && year <= 2199 ? `${year}-${two(month)}-${two(day)}` : null;
}

/** The date n days after `from`. */
export function addDays(from: string, n: number): string {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + n);
  return date.toISOString().slice(0, 10);
}

const NAMED: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 明天: 1, 后天: 2, 昨天: -1, 前天: -2 };

/** 0315 · 260315 · 20260315 · 3-15 · 2026-3-15 · 2026年3月15日 · 今天 · +5 · +5工作日; null when it is no date. */
export function readTypedDate(typed: string, { today, addWorkdays }: Context): string | null {
  const text = typed.trim().normalize('NFKC').replaceAll(' ', '');
  const named = NAMED[text];
  if (named !== undefined) return addDays(today, named);

  const relative = /^([+-])(\d{1,4})(个?工作日|天|日)?$/.exec(text);
  if (relative) {
    const n = Number(relative[2]) * (relative[1] === '-' ? -1 : 1);
    return relative[3]?.includes('工作日') ? addWorkdays(today, n) : addDays(today, n);
  }

  const thisYear = Number(today.slice(0, 4));
  const digits = /^(\d{4}|\d{2})?(\d{2})(\d{2})$/.exec(text);
  if (digits) return civilDate(fullYear(digits[1], thisYear), Number(digits[2]), Number(digits[3]));

  const split = /^(?:(\d{4}|\d{2})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  return split ? civilDate(fullYear(split[1], thisYear), Number(split[2]), Number(split[3])) : null;
}

const fullYear = (text: string | undefined, thisYear: number) => {
  if (!text) return thisYear;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
};
