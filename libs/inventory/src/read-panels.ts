import { META_KEY } from '@g6/model';
import { identityOf, type PanelIdentity } from '@g6/generation';
import { isJsonObject, textAt, type JsonObject } from './json-object';
import type { InventoryRow } from './inventory-row';

/** A dashboard as a value, under the slug that its file is named for. */
export interface NamedDashboard {
  readonly slug: string;
  /** Where its file is; undefined for one that was built in memory. */
  readonly path?: string;
  readonly json: JsonObject;
}

/** Lists every panel of a dashboard in its order, those inside collapsed rows included. */
export function inventoryRows({ slug, json }: NamedDashboard): InventoryRow[] {
  return panelsOf(json).map((panel) => inventoryRow(slug, panel));
}

/** All panels of a dashboard, in order; a collapsed row is followed by the panels that it holds. */
export function panelsOf(json: JsonObject): JsonObject[] {
  const panels = Array.isArray(json['panels']) ? (json['panels'] as unknown[]) : [];
  return panels.filter(isJsonObject).flatMap((panel) => [panel, ...panelsOf(panel)]);
}

/** The PromQL of a panel's queries, in query order. */
export function exprsOf(panel: JsonObject): string[] {
  const targets = Array.isArray(panel['targets']) ? (panel['targets'] as unknown[]) : [];
  return targets.flatMap((target) =>
    isJsonObject(target) && typeof target['expr'] === 'string' ? [target['expr']] : [],
  );
}

/** A panel's Grafana unit id; the empty text where it has none. */
export function unitOfPanel(panel: JsonObject): string {
  const fieldConfig = panel['fieldConfig'];
  const defaults = isJsonObject(fieldConfig) ? fieldConfig['defaults'] : undefined;
  return isJsonObject(defaults) ? textAt(defaults, 'unit') : '';
}

function inventoryRow(slug: string, panel: JsonObject): InventoryRow {
  const found = panel[META_KEY];
  const meta = isJsonObject(found) ? found : {};
  const identity = identityOfPanel(slug, panel);
  const exprs = exprsOf(panel);
  return {
    slug,
    title: textAt(panel, 'title'),
    metric: textAt(meta, 'metric'),
    source: textAt(meta, 'source'),
    // The recorded identity is what links refer to, also after someone edited the panel.
    panel_uuid: textAt(meta, 'panel_uuid') || identity.panelUuid,
    // A panel without queries, such as a row, has none.
    query_uuid: textAt(meta, 'query_uuid') || (exprs.length > 0 ? identity.queryUuid : ''),
    family: textAt(meta, 'family'),
    kind: textAt(meta, 'kind'),
    unit: unitOfPanel(panel),
    exprs,
  };
}

/** The identity that a panel's content has; it stands in for metadata that a foreign panel lacks. */
function identityOfPanel(slug: string, panel: JsonObject): PanelIdentity {
  const datasource = panel['datasource'];
  return identityOf(slug, {
    datasourceType: isJsonObject(datasource) ? textAt(datasource, 'type') || null : null,
    exprs: exprsOf(panel),
    title: textAt(panel, 'title') || null,
    type: textAt(panel, 'type'),
    unit: unitOfPanel(panel) || null,
  });
}
