import { META_KEY } from '@g6/model';
import { signatureOf, withOwnMetaKey } from '@g6/generation';

type JsonObject = Record<string, unknown>;

/** A panel of a dashboard file with the identity that its content has, whatever its metadata says. */
export interface FilePanel {
  readonly title: string;
  readonly signature: string;
  /** The panel without layout, order and metadata, for comparing the rest. */
  readonly rest: JsonObject;
}

/** A dashboard as it was found in a file. */
export interface DashboardFile {
  readonly specHash: string | undefined;
  readonly panels: readonly FilePanel[];
  /** The dashboard without panels and metadata. */
  readonly rest: JsonObject;
}

/** Reads a dashboard file; undefined where the text is no dashboard. */
export function parseDashboardFile(
  text: string,
  metaKey: string = META_KEY,
): DashboardFile | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isDeep(value, DEEPEST_LEVEL) ? undefined : readDashboard(value, metaKey);
}

/** Far more levels than any dashboard has; a file with more would overflow the stack later. */
const DEEPEST_LEVEL = 200;

function isDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeep(inner, levels - 1));
}

/** Reads a dashboard that is at hand as a value. */
export function readDashboard(
  found: unknown,
  metaKey: string = META_KEY,
): DashboardFile | undefined {
  const value = isObject(found) ? withOwnMetaKey(found, metaKey) : undefined;
  if (!isObject(value) || !Array.isArray(value['panels'])) return undefined;
  const { panels, [META_KEY]: meta, ...rest } = value;
  const flat = flattenPanels(panels as unknown[]);
  if (!flat) return undefined;
  const specHash = isObject(meta) ? meta['spec_hash'] : undefined;
  return {
    specHash: typeof specHash === 'string' ? specHash : undefined,
    panels: flat.map(readPanel),
    rest,
  };
}

/** Grafana moves the panels below a collapsed row into it; that is layout, and undone here. */
function flattenPanels(panels: readonly unknown[]): JsonObject[] | undefined {
  const flat: JsonObject[] = [];
  for (const panel of panels) {
    if (!isObject(panel)) return undefined;
    flat.push(panel);
    const inner = panel['type'] === 'row' ? panel['panels'] : undefined;
    if (!Array.isArray(inner)) continue;
    const nested = flattenPanels(inner);
    if (!nested) return undefined;
    flat.push(...nested);
  }
  return flat;
}

function readPanel(panel: JsonObject): FilePanel {
  const { gridPos: _place, [META_KEY]: _meta, ...rest } = panel;
  if (panel['type'] === 'row') {
    delete rest['collapsed'];
    delete rest['panels'];
  }
  return { title: text(panel['title']) ?? '', signature: panelSignature(panel), rest };
}

function panelSignature(panel: JsonObject): string {
  const datasource = panel['datasource'];
  const fieldConfig = panel['fieldConfig'];
  const defaults = isObject(fieldConfig) ? fieldConfig['defaults'] : undefined;
  const targets = Array.isArray(panel['targets']) ? (panel['targets'] as unknown[]) : [];
  return signatureOf({
    datasourceType: isObject(datasource) ? (text(datasource['type']) ?? null) : null,
    exprs: targets.flatMap((target) => (isObject(target) ? (text(target['expr']) ?? []) : [])),
    title: text(panel['title']) ?? null,
    type: text(panel['type']) ?? '',
    unit: isObject(defaults) ? (text(defaults['unit']) ?? null) : null,
  });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
