import type { Input } from '@shared/contract';
import { Button, Segmented } from 'antd';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useChannelCommand } from '../lib/channel-hooks';
import { useMay } from '../lib/may';
import { useToasts } from '../lib/toasts';
import { type ChartData, ChartTable } from './chart-table';

export type { ChartData } from './chart-table';

type ChartCardProps = {
  readonly title: string;
  readonly data: ChartData;
  /** What echarts draws from the data; must not animate text out of reach: the table holds the same numbers. */
  readonly option: EChartsCoreOption;
  readonly height?: number;
};

/** A chart with its numbers: as a picture, as a table, and both to take along. Drawn when it comes into sight. */
export function ChartCard({ title, data, option, height = 240 }: ChartCardProps) {
  const canvas = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const toasts = useToasts();
  const mayExport = useMay('document.export');
  const exporting = useChannelCommand('statistics.chart.export');
  const [shape, setShape] = useState<'chart' | 'table'>('chart');

  useEffect(() => {
    const box = canvas.current;
    if (!box || shape !== 'chart') return;
    let isCurrent = true;
    const resized = new ResizeObserver(() => chart.current?.resize());
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      void import('./chart-engine').then(({ startChart }) => {
        if (!isCurrent) return;
        chart.current = startChart(box, option);
        resized.observe(box);
      });
    });
    seen.observe(box);
    return () => {
      isCurrent = false;
      seen.disconnect();
      resized.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, [shape, option]);

  const save = async () => {
    const content = shape === 'chart' ? pictureOf(chart.current) : tableOf(data);
    if (!content) return;
    const result = await exporting.run({ title, content });
    if (!result.ok) toasts.refused(result.error);
    else if (result.value) toasts.wrote('已保存', result.value.path);
  };

  return (
    <section className="chart-card" aria-label={title}>
      <div className="chart-card-head">
        <h2>{title}</h2>
        <div className="chart-card-tools">
          <Segmented
            size="small"
            aria-label={`${title}的显示方式`}
            value={shape}
            options={[
              { value: 'chart', label: '图' },
              { value: 'table', label: '表' },
            ]}
            onChange={(value) => setShape(value as 'chart' | 'table')}
          />
          {mayExport ? (
            <Button size="small" type="text" loading={exporting.isRunning} onClick={() => void save()}>
              {shape === 'chart' ? '存为图片' : '存为表格'}
            </Button>
          ) : null}
        </div>
      </div>
      {shape === 'chart' ? (
        <div
          className="chart-card-canvas"
          ref={canvas}
          style={{ height }}
          role="img"
          aria-label={summaryOf(title, data)}
        />
      ) : (
        <ChartTable data={data} />
      )}
    </section>
  );
}

const summaryOf = (title: string, data: ChartData) =>
  `${title}：${data.rows.map((row) => `${row.label} ${row.values.join('、')}`).join('；')}`;

type Content = Input<'statistics.chart.export'>['content'];

function pictureOf(chart: EChartsType | null): Content | null {
  const url = chart?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: '#fff' });
  return url ? { type: 'picture', png: url.slice(url.indexOf(',') + 1) } : null;
}

const tableOf = ({ series, rows }: ChartData): Content => ({
  type: 'table',
  series: [...series],
  rows: rows.map(({ label, values }) => ({ label, values: [...values] })),
});
