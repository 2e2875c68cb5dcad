import type { Output } from '@shared/contract';

export type Day = Output<'deadlines.calendar'>[number];

type CalendarDayProps = {
  readonly day: Day;
  readonly isToday: boolean;
  readonly isChosen: boolean;
  readonly isOtherMonth: boolean;
  readonly isPast: boolean;
  readonly onChoose: () => void;
};

const MOST_SHOWN = 2;

/** One day: its number, 休 or 班, and the first things due. */
export function CalendarDay({ day, isToday, isChosen, isOtherMonth, isPast, onChoose }: CalendarDayProps) {
  const isMakeup = day.isWorkday && day.dayName !== '';
  const classes = [
    'calendar-day',
    day.isWorkday ? '' : 'calendar-day-rest',
    isOtherMonth ? 'calendar-day-other' : '',
    isToday ? 'calendar-day-today' : '',
    isChosen ? 'calendar-day-chosen' : '',
  ];
  return (
    <td className={classes.filter(Boolean).join(' ')}>
      <button type="button" onClick={onChoose} aria-pressed={isChosen} aria-label={labelOf(day)}>
        <span className="calendar-day-head">
          <span className="calendar-day-number">{Number(day.date.slice(8))}</span>
          {isToday ? <span className="calendar-day-name">今天</span> : null}
          {day.isWorkday ? (
            isMakeup ? (
              <span className="calendar-mark">班</span>
            ) : null
          ) : (
            <span className="calendar-mark">休</span>
          )}
          {/^星期/.test(day.dayName) || isMakeup ? null : (
            <span className="calendar-day-name">{day.dayName}</span>
          )}
        </span>
        {day.items.slice(0, MOST_SHOWN).map((item) => (
          <span
            key={`${item.caseId}-${item.documentId}-${item.what}`}
            className={isPast ? 'calendar-item calendar-item-late' : 'calendar-item'}
          >
            {item.what}
            <span className="calendar-item-party">{item.party}</span>
          </span>
        ))}
        {day.items.length > MOST_SHOWN ? (
          <span className="calendar-more">还有 {day.items.length - MOST_SHOWN} 项</span>
        ) : null}
      </button>
    </td>
  );
}

const labelOf = (day: Day) =>
  `${day.date}${day.isWorkday ? '' : ' 休息'}${day.dayName ? ` ${day.dayName}` : ''}，${day.items.length} 项到期`;
