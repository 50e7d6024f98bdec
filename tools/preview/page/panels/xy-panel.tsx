import { useCallback } from 'react';
import { Canvas } from './canvas';
import { colorOf, numberFields, textOf } from './field-values';
import type { PanelView } from './panel-view';

const LEFT = 56;
const BOTTOM = 20;

/** The first series against each other one; Grafana's own chart is not published. */
export function XyPanel({ panel, frames, width, height, theme }: PanelView) {
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const [x, ...ys] = numberFields(frames);
      if (!x) return;
      // A single series stands against its own order.
      const across = ys.length === 0 ? x.field.values.map((_, i) => i) : x.field.values;
      const drawn = ys.length === 0 ? [x] : ys;
      const xRange = rangeOf(across);
      const yRange = rangeOf(drawn.flatMap(({ field }) => field.values));
      const at = (value: number, [low, high]: readonly [number, number], size: number) =>
        ((value - low) / (high - low || 1)) * size;
      for (const { field } of drawn) {
        context.fillStyle = context.strokeStyle = colorOf(field, theme);
        context.beginPath();
        field.values.forEach((value, i) => {
          const position = across[i];
          if (value === null || position == null) return;
          const left = LEFT + at(position, xRange, width - LEFT - 4);
          const top = height - BOTTOM - at(value, yRange, height - BOTTOM - 8);
          if (panel.type === 'trend') context.lineTo(left, top);
          else context.fillRect(left - 2, top - 2, 4, 4);
        });
        context.stroke();
      }
      context.fillStyle = theme.colors.text?.secondary ?? '#888';
      context.font = '11px Inter, sans-serif';
      const [first = x] = drawn;
      context.textAlign = 'right';
      context.fillText(textOf(first.field, yRange[1], theme), LEFT - 6, 14);
      context.fillText(textOf(first.field, yRange[0], theme), LEFT - 6, height - BOTTOM);
      context.fillText(textOf(x.field, xRange[1], theme), width - 4, height - 4);
      context.textAlign = 'left';
      context.fillText(textOf(x.field, xRange[0], theme), LEFT, height - 4);
    },
    [panel, frames, width, height, theme],
  );
  return <Canvas width={width} height={height} draw={draw} label="Points" />;
}

function rangeOf(values: readonly (number | null)[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([low, high], value) =>
      value === null ? [low, high] : [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}
