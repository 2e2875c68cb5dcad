import { type CivilDate, diffDays, fromDayNumber, isCivilDate, toDayNumber, weekday } from './civil-date';

/** How many sets stay: the last of each of so many days, weeks, months. */
export type KeepRule = {
  readonly keepDaily: number;
  readonly keepWeekly: number;
  readonly keepMonthly: number;
};

const STAMP = /^(\d{4}-\d{2}-\d{2})_\d{6}$/;

/** Name of a set: local day and time, 2026-09-10_081500. Sorts as text. @returns its day, or null for another name */
export function dayOfStamp(stamp: string): CivilDate | null {
  const day = STAMP.exec(stamp)?.[1];
  return day !== undefined && isCivilDate(day) ? day : null;
}

/**
 * Sets that rotation may delete. The last one of each kept day, week and month stays, and so does `justWritten`, whatever
 * the clock says: a clock set back must not make the newest set the oldest.
 */
export function stampsToDrop(stamps: readonly string[], justWritten: string, rule: KeepRule): string[] {
  const newestFirst = [...stamps].sort().reverse();
  const kept = new Set([justWritten]);
  keepLastOf(newestFirst, rule.keepDaily, (day) => day, kept);
  keepLastOf(newestFirst, rule.keepWeekly, mondayOf, kept);
  keepLastOf(newestFirst, rule.keepMonthly, (day) => day.slice(0, 7), kept);
  return newestFirst.filter((stamp) => dayOfStamp(stamp) !== null && !kept.has(stamp)).reverse();
}

function keepLastOf(
  newestFirst: readonly string[],
  count: number,
  spanOf: (day: CivilDate) => string,
  kept: Set<string>,
): void {
  const spans = new Set<string>();
  for (const stamp of newestFirst) {
    const day = dayOfStamp(stamp);
    if (day === null || spans.has(spanOf(day))) continue;
    if (spans.size === count) return;
    spans.add(spanOf(day));
    kept.add(stamp);
  }
}

const mondayOf = (day: CivilDate): CivilDate => fromDayNumber(toDayNumber(day) - ((weekday(day) + 6) % 7));

/** none: never backed up. old: longer ago than allowed, or from a day still to come. */
export type BackupAge = { readonly level: 'good' | 'old' | 'none'; readonly days: number | null };

export function judgeBackupAge(lastOn: CivilDate | null, today: CivilDate, warnAfterDays: number): BackupAge {
  if (lastOn === null) return { level: 'none', days: null };
  const days = diffDays(lastOn, today);
  return { level: days < 0 || days > warnAfterDays ? 'old' : 'good', days };
}
