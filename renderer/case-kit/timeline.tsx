import { dateTime, shortDate } from '../lib/format';
import { useToday } from '../lib/session';

export type TimelineEntry = {
  readonly id: number;
  /** Instant of the entry. */
  readonly at: string;
  /** Civil date the event is dated. */
  readonly on: string;
  readonly title: string;
  readonly detail: string;
  readonly accountName: string;
  readonly details?: readonly { readonly label: string; readonly value: string }[];
};

/** What happened, newest first, with who entered it and when. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const today = useToday();
  if (entries.length === 0) return <p className="quiet">还没有记录。办理的每一步都会自动记在这里。</p>;
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.id} className="timeline-entry">
          <time className="timeline-date" dateTime={entry.on}>
            {shortDate(entry.on, today)}
          </time>
          <div className="timeline-body">
            <div className="timeline-title">{entry.title}</div>
            {entry.detail ? <div className="timeline-detail">{entry.detail}</div> : null}
            {given(entry.details).length > 0 ? (
              <dl className="timeline-details">
                {given(entry.details).map(({ label, value }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            ) : null}
            <div className="timeline-author">
              {entry.accountName}　{dateTime(entry.at)} 登记
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What was left open is not repeated. */
const given = (details: TimelineEntry['details']) =>
  details?.filter(({ value }) => value.trim() !== '') ?? [];
