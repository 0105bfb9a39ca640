import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ChartSpec } from './chart-spec.ts';
import { optionOf } from './option.ts';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** One drawing, as SVG: sharp in print and at every zoom. Its figures stand in the table beside it. */
export default function EChart({ spec, label }: { readonly spec: ChartSpec; readonly label: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const chart = init(place.current, undefined, { renderer: 'svg' });
    chart.setOption(optionOf(spec, place.current.clientWidth));
    // The library describes the drawing in its own words; the name is ours.
    place.current.setAttribute('aria-label', label);
    const watch = new ResizeObserver(() => {
      chart.resize();
      if (place.current !== null) chart.setOption(optionOf(spec, place.current.clientWidth));
    });
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [spec, label]);
  const height = spec.kind === 'bars' ? 60 + spec.labels.length * 34 : 300;
  return <div ref={place} role="img" aria-label={label} className="chart" style={{ height }} />;
}
