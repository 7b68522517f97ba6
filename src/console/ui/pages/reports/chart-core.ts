import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { COLOURS } from '../../shell/theme.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** Told apart without colour as well: every series has a pattern or a mark of its own (Okabe and Ito 2008, darkened). */
const PALETTE = ['#00588f', '#b25d00', '#00664b', '#8b3a7f', '#595f69', '#9c7a00'];

/** Draws into the element and follows its size; returns how to take it away. */
export function draw(element: HTMLElement, option: EChartsCoreOption): () => void {
  const chart = init(element, null, { renderer: 'svg' });
  chart.setOption({
    color: PALETTE,
    animation: false,
    textStyle: { color: COLOURS.text, fontFamily: getComputedStyle(element).fontFamily },
    grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    tooltip: { trigger: 'axis', confine: true },
    ...option,
  });
  const sizes = new ResizeObserver(() => {
    chart.resize();
  });
  sizes.observe(element);
  return () => {
    sizes.disconnect();
    chart.dispose();
  };
}
