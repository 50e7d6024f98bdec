import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import type { Finding, PreviewDashboard, PreviewEntry } from '@g6/dashboards';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DataOrigin } from '../src/protocol';
import { headerLinks } from '../src/dashboard/header-links';
import { queriedAnnotations, useEvents } from './annotations';
import { DashboardGrid } from './dashboard-grid';
import type { Dashboard, Panel } from '../src/dashboard/dashboard-model';
import { DetailsPane, Findings, findingsAbout } from './details-pane';
import type { PageAddress } from './page-address';
import type { PreviewApi } from './preview-api';
import { placeSections } from '../src/dashboard/repeats';
import { rangeOf, type TimeWindow, zoomedOut } from './time-window';
import { SettingsBar } from './settings-bar';
import { TopBar } from './top-bar';
import { useKeys } from './use-keys';
import {
  type Choices,
  filtersOf,
  type ResolvedVariable,
  resolveVariables,
  valuesOf,
} from '../src/dashboard/variables';

interface Props {
  readonly api: PreviewApi;
  readonly dashboard: PreviewDashboard;
  /** All dashboards, which links lead to. */
  readonly dashboards: readonly PreviewEntry[];
  readonly findings: readonly Finding[];
  readonly data: DataOrigin | undefined;
  readonly connected: boolean;
  readonly address: PageAddress;
  readonly theme: GrafanaTheme2;
  readonly mode: 'light' | 'dark';
  readonly onChange: (address: Partial<PageAddress>) => void;
  readonly onTheme: () => void;
  readonly onHelp: () => void;
}

const NO_PANELS: readonly Panel[] = [];
const DEFAULT_WINDOW = { from: 'now-6h', to: 'now' };

/** The dashboard that is open. */
export function DashboardView(props: Props) {
  const { api, dashboard, dashboards, address, findings, theme, onChange } = props;
  const json = dashboard.json as unknown as Dashboard;
  const window = address.window ?? json.time ?? DEFAULT_WINDOW;
  const refresh = address.refresh ?? json.refresh ?? '';
  const [range, reload] = useRange(window, refresh);
  const resolved = useVariables(api, json, address.choices, range);
  const variables = useMemo(() => valuesOf(resolved ?? []), [resolved]);
  const panels = json.panels ?? NO_PANELS;
  const sections = useMemo(
    () => placeSections(panels, resolved ?? [], variables),
    [panels, resolved, variables],
  );
  const annotations = useSame(queriedAnnotations(json.annotations?.list));
  const switches = useSame(address.switches);
  const filters = useSame(filtersOf(resolved ?? []));
  const known = resolved && variables;
  const links = headerLinks(json, {
    ...{ slug: dashboard.slug, uid: json.uid ?? '', dashboards },
    ...{ resolved: resolved ?? [], variables, time: window },
  });
  const events = useEvents(api, annotations, switches, range, known);
  const [open, setOpen] = useState<number>();
  const onZoom = useCallback(
    ({ from, to }: { readonly from: number; readonly to: number }) => {
      onChange({ window: { from: String(Math.round(from)), to: String(Math.round(to)) } });
    },
    [onChange],
  );
  const onDetails = useCallback((panel: Panel) => {
    setOpen((before) => (before === panel.id ? undefined : panel.id));
  }, []);
  const onWindow = (next: TimeWindow) => {
    onChange({ window: next });
  };
  useKeys({
    r: reload,
    z: () => {
      onWindow(zoomedOut(window));
    },
  });
  const detailed = panels
    .flatMap((panel) => [panel, ...(panel.panels ?? [])])
    .find(({ id }) => id === open);
  const ofDashboard = findings.filter(({ slug }) => slug === dashboard.slug);
  return (
    <>
      <TopBar
        {...props}
        title={json.title}
        window={window}
        refresh={refresh}
        theme={props.mode}
        onWindow={onWindow}
        onRefresh={(interval) => {
          onChange({ refresh: interval });
        }}
        onReload={reload}
      />
      {json.description !== undefined && <p className="about">{json.description}</p>}
      <SettingsBar
        resolved={resolved}
        annotations={annotations}
        links={links}
        address={{ ...address, switches }}
        theme={theme}
        onChange={onChange}
      />
      <div
        className={detailed ? 'content detailed' : 'content'}
        {...(resolved ? { 'data-ready': '' } : {})}
      >
        <div>
          {resolved && (
            <DashboardGrid
              api={api}
              sections={sections}
              range={range}
              timeZone={timeZoneOf(json)}
              events={events}
              filters={filters}
              theme={theme}
              findingsOf={(panel) => findingsAbout(panel, dashboard, findings).length}
              onZoom={onZoom}
              onDetails={onDetails}
            />
          )}
          <Footnotes dashboard={dashboard} findings={ofDashboard} />
        </div>
        {detailed && (
          <DetailsPane
            dashboard={dashboard}
            panel={detailed}
            findings={findingsAbout(detailed, dashboard, findings)}
            onClose={() => {
              setOpen(undefined);
            }}
          />
        )}
      </div>
    </>
  );
}

