import { type FieldDisplay, formattedValueToString } from '@grafana/data';
import { singleValues } from './field-values';
import type { PanelView } from './panel-view';

/** The arc of a gauge, in degrees from straight up. */
const REACH = 120;

/** Arcs that fill up to their values; Grafana's own gauge is not published. */
export function GaugePanel(view: PanelView) {
  const values = singleValues(view, false);
  return (
    <div className="cells gauges">
      {values.map((value, position) => (
        <Gauge
          key={`${value.display.title ?? ''}-${position}`}
          value={value}
          named={values.length > 1}
          view={view}
        />
      ))}
    </div>
  );
}

function Gauge({ value, named, view }: { value: FieldDisplay; named: boolean; view: PanelView }) {
  const { display, field } = value;
  const { min = 0, max = 100 } = field;
  const low = min ?? 0;
  const share = Math.min(1, Math.max(0, (display.numeric - low) / ((max ?? 100) - low || 1)));
  const text = formattedValueToString(display);
  const color = display.color ?? view.theme.visualization.getColorByName('green');
  return (
    <svg viewBox="0 0 200 160" role="img" aria-label={`${display.title ?? ''} ${text}`}>
      <path className="gauge-track" d={arc(-REACH, REACH)} />
      {share > 0 && (
        <path className="gauge-value" stroke={color} d={arc(-REACH, -REACH + 2 * REACH * share)} />
      )}
      <text x="100" y="108" className="gauge-text" fill={color}>
        {text}
      </text>
      {named && (
        <text x="100" y="152" className="gauge-name">
          {display.title}
        </text>
      )}
    </svg>
  );
}

function arc(from: number, to: number): string {
  const at = (degrees: number) => {
    const radians = (degrees * Math.PI) / 180;
    return `${100 + 80 * Math.sin(radians)} ${96 - 80 * Math.cos(radians)}`;
  };
  return `M ${at(from)} A 80 80 0 ${to - from > 180 ? 1 : 0} 1 ${at(to)}`;
}
