import type {
  DashboardLink,
  Spec,
  TimeSettingsSpec,
} from '@grafana/schema/apis/dashboard.grafana.app/v2';
import {
  CURSOR_SYNC,
  objectOf,
  objectsOf,
  present,
  type ReadJson,
  REFRESH_INTERVALS,
  textOf,
} from '@g6/dashboard-files';
import type { FinishedDashboard } from '@g6/generation';
import { META_KEY } from '@g6/model';
import { annotationV2 } from './annotation-v2';
import { panelsById } from '../panels-by-id';
import { layoutV2 } from './layout-v2';
import { elementName, panelV2 } from './panel-v2';
import { variableV2 } from './variable-v2';

/** A dashboard of version 2, and what it could not say. */
export interface DashboardV2 {
  readonly spec: Spec;
  /** Noun phrases: what version 2 has no place for, and is left out. */
  readonly lost: readonly string[];
}

/** Writes the `spec` of a dashboard of version 2. */
export function dashboardV2({ json, layout }: FinishedDashboard): DashboardV2 {
  const source = json as unknown as ReadJson;
  const panels = panelsById(json.panels);
  const elements = [...panels.values()].filter(({ type }) => type !== 'row').map(panelV2);
  const { liveNow, revision } = source;
  const spec: Spec = {
    title: json.title ?? '',
    description: json.description ?? '',
    editable: json.editable ?? true,
    cursorSync: CURSOR_SYNC[json.graphTooltip ?? 0],
    preload: json.preload ?? false,
    ...(typeof liveNow === 'boolean' ? { liveNow } : {}),
    ...(typeof revision === 'number' ? { revision } : {}),
    tags: [...(json.tags ?? [])],
    links: objectsOf(source['links']).map(linkV2),
    annotations: objectsOf(objectOf(source['annotations'])['list']).map(annotationV2),
    timeSettings: timeSettingsV2(source),
    variables: objectsOf(objectOf(source['templating'])['list']).map(variableV2),
    elements: Object.fromEntries(elements.map(({ kind }) => [elementName(kind.spec.id), kind])),
    layout: layoutV2(layout, panels),
  };
  const unknown = Object.keys(source).filter((key) => !KNOWN_KEYS.has(key));
  return {
    spec,
    lost: [
      ...unknown.map((key) => `the key "${key}" of the dashboard`),
      ...elements.flatMap(({ lost, kind }) =>
        lost.map((what) => `${what} of the panel "${kind.spec.title}"`),
      ),
    ],
  };
}

/** Keys of a classic dashboard that the form says, or that are about classic dashboards alone. */
const KNOWN_KEYS = new Set([
  ...['uid', 'title', 'description', 'tags', 'editable', 'graphTooltip', 'timezone', 'weekStart'],
  ...['time', 'timepicker', 'refresh', 'fiscalYearStartMonth', 'schemaVersion', 'preload', 'links'],
  ...['templating', 'annotations', 'panels', 'liveNow', 'revision', 'version', 'id', META_KEY],
]);

function linkV2(link: ReadJson): DashboardLink {
  return link as unknown as DashboardLink;
}

function timeSettingsV2(source: ReadJson): TimeSettingsSpec {
  const time = objectOf(source['time']);
  const picker = objectOf(source['timepicker']);
  const month = source['fiscalYearStartMonth'];
  const intervals = picker['refresh_intervals'];
  return present({
    timezone: textOf(source['timezone']) ?? 'browser',
    from: textOf(time['from']) ?? 'now-6h',
    to: textOf(time['to']) ?? 'now',
    autoRefresh: textOf(source['refresh']) ?? '',
    autoRefreshIntervals: Array.isArray(intervals) ? (intervals as string[]) : REFRESH_INTERVALS,
    quickRanges: picker['quick_ranges'],
    hideTimepicker: picker['hidden'] === true,
    weekStart: textOf(source['weekStart']),
    fiscalYearStartMonth: typeof month === 'number' ? month : 0,
    nowDelay: textOf(picker['nowDelay']),
  }) as unknown as TimeSettingsSpec;
}
