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
import { renameMetaKey } from './rename-meta-key';

/** Writes a dashboard as a file of classic JSON, with our metadata under a key. */
export function classicJson(dashboard: DashboardJson, metaKey: string): string {
  return stableJson(renameMetaKey(dashboard, META_KEY, metaKey));
}

/** Reads a dashboard that generation has just built, as if from its file. */
export function readDashboardJson(dashboard: DashboardJson): DashboardContent {
  return readContent(dashboard, flattenPanels(dashboard.panels).panels, META_KEY);
}

/** The content of a classic dashboard; without content, `fault` says why, with content, what it lacks. */
export type ContentReading =
  | { readonly content: DashboardContent; readonly fault: string | undefined }
  | { readonly content: undefined; readonly fault: string };

/** Reads a dashboard in classic form, whoever wrote it. */
export function readClassic(value: JsonObject, metaKey: string): ContentReading {
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
