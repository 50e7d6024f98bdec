import {
  applyFieldOverrides,
  cacheFieldDisplayNames,
  type DataFrame,
  type FieldConfigSource,
  type GrafanaTheme2,
  type TimeRange,
  transformDataFrame,
} from '@grafana/data';
import { firstValueFrom } from 'rxjs';
import { interpolate, interpolateTitle, type Variables } from '../src/interpolate';
import type { Panel, Query } from '../src/dashboard/dashboard-model';
import { registryOf } from './field-registry';
import type { PreviewApi } from './preview-api';
import { framesOf } from './query-frames';
import { intervalVariables, stepOf } from './time-window';

/** Everything that the data of a panel depends on. */
export interface DataRequest {
  readonly panel: Panel;
  readonly range: TimeRange;
  readonly variables: Variables;
  /** Matchers that a user adds to every query. */
  readonly filters: readonly string[];
  /** Width of the chart in pixels. */
  readonly width: number;
}

/** Asks the queries of a panel, and applies its transformations. */
export async function loadFrames(
  api: PreviewApi,
  request: DataRequest,
  signal: AbortSignal,
): Promise<DataFrame[]> {
  const { panel, variables, range } = request;
  const queries = (panel.targets ?? []).filter(
    ({ expr = '', hide }) => expr !== '' && hide !== true,
  );
  const answers = await Promise.all(queries.map((query) => ask(api, query, request, signal)));
  const { transformations = [] } = panel;
  const frames = answers.flat();
  if (transformations.length === 0) return frames;
  const all = { ...variables, ...intervalVariables(range, stepOf(range, request.width)) };
  const context = { interpolate: (text: string) => interpolateTitle(text, all) };
  return firstValueFrom(transformDataFrame([...transformations], frames, context));
}

async function ask(
  api: PreviewApi,
  query: Query,
  { range, variables, filters, width }: DataRequest,
  signal: AbortSignal,
): Promise<DataFrame[]> {
  const step = stepOf(range, width, secondsOf(query.interval));
  const all = { ...variables, ...intervalVariables(range, step) };
  const instant = query.instant === true && query.range !== true;
  // Whole steps, so that the same range gives the same points after a reload.
  const start = Math.floor(range.from.valueOf() / 1000 / step) * step;
  const end = instant
    ? Math.floor(range.to.valueOf() / 1000)
    : Math.floor(range.to.valueOf() / 1000 / step) * step;
  const expr = interpolate(query.expr ?? '', all);
  const data = await api.query(
    { expr, written: query.expr ?? '', start, end, step, instant, filters },
    signal,
  );
  const legendFormat = interpolateTitle(query.legendFormat ?? '', all);
  return framesOf({ ...query, legendFormat }, data, instant ? 0 : step);
}

function secondsOf(interval: string | undefined): number | undefined {
  const [, count, unit = ''] = /^>?=?(\d+)([smh])$/.exec(interval ?? '') ?? [];
  const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };
  return count === undefined ? undefined : Number(count) * (units[unit] ?? 1);
}

/** The frames with units, colours, names and all other field options of a panel. */
export function presentFrames(
  frames: readonly DataFrame[],
  { fieldConfig }: Panel,
  {
    theme,
    variables,
    timeZone,
  }: {
    readonly theme: GrafanaTheme2;
    readonly variables: Variables;
    readonly timeZone: string;
  },
): DataFrame[] {
  const source: FieldConfigSource = fieldConfig ?? { defaults: {}, overrides: [] };
  const presented = applyFieldOverrides({
    data: [...frames],
    fieldConfig: source,
    fieldConfigRegistry: registryOf(source),
    replaceVariables: (text) => interpolateTitle(text, variables),
    theme,
    timeZone,
  });
  cacheFieldDisplayNames(presented);
  return presented;
}
