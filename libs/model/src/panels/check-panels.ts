import type { Problem, ProblemCode } from '@g6/problems';
import { quote } from '@g6/yaml';
import type { AlertThresholds } from '../metrics-spec/alert-thresholds';
import type { ExplicitPanel } from './panel';
import type { PanelType } from './panel-types';

/** Panel types that show no query. */
const WITHOUT_QUERIES: readonly PanelType[] = ['text', 'row'];

const GRAPHS: readonly PanelType[] = ['timeseries', 'trend', 'xychart', 'barchart', 'histogram'];
const SERIES: readonly PanelType[] = ['timeseries', 'trend'];
const REDUCED: readonly PanelType[] = ['stat', 'gauge', 'bargauge', 'piechart'];
const WITH_TOOLTIP: readonly PanelType[] = [
  ...GRAPHS,
  'piechart',
  'state-timeline',
  'status-history',
  'heatmap',
];

/** Keys of a panel that only some panel types know. */
const TYPES_OF_KEY: ReadonlyMap<string, readonly PanelType[]> = new Map([
  ['style', SERIES],
  ['stack', ['timeseries', 'trend', 'barchart', 'histogram']],
  ['fill', [...GRAPHS, 'state-timeline', 'status-history']],
  ['line_width', [...GRAPHS, 'state-timeline', 'status-history']],
  ['axis', [...SERIES, 'xychart', 'barchart']],
  ['calc', REDUCED],
  ['legend_options', [...GRAPHS, 'piechart', 'state-timeline', 'status-history', 'bargauge']],
  ['tooltip', WITH_TOOLTIP],
  ['content', ['text']],
]);

/** Keys that a row has; Grafana shows nothing else of it. */
const ROW_KEYS = ['title', 'panel_type', 'id', 'kind', 'repeat'];

/** Parts of a panel's JSON that identity or layout own, with the key that sets each. */
const OWNED_PARTS: ReadonlyMap<string, string> = new Map([
  ['id', 'id'],
  ['type', 'panel_type'],
  ['title', 'title'],
  ['gridPos', 'span and height'],
  ['targets', 'queries'],
  ['datasource', 'the variable "datasource"'],
  ['panels', 'sections of the plan'],
  ['collapsed', 'sections of the plan'],
  ['g6_meta', 'kind'],
]);

/** Checks what the shape of a panel cannot say: which keys go together. */
export function checkPanel(panel: ExplicitPanel): Problem[] {
  const written = panel.ref.file.valueAt(panel.ref.path);
  if (typeof written !== 'object' || written === null) return [];
  const keys = Object.keys(written);
  return [
    ...queryProblems(panel, keys),
    ...misplacedKeys(panel, keys),
    ...ownedParts(panel),
    ...ownedProperties(panel),
    ...repeatedRefs(panel),
  ];
}

function queryProblems(panel: ExplicitPanel, keys: readonly string[]): Problem[] {
  const asked = ['promql', 'queries'].filter((key) => keys.includes(key));
  const at = (key?: string) => locate(panel, ...(key === undefined ? [] : [key]));
  if (WITHOUT_QUERIES.includes(panel.type)) {
    const missing = panel.type === 'text' && panel.content === undefined;
    return [
      ...asked.map((key) =>
        error(at(key), 'panel-key', `a ${panel.type} panel shows no query; remove "${key}"`),
      ),
      ...(missing ? [error(at(), 'missing-key', 'the key "content" is missing here')] : []),
    ];
  }
  if (asked.length === 0) {
    const message = 'the key "promql" is missing here; "queries" takes several queries';
    return [error(at(), 'missing-key', message)];
  }
  const problems: Problem[] = [];
  if (asked.length > 1) {
    problems.push(error(at('queries'), 'panel-key', 'a panel takes promql or queries, not both'));
  }
  if (keys.includes('legend') && !keys.includes('promql')) {
    const message = 'the legend of "queries" stands in each of them; remove "legend" here';
    problems.push(error(at('legend'), 'panel-key', message));
  }
  return problems;
}

function misplacedKeys(panel: ExplicitPanel, keys: readonly string[]): Problem[] {
  const known = (key: string) => key.startsWith('x-') || ROW_KEYS.includes(key);
  if (panel.type === 'row') {
    return keys
      .filter((key) => !known(key) && key !== 'promql' && key !== 'queries')
      .map((key) => error(locate(panel, key), 'panel-key', `a row has no "${key}"`));
  }
  return keys.flatMap((key) => {
    const types = TYPES_OF_KEY.get(key);
    if (!types || types.includes(panel.type)) return [];
    const message = `"${key}" does nothing on a ${panel.type} panel; it is for ${types.join(', ')}`;
    return [error(locate(panel, key), 'panel-key', message)];
  });
}

/** Finds parts of the merge patch that would change identity or layout behind their keys. */
function ownedParts(panel: ExplicitPanel): Problem[] {
  const patch = panel.look.grafana;
  if (typeof patch !== 'object') return [];
  const owned: [string[], string][] = Object.keys(patch).flatMap((key) => {
    const owner = OWNED_PARTS.get(key);
    return owner === undefined ? [] : [[[key], owner] as [string[], string]];
  });
  if (hasPath(patch, ['fieldConfig', 'defaults', 'unit'])) {
    owned.push([['fieldConfig', 'defaults', 'unit'], 'unit']);
  }
  return owned.map(([path, owner]) => {
    const message = `${quote(path.join('.'))} cannot be patched, because identity or layout depends on it; set it by ${owner}`;
    return error(locate(panel, 'grafana', ...path), 'grafana-owned', message);
  });
}

/** Finds the unit among the properties; identity depends on it. */
function ownedProperties(panel: ExplicitPanel): Problem[] {
  const { properties } = panel.look;
  if (typeof properties !== 'object' || !Object.hasOwn(properties, 'unit')) return [];
  const message =
    'the property "unit" has a key of its own, on which identity depends; write "unit"';
  return [error(locate(panel, 'properties', 'unit'), 'grafana-owned', message)];
}

function hasPath(value: unknown, path: readonly string[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return true;
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, key) &&
    hasPath((value as Record<string, unknown>)[key], rest)
  );
}

function repeatedRefs({ queries }: ExplicitPanel): Problem[] {
  return queries.flatMap(({ refId, ref }, index) => {
    if (refId === undefined || queries.findIndex((other) => other.refId === refId) === index) {
      return [];
    }
    const at = ref.file.locate([...ref.path.slice(0, -1), 'ref']);
    return [error(at, 'panel-key', `the panel has two queries with the ref "${refId}"`)];
  });
}

/** Finds panels that take the thresholds of alerts, of which there are none on their queries. */
export function missingAlertThresholds(
  panels: readonly ExplicitPanel[],
  thresholds: () => AlertThresholds,
): Problem[] {
  return panels
    .filter((panel) => panel.look.thresholds === 'from_alerts')
    .filter(({ queries }) => thresholds().of(queries.map(({ expr }) => expr)).length === 0)
    .map((panel) => ({
      ...locate(panel, 'thresholds'),
      code: 'threshold-missing',
      severity: 'warning',
      message: 'no alert compares the query of this panel with a threshold',
      hint: 'write the query as the alert does, or give the thresholds',
    }));
}

function locate({ ref }: ExplicitPanel, ...below: string[]) {
  return ref.file.locate([...ref.path, ...below]);
}

function error(at: ReturnType<typeof locate>, code: ProblemCode, message: string): Problem {
  return { ...at, code, severity: 'error', message };
}
