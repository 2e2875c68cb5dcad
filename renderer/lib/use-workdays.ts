import { type Calendar, createCalendar } from '@shared/domain/kernel/calendar';
import { useMemo } from 'react';
import { useChannelQuery } from './channel-hooks';
import { useToday } from './session';

const HOUR = 3_600_000;

/** The unit's calendar of this year and its neighbours; other years follow the weekday rule. */
export function useWorkdays(): Calendar {
  const thisYear = Number(useToday().slice(0, 4));
  const options = { staleTime: HOUR };
  const former = useChannelQuery('calendar.year', { year: thisYear - 1 }, options).data;
  const current = useChannelQuery('calendar.year', { year: thisYear }, options).data;
  const next = useChannelQuery('calendar.year', { year: thisYear + 1 }, options).data;
  return useMemo(
    () =>
      createCalendar(
        [former, current, next].flatMap((year) =>
          year && year.status !== 'missing'
            ? [
                {
                  ...year,
                  status: year.status === 'projected' ? ('projected' as const) : ('published' as const),
                },
              ]
            : [],
        ),
      ),
    [former, current, next],
  );
}
