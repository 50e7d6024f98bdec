import { dateTimeFormat } from '@grafana/data';
import { useEffect, useRef } from 'react';

/** A drawing of a size in pixels; `label` says what it shows. */
export function Canvas(props: {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly draw: (context: CanvasRenderingContext2D) => void;
}) {
  const { width, height, label, draw } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context) return;
    const scale = window.devicePixelRatio;
    canvas.current.width = Math.round(width * scale);
    canvas.current.height = Math.round(height * scale);
    context.scale(scale, scale);
    context.clearRect(0, 0, width, height);
    draw(context);
  }, [width, height, draw]);
  return <canvas ref={canvas} role="img" aria-label={label} style={{ width, height }} />;
}

/** Room around a chart for its axes. */
export interface Margins {
  readonly left: number;
  readonly bottom: number;
}

/** Draws times below a chart, about one for each 90 pixels. */
export function drawTimes(
  context: CanvasRenderingContext2D,
  [from, to]: readonly [number, number],
  box: { readonly left: number; readonly width: number; readonly bottom: number },
  timeZone: string,
): void {
  const count = Math.max(2, Math.floor(box.width / 90));
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  for (let i = 0; i < count; i += 1) {
    const share = (i + 0.5) / count;
    const time = from + (to - from) * share;
    const isLong = to - from > 36 * 3_600_000;
    const text = dateTimeFormat(time, { timeZone, format: isLong ? 'MM/DD' : 'HH:mm' });
    context.fillText(text, box.left + box.width * share, box.bottom);
  }
}
