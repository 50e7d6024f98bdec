import { isJsonObject, type JsonObject, sortKeys } from '@g6/generation';
import { compareText } from '@g6/problems';
import { ANNOTATION_DEFAULTS, BUILT_IN_ANNOTATION, DASHBOARD_DEFAULTS } from './known-defaults';
import { LINK_DEFAULTS, VARIABLE_DEFAULTS } from './known-defaults';
import { COMPUTED_VARIABLE_KEYS, DASHBOARD_KEYS, SERVER_KEYS } from './known-keys';
import { normalPanel } from './normal-panel';
import { compact, dropKeys, isNothing, stripDefaults, stripUnknown } from './strip-defaults';

/**
 * A classic dashboard as it is compared: without what the server fills in (its number and version, the
 * versions of plugins, ids of panels), without keys that have their default, without our metadata, and in
 * one order. Two dashboards that are equal in this form show the same and are laid out the same.
 */
export function normalDashboard(dashboard: JsonObject, metaKey: string): JsonObject {
  // An empty time zone is that of the reader, which is not the default.
  const { timezone } = dashboard;
  const { panels, templating, annotations, links, ...rest } = dropKeys(
    dashboard,
    new Set([...SERVER_KEYS, metaKey]),
  );
  const own = stripUnknown(compact(rest) as JsonObject, (key) => DASHBOARD_KEYS.has(key));
  const normal = {
    ...stripDefaults(own, DASHBOARD_DEFAULTS),
    ...(timezone === '' ? { timezone } : {}),
    templating: objectsIn(listIn(templating)).map(normalVariable),
    annotations: objectsIn(listIn(annotations)).map(normalAnnotation).filter(hasContent),
    links: objectsIn(links).map((link) =>
      stripDefaults(compact(link) as JsonObject, LINK_DEFAULTS),
    ),
    panels: inOrder(objectsIn(panels).map((panel) => normalPanel(panel, metaKey))),
  };
  return sortKeys(compactTop(normal)) as JsonObject;
}

function compactTop(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([key, value]) => key === 'timezone' || !isNothing(value)),
  );
}

function normalVariable(variable: JsonObject): JsonObject {
  const { current, query, ...rest } = dropKeys(variable, COMPUTED_VARIABLE_KEYS);
  const { value } = isJsonObject(current) ? current : {};
  const bare = compact({ ...rest, query: queryText(query), default: value }) as JsonObject;
  return stripDefaults(bare, VARIABLE_DEFAULTS);
}

/** Grafana's page writes the query of a variable as an object around the text. */
function queryText(query: unknown): unknown {
  return isJsonObject(query) && typeof query['query'] === 'string' ? query['query'] : query;
}

function normalAnnotation(annotation: JsonObject): JsonObject {
  const bare = compact(annotation) as JsonObject;
  return annotation['builtIn'] === 1
    ? stripDefaults(bare, BUILT_IN_ANNOTATION)
    : stripDefaults(bare, ANNOTATION_DEFAULTS);
}

function hasContent(object: JsonObject): boolean {
  return !isNothing(object);
}

/** Panels from top to bottom, as they are seen: their order in the file is nobody's choice. */
function inOrder(panels: readonly JsonObject[]): JsonObject[] {
  return panels.toSorted((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    const text = (panel: JsonObject) => JSON.stringify(sortKeys(panel));
    return one.y - other.y || one.x - other.x || compareText(text(a), text(b));
  });
}

function placeOf({ gridPos }: JsonObject): { readonly x: number; readonly y: number } {
  const { x = 0, y = 0 } = isJsonObject(gridPos) ? gridPos : {};
  return { x: Number(x), y: Number(y) };
}

function listIn(value: unknown): unknown {
  return isJsonObject(value) ? value['list'] : undefined;
}

function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isJsonObject) : [];
}
