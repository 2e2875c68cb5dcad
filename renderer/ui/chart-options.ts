import type { EChartsCoreOption } from 'echarts/core';
import type { ChartData } from './chart-table';

const AXIS_TEXT = '#4d4d4d';
const TOOLTIP = { trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true } as const;

/** Columns beside each other over the rows, e.g. months. */
export function columnOption(data: ChartData, isStacked = false): EChartsCoreOption {
  return {
    tooltip: TOOLTIP,
    legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 8 },
    grid: { top: 32, left: 8, right: 8, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: data.rows.map((row) => row.label),
      axisTick: { show: false },
      axisLabel: { color: AXIS_TEXT },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: AXIS_TEXT },
      splitLine: { lineStyle: { color: '#ececec' } },
    },
    series: data.series.map((name, index) => ({
      name,
      type: 'bar',
      barMaxWidth: 18,
      ...(isStacked ? { stack: 'all' } : {}),
      data: data.rows.map((row) => row.values[index] ?? 0),
    })),
  };
}

/** Lying bars, the largest on top, the number behind each. */
export function barOption(data: ChartData): EChartsCoreOption {
  const rows = [...data.rows].reverse();
  return {
    tooltip: TOOLTIP,
    grid: { top: 4, left: 8, right: 40, bottom: 4, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      data: rows.map((row) => row.label),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: AXIS_TEXT, width: 150, overflow: 'truncate' },
    },
    series: [
      {
        name: data.series[0] ?? '',
        type: 'bar',
        barMaxWidth: 16,
        label: { show: true, position: 'right', color: AXIS_TEXT },
        data: rows.map((row) => row.values[0] ?? 0),
      },
    ],
  };
}
