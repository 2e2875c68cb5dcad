import type { Output } from '@shared/contract';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { groupedDigits } from '../../lib/format';
import { ChartCard } from '../../ui/chart-card';
import { columnOption } from '../../ui/chart-options';

type Board = Output<'todo.board'>;

type YearNumbersProps = {
  readonly year: string;
  readonly numbers: Board['year'];
  readonly monthly: Board['monthly'];
};

/** The year so far: one line a number, and a small chart. */
export function YearNumbers({ year, numbers, monthly }: YearNumbersProps) {
  const data = useMemo(
    () => ({
      series: ['发出', '答复'],
      rows: monthly.map(({ month, issued, replied }) => ({ label: `${month}月`, values: [issued, replied] })),
    }),
    [monthly],
  );
  const option = useMemo(() => columnOption(data), [data]);
  if (numbers.length === 0 && monthly.every(({ issued, replied }) => issued + replied === 0)) return null;
  return (
    <section className="year-numbers" aria-label="本年数据">
      <div>
        <h2>{year}年以来</h2>
        <dl className="year-lines">
          {numbers.map(({ label, value, hint }) => (
            <div key={label} title={hint}>
              <dt>{label}</dt>
              <dd>
                <span className="number">{groupedDigits(value)}</span>
                {hint ? <span className="year-hint">{hint}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
        <Link to="/statistics">查看台账统计</Link>
      </div>
      <ChartCard title="各月发出与答复" data={data} option={option} height={220} />
    </section>
  );
}
