import type { GrafanaTheme2 } from '@grafana/data';
import type { UPlotConfigBuilder } from '@grafana/ui';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type uPlot from 'uplot';
import type { ChartEvent } from '../annotations';

interface Props {
  readonly config: UPlotConfigBuilder;
  readonly events: readonly ChartEvent[];
  readonly theme: GrafanaTheme2;
}

/** Marks events in a chart over time: lines, areas for what lasts, and what they say on hover. */
export function EventMarks({ config, events, theme }: Props) {
  const plot = useRef<uPlot>(undefined);
  const shown = useRef(events);
  shown.current = events;
  const colorOf = ({ color }: ChartEvent) => theme.visualization.getColorByName(color);
  useLayoutEffect(() => {
    config.addHook('draw', (drawn) => {
      plot.current = drawn;
      drawLines(drawn, shown.current, colorOf);
      placeMarks(drawn, shown.current, colorOf);
    });
    // A chart that is built anew has another builder, and the theme builds it anew.
  }, [config]);
  useEffect(() => {
    plot.current?.redraw(false);
  }, [events]);
  return null;
}

type ColorOf = (event: ChartEvent) => string;

function drawLines(plot: uPlot, events: readonly ChartEvent[], colorOf: ColorOf) {
  const { ctx, bbox } = plot;
  const { left, top, width, height } = bbox;
  const within = (x: number) => Math.min(left + width, Math.max(left, x));
  ctx.save();
  ctx.setLineDash([6, 4]);
  for (const event of events) {
    const [from, to] = [event.from, event.to].map((time) => plot.valToPos(time, 'x', true));
    if (from === undefined || to === undefined || to < left || from > left + width) continue;
    ctx.fillStyle = ctx.strokeStyle = colorOf(event);
    ctx.globalAlpha = 0.08;
    ctx.fillRect(within(from), top, within(to) - within(from), height);
    ctx.globalAlpha = 0.8;
    for (const x of new Set([from, to])) {
      if (x <= left || x >= left + width) continue;
      ctx.beginPath();
      ctx.moveTo(x, top);
      ctx.lineTo(x, top + height);
      ctx.stroke();
    }
  }
  ctx.restore();
}

/** Bars below the chart that say what happened. */
function placeMarks(plot: uPlot, events: readonly ChartEvent[], colorOf: ColorOf) {
  for (const mark of plot.over.querySelectorAll('.event')) mark.remove();
  const width = plot.over.clientWidth;
  const marks = events.flatMap((event) => {
    const [from, to] = [event.from, event.to].map((time) => plot.valToPos(time, 'x'));
    if (from === undefined || to === undefined || to < 0 || from > width) return [];
    const left = Math.max(0, from - 3);
    const mark = document.createElement('i');
    mark.className = 'event';
    mark.title = event.text;
    mark.style.left = `${left}px`;
    mark.style.width = `${Math.max(6, Math.min(width, to + 3) - left)}px`;
    mark.style.background = colorOf(event);
    return [mark];
  });
  plot.over.append(...marks);
}
