import type { DashboardFile, FilePanel } from '@g6/dashboard-files';
import { identityOf, type PanelIdentity } from '@g6/generation';

/** The columns of an inventory, in their order; the first five are those of an export by default. */
export const INVENTORY_COLUMNS = [
  'slug',
  'title',
  'metric',
  'source',
  'panel_uuid',
  'query_uuid',
  'family',
  'kind',
  'unit',
  'exprs',
] as const;

/** The name of a column. */
export type InventoryColumn = (typeof INVENTORY_COLUMNS)[number];

/** The columns of an export that asks for none. */
export const DEFAULT_COLUMNS: readonly InventoryColumn[] = INVENTORY_COLUMNS.slice(0, 5);

/** One panel in the inventory; the empty text stands for anything that the panel does not have. */
export interface InventoryRow {
  readonly slug: string;
  readonly title: string;
  readonly metric: string;
  /** The panel source that drafted it; empty for a row header and for a panel that we did not make. */
  readonly source: string;
  readonly panel_uuid: string;
  readonly query_uuid: string;
  readonly family: string;
  readonly kind: string;
  readonly unit: string;
  /** Its queries' PromQL, in query order. */
  readonly exprs: readonly string[];
}

/** A row of an inventory that was read back: what it has besides the required columns varies. */
export type FoundRow = Pick<InventoryRow, 'slug' | 'title' | 'panel_uuid'> & Partial<InventoryRow>;

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
