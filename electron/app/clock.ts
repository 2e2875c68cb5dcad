import type { Clock } from '../ipc/clock';

/** Local civil date; a fixed one keeps the time of day, so that instants still go forward. */
export function createClock(fixedToday: string | null): Clock {
  if (fixedToday === null) {
    return { now: () => new Date(), today: () => localDate(new Date()) };
  }
  return {
    now: () => {
      const time = new Date();
      const [year = 1970, month = 1, day = 1] = fixedToday.split('-').map(Number);
      return new Date(
        year,
        month - 1,
        day,
        time.getHours(),
        time.getMinutes(),
        time.getSeconds(),
        time.getMilliseconds(),
      );
    },
    today: () => fixedToday,
  };
}

function localDate(date: Date): string {
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
