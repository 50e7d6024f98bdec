import { addAll } from '@g6/problems';
import { META_KEY } from '@g6/model';
import { type DashboardJson, isJsonObject, type JsonObject, stableJson } from '@g6/generation';
import type {
  DashboardContent,
  FileDatasource,
  FileGridPos,
  FileMeta,
  FilePanel,
  FilePanelMeta,
  FileQuery,
  FileVariable,
} from './dashboard-file';
import type { DashboardFormat, FormatReading } from './dashboard-format';
import { placeOfFault } from './json-fault';
import { renameMetaKey } from './rename-meta-key';

/** Grafana's classic dashboard JSON, one object with a list of panels. */
export const classicJson: DashboardFormat = {
  name: 'classic-json',
  extension: '.json',
  encode: (dashboard, metaKey) => stableJson(renameMetaKey(dashboard, META_KEY, metaKey)),
  decode(text, metaKey) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return { content: undefined, fault: `it is not JSON${placeOfFault(text)}` };
    }
    if (!isJsonObject(value)) return { content: undefined, fault: 'it is not a JSON object' };
    if (isDeep(value, DEEPEST_LEVEL)) {
      return { content: undefined, fault: `it is nested more than ${DEEPEST_LEVEL} levels deep` };
    }
    return readObject(value, metaKey);
  },
};

/** Reads a dashboard that generation has just built, as if from its file. */
export function readDashboardJson(dashboard: DashboardJson): DashboardContent {
  return readContent(dashboard, flattenPanels(dashboard.panels).panels, META_KEY);
}

/** Far more levels than any dashboard has; a file with more would overflow the stack later. */
const DEEPEST_LEVEL = 200;

function isDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeep(inner, levels - 1));
}

function readObject(value: JsonObject, metaKey: string): FormatReading {
  const { panels } = value;
  if (!Array.isArray(panels)) return { content: undefined, fault: 'it has no list of panels' };
  const flat = flattenPanels(panels);
  const fault = flat.complete ? undefined : 'a panel of it is not a JSON object';
  return { content: readContent(value, flat.panels, metaKey), fault };
}

interface FlatPanels {
  readonly panels: readonly JsonObject[];
  /** Whether every panel is an object. */
  readonly complete: boolean;
}

/** Grafana moves the panels below a collapsed row into it; that is layout, and undone here. */
function flattenPanels(panels: readonly unknown[]): FlatPanels {
  const flat: JsonObject[] = [];
  let complete = true;
  for (const panel of panels) {
    if (!isJsonObject(panel)) {
      complete = false;
      continue;
    }
    flat.push(panel);
    const nested = panel['type'] === 'row' ? panel['panels'] : undefined;
    if (!Array.isArray(nested)) continue;
    const inner = flattenPanels(nested);
    addAll(flat, inner.panels);
    complete &&= inner.complete;
  }
  return { panels: flat, complete };
}

function readContent(
  dashboard: object,
  panels: readonly JsonObject[],
  metaKey: string,
): DashboardContent {
  const { panels: _panels, [metaKey]: meta, ...raw } = dashboard as JsonObject;
  const { templating } = raw;
  return {
    uid: textAt(raw, 'uid'),
    title: textAt(raw, 'title'),
    tags: textsIn(raw['tags']),
    editable: typeof raw['editable'] === 'boolean' ? raw['editable'] : undefined,
    variables: isJsonObject(templating) ? objectsIn(templating['list']).map(readVariable) : [],
    panels: panels.map((panel) => readPanel(panel, metaKey)),
    meta: isJsonObject(meta) ? readMeta(meta) : undefined,
    raw,
  };
}

function readMeta(meta: JsonObject): FileMeta {
  return { specHash: textAt(meta, 'spec_hash'), families: textsIn(meta['families']) };
}

function readVariable(variable: JsonObject): FileVariable {
  const { query, refresh } = variable;
  return {
    name: textAt(variable, 'name') ?? '',
    type: textAt(variable, 'type') ?? '',
    label: textAt(variable, 'label') ?? '',
    query: textAt(isJsonObject(query) ? query : variable, 'query') ?? '',
    refresh: typeof refresh === 'number' ? refresh : undefined,
  };
}

function readPanel(panel: JsonObject, metaKey: string): FilePanel {
  const { gridPos, [metaKey]: meta, ...raw } = panel;
  if (panel['type'] === 'row') {
    delete raw['collapsed'];
    delete raw['panels'];
  }
  const { fieldConfig } = raw;
  const defaults = isJsonObject(fieldConfig) ? fieldConfig['defaults'] : undefined;
  return {
    title: textAt(raw, 'title'),
    type: textAt(raw, 'type') ?? '',
    description: textAt(raw, 'description'),
    unit: isJsonObject(defaults) ? textAt(defaults, 'unit') : undefined,
    datasource: readDatasource(raw['datasource']),
    queries: objectsIn(raw['targets']).map(readQuery),
    gridPos: readGridPos(gridPos),
    meta: isJsonObject(meta) ? readPanelMeta(meta) : undefined,
    raw,
  };
}

function readQuery(target: JsonObject): FileQuery {
  return {
    refId: textAt(target, 'refId'),
    expr: textAt(target, 'expr'),
    legend: textAt(target, 'legendFormat'),
    format: textAt(target, 'format'),
    datasource: readDatasource(target['datasource']),
  };
}

/** Old dashboards name a datasource by a bare text, which says neither its type nor its uid. */
function readDatasource(value: unknown): FileDatasource | undefined {
  if (!isJsonObject(value)) return undefined;
  return { type: textAt(value, 'type'), uid: textAt(value, 'uid') };
}

function readGridPos(value: unknown): FileGridPos | undefined {
  if (!isJsonObject(value)) return undefined;
  const { x, y, w, h } = value;
  const place = { x, y, w, h };
  const whole = Object.values(place).every((side) => typeof side === 'number');
  return whole ? (place as FileGridPos) : undefined;
}

function readPanelMeta(meta: JsonObject): FilePanelMeta {
  const field = (key: string) => (meta[key] === '' ? undefined : textAt(meta, key));
  return {
    panelUuid: field('panel_uuid'),
    queryUuid: field('query_uuid'),
    metric: field('metric'),
    family: field('family'),
    kind: field('kind'),
    source: field('source'),
  };
}

function textAt(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' ? value : undefined;
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isJsonObject) : [];
}
