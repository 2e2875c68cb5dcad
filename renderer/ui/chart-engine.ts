import { BarChart, LineChart, RadarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([
  BarChart,
  LineChart,
  RadarChart,
  GridComponent,
  LegendComponent,
  RadarComponent,
  TooltipComponent,
  CanvasRenderer,
]);

/** Black-and-white safe: the shades differ in lightness, and the series carry names. */
const COLOURS = ['#b3261e', '#1f5a92', '#8a8a8a', '#1e6b3a', '#9a5700'];

/** Read only when a page shows a chart. */
export function startChart(box: HTMLElement, option: EChartsCoreOption): EChartsType {
  const chart = init(box);
  chart.setOption({
    color: COLOURS,
    animation: false,
    textStyle: { fontFamily: getComputedStyle(box).fontFamily, fontSize: 12 },
    ...option,
  });
  return chart;
}
