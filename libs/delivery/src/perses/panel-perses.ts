import {
  objectOf,
  objectsOf,
  PERSES_DATASOURCE,
  PERSES_PANELS,
  present,
  type ReadJson,
  textOf,
} from '@g6/dashboard-files';
import type { JsonObject, PanelJson } from '@g6/generation';
import { PERSES_PLUGINS } from './plugins';

/** Writes a panel; undefined if Perses has none of its type. What is left out is added to `lost`. */
export function panelPerses(panel: PanelJson, lost: string[]): JsonObject | undefined {
  const source = panel as unknown as ReadJson;
  const title = textOf(panel.title) ?? panel.type;
  const kind = PERSES_PANELS[panel.type];
  const draw = kind === undefined ? undefined : PERSES_PLUGINS[kind];
  if (kind === undefined || !draw) {
    lost.push(`panels of the type "${panel.type}" ("${title}")`);
    return undefined;
  }
  const losses: string[] = [];
  const spec = draw(source, losses);
  reportSettings(source, losses);
  for (const loss of losses) lost.push(`${loss} of the panel "${title}"`);
  const queries = objectsOf(source['targets']).map(queryPerses);
  const links = linksPerses(source['links']);
  return {
    kind: 'Panel',
    spec: {
      display: present({ name: title, description: textOf(source['description']) }),
      plugin: { kind, spec },
      ...(queries.length === 0 ? {} : { queries }),
      ...(links.length === 0 ? {} : { links }),
    },
  };
}

/** Settings that no panel of Perses has, with their names. */
const NO_COUNTERPART = [
  ['repeat', 'the repetition'],
  ['timeFrom', 'the time range'],
  ['timeShift', 'the time shift'],
  ['maxDataPoints', 'the number of data points'],
] as const;

function reportSettings(panel: ReadJson, losses: string[]): void {
  for (const [key, name] of NO_COUNTERPART) if (panel[key] !== undefined) losses.push(name);
  const { defaults, overrides } = objectOf(panel['fieldConfig']);
  if (objectsOf(overrides).length > 0 && panel['type'] !== 'table') losses.push('the overrides');
  if (objectsOf(objectOf(defaults)['mappings']).length > 0) losses.push('the value mappings');
  const transformed = objectsOf(panel['transformations']).filter(
    ({ id }) => id !== 'organize' || panel['type'] !== 'table',
  );
  if (transformed.length > 0) losses.push('the transformations');
  if (objectsOf(panel['targets']).some(({ hide }) => hide === true)) losses.push('hidden queries');
  const links = objectsOf(panel['links']);
  if (links.length > linksPerses(links).length) losses.push('links to other dashboards');
}

function queryPerses(target: ReadJson): JsonObject {
  const { expr, legendFormat, interval, datasource } = target;
  return {
    kind: 'TimeSeriesQuery',
    spec: {
      plugin: {
        kind: 'PrometheusTimeSeriesQuery',
        spec: present({
          query: expr,
          datasource: datasourcePerses(datasource),
          seriesNameFormat: textOf(legendFormat),
          minStep: textOf(interval),
        }),
      },
    },
  };
}

/** A datasource: the variable that readers set, or one by its name. */
export function datasourcePerses(datasource: unknown): unknown {
  const uid = textOf(objectOf(datasource)['uid']) ?? '';
  return uid.startsWith('$') ? uid : { kind: PERSES_DATASOURCE, name: uid };
}

/** Links to addresses of their own; those to dashboards would lead to Grafana's paths. */
function linksPerses(links: unknown): JsonObject[] {
  return objectsOf(links)
    .filter(({ url }) => /^https?:\/\//.test(String(url)))
    .map(({ title, url, targetBlank }) =>
      present({ name: title, url, targetBlank: targetBlank === true ? true : undefined }),
    );
}
