import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { casePath, paperPath } from '../../app/modules';
import { DeadlineTag } from '../../case-kit/deadline-tag';
import { longDate, weekday } from '../../lib/format';
import type { Day } from './calendar-day';

/** What is due on the chosen day. */
export function DayList({ date, day }: { readonly date: string; readonly day: Day | undefined }) {
  const navigate = useNavigate();
  const items = day?.items ?? [];
  const open = (item: Day['items'][number]) => {
    if (item.caseId !== null) void navigate(casePath(item.caseId));
    else if (item.documentId !== null) void navigate(paperPath(item.documentId));
  };
  return (
    <section className="day-list" aria-label="当天到期">
      <h2>
        {longDate(date)} {weekday(date)}
      </h2>
      <p className="quiet">
        {day ? (day.isWorkday ? '工作日' : '休息日') : ''}
        {day?.dayName && !day.dayName.startsWith('星期') ? `（${day.dayName}）` : ''}
      </p>
      {items.length === 0 ? <p>这一天没有到期的事项。</p> : null}
      <ul>
        {items.map((item) => (
          <li key={`${item.caseId}-${item.documentId}-${item.what}`} className="todo-item">
            <div className="todo-item-text">
              <div className="todo-item-what">{item.what}</div>
              <div className="todo-item-party" title={`${item.party}　${item.title}`}>
                {[item.party, item.title].filter(Boolean).join('　')}
              </div>
              <DeadlineTag daysLeft={item.daysLeft} dueOn={item.dueOn} />
            </div>
            <Button onClick={() => open(item)}>{item.actionLabel}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
