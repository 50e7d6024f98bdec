import { FieldType } from '@grafana/data';
import { colorOf, displayOf, lastValue, numberFields, textOf } from './field-values';
import type { NumberField } from './field-values';
import type { PanelView } from './panel-view';

interface Bar {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly color: string;
}

/** The bars of a chart: a row of a table each, or else the last value of a series. */
function barsOf({ frames, theme }: PanelView): Bar[] {
  const fields = numberFields(frames);
  const table = frames.find(({ fields: own }) => own.some(({ type }) => type === FieldType.string));
  if (table) return rowsOf(fields, table, theme);
  return fields.map(({ field, name }) => {
    const value = lastValue(field) ?? 0;
    return { name, value, text: textOf(field, value, theme), color: colorOf(field, theme) };
  });
}

function rowsOf(
  fields: readonly NumberField[],
  table: PanelView['frames'][number],
  theme: PanelView['theme'],
): Bar[] {
  const names = table.fields.filter(({ type }) => type === FieldType.string);
  const numbers = fields.find(({ frame }) => frame === table)?.field;
  return (numbers?.values ?? []).map((value, row) => {
    const { color } = numbers ? displayOf(numbers, value, theme) : {};
    return {
      name: names.map(({ values }) => String(values[row])).join(' '),
      value: value ?? 0,
      text: numbers ? textOf(numbers, value, theme) : '',
      color: color ?? theme.visualization.getColorByName('green'),
    };
  });
}

/** A bar for each series; Grafana's own bar chart is not published. */
export function BarChartPanel(view: PanelView) {
  const bars = barsOf(view);
  const most = bars.reduce((highest, { value }) => Math.max(highest, value), 0) || 1;
  return (
    <div className="bar-chart" tabIndex={0} role="group" aria-label="Bars">
      {bars.map(({ name, value, text, color }, position) => (
        <div key={`${name}-${position}`} title={`${name}: ${text}`}>
          <span className="bar-text">{text}</span>
          <span
            className="bar"
            style={{ height: `${(Math.max(0, value) / most) * 100}%`, background: color }}
          />
          <span className="bar-name">{name}</span>
        </div>
      ))}
    </div>
  );
}

/** How many values fall into each of some ranges; Grafana's own histogram is not published. */
export function HistogramPanel(view: PanelView) {
  const { frames, theme } = view;
  const fields = numberFields(frames);
  const values = fields.flatMap(({ field }) => field.values.filter((value) => value !== null));
  const [low, high] = values.reduce<readonly [number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  const count = Math.max(5, Math.min(30, Math.floor(view.width / 24)));
  const size = (high - low) / count || 1;
  const bins = new Array<number>(count).fill(0);
  for (const value of values) {
    const bin = Math.min(count - 1, Math.floor((value - low) / size));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const most = bins.reduce((highest, bin) => Math.max(highest, bin), 1);
  const first = fields[0]?.field;
  return (
    <div className="bar-chart histogram" role="img" aria-label="Histogram">
      {bins.map((bin, position) => {
        const from = first ? textOf(first, low + size * position, theme) : '';
        return (
          <div key={position} title={`from ${from}: ${bin}`}>
            <span
              className="bar"
              style={{
                height: `${(bin / most) * 100}%`,
                background: first ? colorOf(first, theme) : '',
              }}
            />
            <span className="bar-name">{position % 4 === 0 ? from : ''}</span>
          </div>
        );
      })}
    </div>
  );
}

/** Shares of a whole; Grafana's own pie chart is not published. */
export function PieChartPanel(view: PanelView) {
  const bars = barsOf(view).filter(({ value }) => value > 0);
  const total = bars.reduce((sum, { value }) => sum + value, 0) || 1;
  const isDonut = (view.panel.options as { pieType?: string } | undefined)?.pieType === 'donut';
  const starts = bars.map((_, i) => bars.slice(0, i).reduce((sum, { value }) => sum + value, 0));
  return (
    <div className="pie">
      <svg viewBox="-1.05 -1.05 2.1 2.1" role="img" aria-label="Shares">
        {bars.map(({ name, value, text, color }, i) => (
          <path
            key={name}
            fill={color}
            fillRule="evenodd"
            d={slice((starts[i] ?? 0) / total, value / total, isDonut ? 0.55 : 0)}
          >
            <title>{`${name}: ${text}`}</title>
          </path>
        ))}
      </svg>
      <ul tabIndex={0} aria-label="Legend">
        {bars.map(({ name, value, text, color }) => (
          <li key={name}>
            <i style={{ background: color }} /> <span>{name}</span>{' '}
            <b>
              {text} ({Math.round((value / total) * 100)} %)
            </b>
          </li>
        ))}
      </ul>
    </div>
  );
}

function slice(start: number, share: number, hole: number): string {
  const at = (turn: number, radius: number) => {
    const angle = 2 * Math.PI * turn;
    return `${radius * Math.sin(angle)} ${-radius * Math.cos(angle)}`;
  };
  const end = start + Math.min(share, 0.9999);
  const large = share > 0.5 ? 1 : 0;
  const inner =
    hole === 0 ? 'L 0 0' : `L ${at(end, hole)} A ${hole} ${hole} 0 ${large} 0 ${at(start, hole)}`;
  return `M ${at(start, 1)} A 1 1 0 ${large} 1 ${at(end, 1)} ${inner} Z`;
}
