import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { useState } from 'react';
import { interpolateTitle } from '../src/interpolate';
import type { ChartEvent } from './annotations';
import type { Panel } from '../src/dashboard/dashboard-model';
import { Icon } from './icon';
import { PanelFrame } from './panel-frame';
import type { PreviewApi } from './preview-api';
import type { PlacedSection } from '../src/dashboard/repeats';

interface Props {
  readonly api: PreviewApi;
  readonly sections: readonly PlacedSection[];
  readonly range: TimeRange;
  readonly timeZone: string;
  readonly events: readonly ChartEvent[];
  readonly filters: readonly string[];
  readonly theme: GrafanaTheme2;
  readonly findingsOf: (panel: Panel) => number;
  readonly onZoom: (range: { readonly from: number; readonly to: number }) => void;
  readonly onDetails: (panel: Panel) => void;
}

/** The panels of a dashboard at their places in Grafana's grid of 24 columns. */
export function DashboardGrid({ sections, onDetails, findingsOf, ...shared }: Props) {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  return sections.map(({ key, title, collapsed, variables, panels: own }) => {
    const isOpen = title === undefined || collapsed === toggled.has(key);
    const top = own.reduce((least, { panel }) => Math.min(least, panel.gridPos.y), Infinity);
    return (
      <section key={key} className="section" aria-label={interpolateTitle(title ?? '', variables)}>
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
              <Icon name={isOpen ? 'open' : 'closed'} /> {interpolateTitle(title, variables)}{' '}
              <small>{own.length}</small>
            </button>
          </h2>
        )}
        {isOpen && (
          <div className="grid">
            {own.map(({ key: place, panel, variables: seen }) => (
              <div key={place} style={placeOf(panel, top)}>
                <PanelFrame
                  {...shared}
                  panel={panel}
                  variables={seen}
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
