import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { useMemo, useState } from 'react';
import { interpolateTitle, type Variables } from '../src/interpolate';
import { type Panel, sectionsOf } from './dashboard-model';
import { Icon } from './icon';
import { PanelFrame } from './panel-frame';
import type { PreviewApi } from './preview-api';

interface Props {
  readonly api: PreviewApi;
  readonly panels: readonly Panel[];
  readonly range: TimeRange;
  readonly variables: Variables;
  readonly theme: GrafanaTheme2;
  readonly findingsOf: (panel: Panel) => number;
  readonly onZoom: (range: { readonly from: number; readonly to: number }) => void;
  readonly onDetails: (panel: Panel) => void;
}

/** The panels of a dashboard at their places in Grafana's grid of 24 columns. */
export function DashboardGrid({ panels, onDetails, findingsOf, ...shared }: Props) {
  const sections = useMemo(() => sectionsOf(panels), [panels]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  return sections.map(({ key, title, collapsed, panels: own }) => {
    const isOpen = title === undefined || collapsed === toggled.has(key);
    const top = own.reduce((least, { gridPos }) => Math.min(least, gridPos.y), Infinity);
    return (
      <section key={key} className="section" aria-label={title}>
        {title !== undefined && (
          <h2>
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={() => {
                setToggled(
                  (before) =>
                    new Set(
                      before.has(key) ? [...before].filter((k) => k !== key) : [...before, key],
                    ),
                );
              }}
            >
              <Icon name={isOpen ? 'open' : 'closed'} /> {interpolateTitle(title, shared.variables)}{' '}
              <small>{own.length}</small>
            </button>
          </h2>
        )}
        {isOpen && (
          <div className="grid">
            {own.map((panel) => (
              <div key={panel.id} style={placeOf(panel, top)}>
                <PanelFrame
                  {...shared}
                  panel={panel}
                  findings={findingsOf(panel)}
                  onDetails={() => {
                    onDetails(panel);
                  }}
                />
              </div>
            ))}
          </div>
        )}
      </section>
    );
  });
}

function placeOf({ gridPos }: Panel, top: number) {
  const { x, y, w, h } = gridPos;
  return {
    gridColumn: `${x + 1} / span ${w}`,
    gridRow: `${y - top + 1} / span ${h}`,
    // Of use on narrow screens, where panels are below each other.
    '--rows': h,
  } as React.CSSProperties;
}
