import { displayOf, numberFields, textOf } from './field-values';
import type { PanelView } from './panel-view';

interface Span {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly color: string;
}

/** Neighbours of one state become one span, unless every sample is to be seen. */
function spansOf(
  field: ReturnType<typeof numberFields>[number],
  view: PanelView,
  merges: boolean,
): Span[] {
  const times = field.time?.values ?? [];
  const step = times.length > 1 ? (times[1] ?? 0) - (times[0] ?? 0) : 60_000;
  const spans: Span[] = [];
  field.field.values.forEach((value, i) => {
    if (value === null) return;
    const from = times[i] ?? 0;
    const { color = 'transparent' } = displayOf(field.field, value, view.theme);
    const text = textOf(field.field, value, view.theme);
    const last = spans.at(-1);
    if (merges && last?.text === text && last.to >= from) {
      spans[spans.length - 1] = { ...last, to: from + step };
    } else spans.push({ from, to: from + step, text, color });
  });
  return spans;
}

/** States over time, a line for each series; Grafana's own panels are not published. */
export function StatePanel(view: PanelView) {
  const merges = view.panel.type === 'state-timeline';
  const [from, to] = [view.range.from.valueOf(), view.range.to.valueOf()];
  const share = (time: number) =>
    `${(100 * (Math.min(to, Math.max(from, time)) - from)) / (to - from)}%`;
  return (
    <div className="states" tabIndex={0} role="group" aria-label="States over time">
      {numberFields(view.frames).map((field, position) => (
        <div key={`${field.name}-${position}`}>
          <span title={field.name}>{field.name}</span>
          <svg width="100%" height="100%" role="img" aria-label={`States of ${field.name}`}>
            {spansOf(field, view, merges).map((span) => (
              <rect
                key={span.from}
                x={share(span.from)}
                width={`${(100 * (Math.min(to, span.to) - Math.max(from, span.from))) / (to - from)}%`}
                height="100%"
                fill={span.color}
              >
                <title>{span.text}</title>
              </rect>
            ))}
          </svg>
        </div>
      ))}
    </div>
  );
}
