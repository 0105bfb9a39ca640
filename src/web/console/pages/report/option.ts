import type { EChartsCoreOption } from 'echarts/core';
import type { ChartSpec } from './chart-spec.ts';

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";
/** Told apart by lightness too, and by pattern for who sees no colours. */
const colours = ['#0b5a50', '#c46a1b', '#5b4a9c'];

export function optionOf({ kind, labels, series }: ChartSpec, width: number): EChartsCoreOption {
  const narrow = width < 520;
  const lying = kind === 'bars';
  const names = {
    type: 'category',
    data: [...labels],
    axisLabel: {
      color: '#1d2b2a',
      fontSize: 13,
      ...(lying ? { width: narrow ? 130 : 260, overflow: 'truncate' } : {}),
    },
    axisTick: { show: false },
    ...(lying ? { inverse: true } : {}),
  };
  const values = {
    type: 'value',
    minInterval: 1,
    axisLabel: { color: '#1d2b2a', fontSize: 13 },
    splitLine: { lineStyle: { color: '#ddd3c1' } },
  };
  return {
    animation: false,
    color: colours,
    aria: { enabled: true, decal: { show: series.length > 1 } },
    // Named, because widths are measured before anything is drawn.
    textStyle: { fontFamily: FONT },
    grid: { left: 8, right: 16, top: series.length > 1 ? 40 : 12, bottom: 8, containLabel: true },
    legend: {
      show: series.length > 1,
      top: 0,
      left: 0,
      textStyle: { color: '#1d2b2a', fontSize: 14, fontFamily: FONT },
    },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    series: series.map(({ name, values: data }) => ({
      name,
      type: kind === 'lines' ? 'line' : 'bar',
      data: [...data],
      ...(kind === 'lines' ? { symbolSize: 7, lineStyle: { width: 2.5 } } : { barMaxWidth: 22 }),
    })),
  };
}
