import type { DashboardFile, FilePanel } from '@g6/dashboard-files';
import { identityOf, type PanelIdentity } from '@g6/generation';
import type { InventoryRow } from './inventory-row';

/** Lists every panel of a dashboard in its order, those inside collapsed rows included. */
export function inventoryRows({ slug, panels }: DashboardFile): InventoryRow[] {
  return panels.map((panel) => inventoryRow(slug, panel));
}

function inventoryRow(slug: string, panel: FilePanel): InventoryRow {
  const { meta, title = '', unit = '' } = panel;
  const exprs = exprsOf(panel);
  return {
    slug,
    title,
    metric: meta?.metric ?? '',
    source: meta?.source ?? '',
    // The recorded identity is what links refer to, also after someone edited the panel.
    panel_uuid: meta?.panelUuid ?? identityOfPanel(slug, panel).panelUuid,
    // A panel without queries, such as a row, has none.
    query_uuid: meta?.queryUuid ?? (exprs.length > 0 ? identityOfPanel(slug, panel).queryUuid : ''),
    family: meta?.family ?? '',
    kind: meta?.kind ?? '',
    unit,
    exprs,
  };
}

/** The identity that a panel's content has; it stands in for metadata that a foreign panel lacks. */
function identityOfPanel(slug: string, panel: FilePanel): PanelIdentity {
  return identityOf(slug, {
    datasourceType: textOrNull(panel.datasource?.type),
    exprs: exprsOf(panel),
    title: textOrNull(panel.title),
    type: panel.type,
    unit: textOrNull(panel.unit),
  });
}

function textOrNull(text = ''): string | null {
  return text === '' ? null : text;
}

/** The PromQL of a panel's queries, in query order. */
export function exprsOf({ queries }: FilePanel): string[] {
  return queries.flatMap(({ expr }) => expr ?? []);
}
