import { type RawPart, toNumber } from '../documents/raw-part';
import type { Datasources } from './datasources';
import type {
  Foreign,
  FoundPanel,
  FoundPanelLink,
  FoundRepeat,
  FoundThresholds,
  GridPosition,
} from './found-dashboard';
import { type JsonObject, objectOf, objectsOf, present, textOf, without } from './json-values';
import type { ModernPanel, PanelAge } from './modernize/modern-panel';
import { modernizePanel } from './modernize/modernize-panel';
import { GRAFANA_PANEL_TYPES } from './panel-types';
import { readQueries } from './read-queries';

/** The parts of a dashboard on which reading its panels depends. */
export interface PanelBasis extends PanelAge {
  readonly datasources: Datasources;
  /** Library panels that the dashboard carries along, by uid. */
  readonly elements: JsonObject;
}

/** Reads one panel that has its place; `gridPos` is where the layout puts it. */
export function readPanel(part: RawPart, gridPos: GridPosition, basis: PanelBasis): FoundPanel {
  const source = objectOf(part.value);
  const library = libraryOf(source, basis.elements);
  const panel = library ? { ...library.model, ...present(source) } : source;
  const modern = modernizePanel(panel, basis);
  const { queries, foreign } = readQueries(part.with(panel), basis.datasources);
  const isText = modern.type === 'text';
  const texts = present({
    description: textOf(panel['description']),
    interval: textOf(panel['interval']),
    timeFrom: textOf(panel['timeFrom']),
    timeShift: textOf(panel['timeShift']),
    maxDataPoints: toNumber(panel['maxDataPoints']),
    repeat: repeatOf(panel),
  });
  return {
    ...(texts as Pick<FoundPanel, 'description' | 'interval' | 'repeat'>),
    type: modern.type,
    title: textOf(panel['title']) ?? '',
    transparent: panel['transparent'] === true,
    gridPos,
    queries: isText ? [] : queries,
    ...fieldsOf(modern),
    overrides: modern.overrides,
    options: modern.options,
    transformations: modern.transformations,
    links: objectsOf(panel['links']).map(linkOf),
    hideTimeOverride: panel['hideTimeOverride'] === true,
    foreign: [
      ...(library ? [library.foreign] : []),
      ...(GRAFANA_PANEL_TYPES.has(modern.type) || (library && modern.type === '')
        ? []
        : [{ kind: 'plugin' as const, name: modern.type === '' ? 'unknown' : modern.type }]),
      ...(isText ? [] : foreign),
    ],
    lost: modern.lost,
    source,
    place: part.place,
  };
}

/** The defaults of the field configuration, taken apart. */
function fieldsOf({ defaults }: ModernPanel) {
  const fields = present({
    unit: textOf(defaults['unit']),
    decimals: toNumber(defaults['decimals']),
    min: toNumber(defaults['min']),
    max: toNumber(defaults['max']),
    noValue: textOf(defaults['noValue']),
    thresholds: thresholdsOf(defaults['thresholds']),
    color: objectOf(defaults['color'])['mode'] === undefined ? undefined : defaults['color'],
  }) as Pick<FoundPanel, 'unit' | 'decimals' | 'min' | 'max' | 'noValue' | 'thresholds' | 'color'>;
  return {
    ...fields,
    mappings: objectsOf(defaults['mappings']),
    custom: objectOf(defaults['custom']),
    defaults: without(defaults, TAKEN_APART),
  };
}

const TAKEN_APART = [
  ...['unit', 'decimals', 'min', 'max', 'noValue', 'thresholds', 'color', 'mappings', 'custom'],
];

function thresholdsOf(value: unknown): FoundThresholds | undefined {
  const steps = objectsOf(objectOf(value)['steps']).map((step, index) => ({
    // JSON has no infinity, so the base is written in several ways.
    value: index === 0 ? null : (toNumber(step['value']) ?? null),
    color: textOf(step['color']) ?? 'green',
  }));
  if (steps.length === 0) return undefined;
  return { mode: objectOf(value)['mode'] === 'percentage' ? 'percentage' : 'absolute', steps };
}

interface LibraryPanel {
  readonly model: JsonObject;
  readonly foreign: Foreign;
}

function libraryOf(source: JsonObject, elements: JsonObject): LibraryPanel | undefined {
  const reference = objectOf(source['libraryPanel']);
  const uid = textOf(reference['uid']);
  const name = textOf(reference['name']) ?? uid;
  if (name === undefined) return undefined;
  const element = uid !== undefined && Object.hasOwn(elements, uid) ? elements[uid] : undefined;
  const model = { ...objectOf(objectOf(element)['model']), ...objectOf(reference['model']) };
  return { model, foreign: { kind: 'library', name } };
}

function repeatOf(panel: JsonObject): FoundRepeat | undefined {
  const variable = textOf(panel['repeat']);
  if (variable === undefined) return undefined;
  const maxPerRow = toNumber(panel['maxPerRow']) ?? perRow(panel);
  return {
    variable,
    direction: panel['repeatDirection'] === 'v' ? 'v' : 'h',
    ...(maxPerRow === undefined ? {} : { maxPerRow }),
  };
}

/** How many panels of a least width stand side by side; a divisor of 24, as in Grafana. */
function perRow(panel: JsonObject): number | undefined {
  const minSpan = toNumber(panel['minSpan']);
  if (minSpan === undefined || minSpan <= 0) return undefined;
  // In the rows of old dashboards, which have spans, a row has twelve columns.
  const columns = panel['span'] === undefined ? minSpan : minSpan * 2;
  const most = 24 / Math.min(24, columns);
  return [24, 12, 8, 6, 4, 3, 2, 1].find((divisor) => divisor <= most);
}

/** A link of today from one of any age, which may name a dashboard instead of an address. */
function linkOf(link: JsonObject): FoundPanelLink {
  const name = textOf(link['dashboard']);
  const path = textOf(link['dashUri']) ?? (name === undefined ? undefined : `db/${slugOf(name)}`);
  const url = textOf(link['url']) ?? (path === undefined ? '/' : `dashboard/${path}`);
  const parts = [
    link['keepTime'] === true ? '$__url_time_range' : '',
    link['includeVars'] === true ? '$__all_variables' : '',
    textOf(link['params']) ?? '',
  ].filter((part) => part !== '');
  const query = parts.length === 0 ? '' : (url.includes('?') ? '&' : '?') + parts.join('&');
  return {
    title: textOf(link['title']) ?? '',
    url: url + query,
    targetBlank: link['targetBlank'] === true,
  };
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
