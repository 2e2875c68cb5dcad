import { useCallback } from 'react';
import { useToday } from '../app/session';
import { useChannelQuery } from './channel-hooks';
import { addDays } from './typed-date';

export type Workdays = {
  readonly isWorkday: (date: string) => boolean;
  /** The nth workday after (before, when negative) a date. */
  readonly addWorkdays: (from: string, n: number) => string | null;
  /** 国庆节, 调休上班, 星期六 …; empty on an ordinary workday. */
  readonly dayName: (date: string) => string;
};

const HOUR = 3_600_000;
const LONGEST_STEP = 400;

/** Workdays by the unit's calendar, of this year and its neighbours. */
export function useWorkdays(): Workdays {
  const thisYear = Number(useToday().slice(0, 4));
  const options = { staleTime: HOUR };
  const former = useChannelQuery('calendar.year', { year: thisYear - 1 }, options).data;
  const current = useChannelQuery('calendar.year', { year: thisYear }, options).data;
  const next = useChannelQuery('calendar.year', { year: thisYear + 1 }, options).data;

  const dayName = useCallback(
    (date: string) => {
      const calendars = [former, current, next];
      for (const calendar of calendars) {
        const holiday = calendar?.holidays.find((day) => day.date === date);
        if (holiday) return holiday.name;
        if (calendar?.makeupWorkdays.includes(date)) return '调休上班';
      }
      return isWeekend(date) ? '休息日' : '';
    },
    [former, current, next],
  );
  const isWorkday = useCallback(
    (date: string) => {
      const name = dayName(date);
      return name === '' || name === '调休上班';
    },
    [dayName],
  );
  const addWorkdays = useCallback(
    (from: string, n: number) => {
      const step = n < 0 ? -1 : 1;
      let left = Math.abs(n);
      if (left > LONGEST_STEP) return null;
      let date = from;
      while (left > 0) {
        date = addDays(date, step);
        if (isWorkday(date)) left -= 1;
      }
      return date;
    },
    [isWorkday],
  );
  return { isWorkday, addWorkdays, dayName };
}

const isWeekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