/** The range of a window, again at each refresh, and a function that refreshes now. */
function useRange(window: TimeWindow, refresh: string) {
  const [tick, setTick] = useState(0);
  const { from, to } = window;
  // `tick` stands for the clock.
  const range = useMemo(() => rangeOf({ from, to }), [from, to, tick]);
  const reload = useCallback(() => {
    setTick((before) => before + 1);
  }, []);
  useEffect(() => {
    const [, count, unit = ''] = /^(\d+)(s|m|h)$/.exec(refresh) ?? [];
    if (count === undefined) return;
    const seconds = Number(count) * ({ s: 1, m: 60, h: 3600 }[unit] ?? 1);
    const timer = setInterval(() => {
      if (!document.hidden) reload();
    }, seconds * 1000);
    return () => {
      clearInterval(timer);
    };
  }, [refresh, reload]);
  return [range, reload] as const;
}

/** A value that stays the same object while it says the same. */
function useSame<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  return useMemo(() => JSON.parse(text) as Value, [text]);
}

/** The time zone of a dashboard; that of the browser if it names none. */
function timeZoneOf({ timezone = '' }: Dashboard): string {
  return timezone === '' ? 'browser' : timezone;
}

/** How variables ask again when the range moves on, in seconds; they change rarely. */
const VARIABLE_STEP = 60;

function useVariables(api: PreviewApi, json: Dashboard, choices: Choices, range: TimeRange) {
  const [resolved, setResolved] = useState<readonly ResolvedVariable[]>();
  const before = useRef('');
  const list = useSame(json.templating?.list ?? []);
  const chosen = useSame(choices);
  const rounded = (time: TimeRange['from']) =>
    Math.floor(time.valueOf() / 1000 / VARIABLE_STEP) * VARIABLE_STEP;
  const [start, end] = [rounded(range.from), rounded(range.to) + VARIABLE_STEP];
  useEffect(() => {
    let isCurrent = true;
    void resolveVariables(list, chosen, api, { start, end }).then((next) => {
      const text = JSON.stringify(next);
      if (!isCurrent || text === before.current) return;
      before.current = text;
      setResolved(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [api, list, chosen, start, end]);
  return resolved;
}

function Footnotes({
  dashboard,
  findings,
}: {
  readonly dashboard: PreviewDashboard;
  readonly findings: readonly Finding[];
}) {
  const { leftOut } = dashboard;
  if (leftOut.length === 0 && findings.length === 0) return null;
  return (
    <footer className="notes">
      {findings.length > 0 && (
        <details>
          <summary>Findings of lint on this dashboard: {findings.length}</summary>
          <Findings findings={findings} />
        </details>
      )}
      {leftOut.length > 0 && (
        <details>
          <summary>Left out: {leftOut.length}</summary>
          <ul>
            {leftOut.map(({ title, source, why, at }) => (
              <li key={`${title} ${source} ${why}`}>
                {title} <small>{source}</small>: {why}
                {at && at.line > 0 && (
                  <>
                    , <code>{`${at.file}:${at.line}`}</code>
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </footer>
  );
}
