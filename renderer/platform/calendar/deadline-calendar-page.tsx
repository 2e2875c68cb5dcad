import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { addDays, weekday } from '@shared/domain/kernel/civil-date';
import { Alert, Button, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { useChannelQuery } from '../../lib/channel-hooks';
import { useToday } from '../../lib/session';
import { useUrlState } from '../../lib/url-state';
import { PageHeader } from '../../ui/page-header';
import { CalendarDay } from './calendar-day';
import { DayList } from './day-list';

const WEEK = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'] as const;
const DAYS_A_WEEK = 7;

/** 期限日历: a month of deadlines over workdays and rest days. */
export function DeadlineCalendarPage() {
  const today = useToday();
  const defaults = useMemo(() => ({ month: today.slice(0, 7) }), [today]);
  const [{ month }, setMonth] = useUrlState<{ month: string }>(defaults);
  const [chosen, setChosen] = useState(today);
  const { from, to } = useMemo(() => weeksOf(month), [month]);
  const days = useChannelQuery('deadlines.calendar', { from, to }, { keepPrevious: true });
  const year = Number(month.slice(0, 4));
  const calendar = useChannelQuery('calendar.year', { year }, { staleTime: 60_000 });
  const status = calendar.data?.status;
  const chosenDay = days.data?.find((day) => day.date === chosen);

  return (
    <>
      <PageHeader
        title="期限日历"
        actions={
          <>
            <Button
              icon={<LeftOutlined />}
              aria-label="上个月"
              onClick={() => setMonth({ month: shift(month, -1) })}
            />
            <span className="calendar-month">
              {year}年{Number(month.slice(5))}月
            </span>
            <Button
              icon={<RightOutlined />}
              aria-label="下个月"
              onClick={() => setMonth({ month: shift(month, 1) })}
            />
            <Button
              onClick={() => {
                setMonth({ month: today.slice(0, 7) });
                setChosen(today);
              }}
            >
              本月
            </Button>
          </>
        }
      />
      {status === 'projected' || status === 'missing' ? (
        <Alert
          className="page-notice"
          type="warning"
          showIcon
          title={`${year}年的放假安排尚未录入，工作日暂按周末休息推算。放假通知公布后，请在“设置 - 工作日历”中录入。`}
        />
      ) : null}
      {days.error ? <Alert type="error" showIcon title={days.error.message} /> : null}
      {days.isPending ? <Spin delay={300} /> : null}
      {days.data ? (
        <div className="calendar-layout">
          <table className="calendar-table" aria-label={`${year}年${Number(month.slice(5))}月期限`}>
            <thead>
              <tr>
                {WEEK.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {inWeeks(days.data).map((week) => (
                <tr key={week[0]?.date}>
                  {week.map((day) => (
                    <CalendarDay
                      key={day.date}
                      day={day}
                      isToday={day.date === today}
                      isChosen={day.date === chosen}
                      isOtherMonth={!day.date.startsWith(month)}
                      isPast={day.date < today}
                      onChoose={() => setChosen(day.date)}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <DayList date={chosen} day={chosenDay} />
        </div>
      ) : null}
    </>
  );
}

/** The whole weeks, Monday first, that cover a month YYYY-MM. */
function weeksOf(month: string): { readonly from: string; readonly to: string } {
  const first = `${month}-01`;
  const last = addDays(`${shift(month, 1)}-01`, -1);
  const sinceMonday = (weekday(first) + 6) % DAYS_A_WEEK;
  const untilSunday = (DAYS_A_WEEK - weekday(last)) % DAYS_A_WEEK;
  return { from: addDays(first, -sinceMonday), to: addDays(last, untilSunday) };
}

function shift(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function inWeeks<T>(days: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(days.length / DAYS_A_WEEK) }, (_, week) =>
    days.slice(week * DAYS_A_WEEK, (week + 1) * DAYS_A_WEEK),
  );
}
