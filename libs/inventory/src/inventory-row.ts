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

/** What the inventory knows of one panel; the empty text stands where a panel has no such thing. */
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
