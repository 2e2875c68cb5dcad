import { Button, Segmented } from 'antd';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
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

  const savePicture = () => {
    const url = chart.current?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: '#fff' });
    if (url) download(url, `${title}.png`);
  };
  const saveTable = () => {
    const lines = [['', ...data.series], ...data.rows.map((row) => [row.label, ...row.values.map(String)])];
    const text = lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n');
    const url = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv' }));
    download(url, `${title}.csv`);
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
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
          <Button size="small" type="text" onClick={shape === 'chart' ? savePicture : saveTable}>
            {shape === 'chart' ? '存为图片' : '存为表格'}
          </Button>
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

/** Quoted, and a leading sign of a formula taken away. */
const csvCell = (text: string) =>
  `"${(/^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text).replaceAll('"', '""')}"`;

function download(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}
