import type { Output } from '@shared/contract';
import { Popover } from 'antd';
import { useMemo } from 'react';
import { groupedDigits } from '../../lib/format';
import { ChartCard, type ChartData } from '../../ui/chart-card';
import { barOption, columnOption } from '../../ui/chart-options';
import { EmptyState } from '../../ui/empty-state';

type Statistics = Output<'statistics.year'>;

const A_BAR = 26;
const LEAST_HEIGHT = 160;

/** The indicators, each with its definition, and the charts. */
export function YearView({ statistics }: { readonly statistics: Statistics }) {
  const months = useMemo<ChartData>(
    () => ({
      series: ['提示函', '意见书', '建议书', '答复'],
      rows: statistics.byMonth.map((month) => ({
        label: `${month.month}月`,
        values: [month.reminder, month.opinion, month.recommendation, month.replied],
      })),
    }),
    [statistics.byMonth],
  );
  const monthOption = useMemo(() => columnOption(months), [months]);
  const isNothing = [statistics.byType, statistics.byTown, statistics.byViolation, statistics.bySource].every(
    (list) => list.length === 0,
  );
  return (
    <>
      <table className="plain-table indicator-table" aria-label="年度指标">
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col" className="number-cell">
              数值
            </th>
            <th scope="col" className="number-cell">
              分子 / 分母
            </th>
            <th scope="col">口径</th>
          </tr>
        </thead>
        <tbody>
          {statistics.indicators.map((indicator) => (
            <tr key={indicator.key}>
              <th scope="row">{indicator.label}</th>
              <td className="number-cell indicator-value">{groupedDigits(indicator.value)}</td>
              <td className="number-cell">
                {indicator.numerator !== null && indicator.denominator !== null
                  ? `${indicator.numerator} / ${indicator.denominator}`
                  : ''}
              </td>
              <td>
                <Definition text={indicator.definition} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isNothing ? (
        <EmptyState title="本年度还没有可统计的案件" detail="办理案件后，这里会自动出现分类图表。" />
      ) : (
        <div className="chart-grid">
          <div className="chart-grid-wide">
            <ChartCard title="各月发出与答复" data={months} option={monthOption} />
          </div>
          <Counts title="按处理方式" list={statistics.byType} />
          <Counts title="按线索来源" list={statistics.bySource} />
          <Counts title="按违法类型" list={statistics.byViolation} />
          <Counts title="按乡镇（街道）" list={statistics.byTown} />
        </div>
      )}
    </>
  );
}

const SHORT = 44;

function Definition({ text }: { readonly text: string }) {
  if (text.length <= SHORT) return <span className="quiet">{text}</span>;
  return (
    <Popover trigger="click" content={<div className="definition">{text}</div>}>
      <button type="button" className="link-button">
        {text.slice(0, SHORT - 10)}…
      </button>
    </Popover>
  );
}

function Counts({ title, list }: { readonly title: string; readonly list: Statistics['byType'] }) {
  const data = useMemo<ChartData>(
    () => ({ series: ['件'], rows: list.map(({ label, count }) => ({ label, values: [count] })) }),
    [list],
  );
  const option = useMemo(() => barOption(data), [data]);
  if (list.length === 0) return null;
  return (
    <ChartCard
      title={title}
      data={data}
      option={option}
      height={Math.max(LEAST_HEIGHT, list.length * A_BAR)}
    />
  );
}
