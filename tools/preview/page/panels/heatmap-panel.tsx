import { useCallback } from 'react';
import { Canvas, drawTimes } from './canvas';
import { numberFields, textOf } from './field-values';
import type { PanelView } from './panel-view';

/** Colours from few to many, by theme. */
const SCHEMES = { dark: ['#2b1d10', '#ff9830'], light: ['#fdf0e3', '#c4450c'] } as const;
const LEFT = 64;
const BOTTOM = 20;

/** A cell for each series and step; Grafana's own heatmap is not published. */
export function HeatmapPanel({ frames, width, height, range, theme, timeZone }: PanelView) {
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const fields = numberFields(frames);
      const [from, to] = [range.from.valueOf(), range.to.valueOf()];
      const all = fields.flatMap(({ field }) => field.values.filter((value) => value !== null));
      const most = all.reduce((highest, value) => Math.max(highest, value), 0);
      const row = (height - BOTTOM) / Math.max(1, fields.length);
      const names = fields.map(({ name, field }) =>
        Number.isFinite(Number(name)) ? textOf(field, Number(name), theme) : name,
      );
      context.font = '11px Inter, sans-serif';
      fields.forEach(({ field, time }, position) => {
        const times = time?.values ?? [];
        const step = times.length > 1 ? (times[1] ?? 0) - (times[0] ?? 0) : to - from;
        const cell = Math.max(1, ((width - LEFT) * step) / (to - from));
        field.values.forEach((value, i) => {
          if (value === null || value <= 0) return;
          const x = LEFT + ((width - LEFT) * ((times[i] ?? 0) - from)) / (to - from);
          if (x < LEFT - cell) return;
          context.fillStyle = mix(
            SCHEMES[theme.isDark ? 'dark' : 'light'],
            Math.sqrt(value / most),
          );
          const y = height - BOTTOM - (position + 1) * row;
          context.fillRect(Math.max(LEFT, x), y, Math.max(1, cell - 0.5), Math.max(1, row - 1));
        });
      });
      context.fillStyle = theme.colors.text?.secondary ?? '#888';
      context.textAlign = 'right';
      context.textBaseline = 'middle';
      const every = Math.ceil(14 / row);
      names.forEach((name, position) => {
        if (position % every > 0) return;
        context.fillText(shortened(name), LEFT - 6, height - BOTTOM - (position + 0.5) * row);
      });
      drawTimes(
        context,
        [from, to],
        { left: LEFT, width: width - LEFT, bottom: height - 2 },
        timeZone,
      );
    },
    [frames, width, height, range, theme, timeZone],
  );
  return <Canvas width={width} height={height} draw={draw} label="Heatmap" />;
}

function shortened(text: string): string {
  return text.length > 11 ? `${text.slice(0, 10)}…` : text;
}

function mix([from, to]: readonly [string, string], share: number): string {
  const part = (color: string, i: number) => parseInt(color.slice(1 + 2 * i, 3 + 2 * i), 16);
  const parts = [0, 1, 2].map((i) =>
    Math.round(part(from, i) + (part(to, i) - part(from, i)) * share),
  );
  return `rgb(${parts.join(',')})`;
}
