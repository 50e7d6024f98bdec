import type { JsonObject } from '@g6/generation';

/** The datasource that a panel or a query names. */
export interface FileDatasource {
  readonly type: string | undefined;
  readonly uid: string | undefined;
}

/** A query of a panel. */
export interface FileQuery {
  readonly refId: string | undefined;
  readonly expr: string | undefined;
  readonly legend: string | undefined;
  readonly format: string | undefined;
  /** Undefined if the query leaves it to its panel. */
  readonly datasource: FileDatasource | undefined;
}

/** The place of a panel on Grafana's grid. */
export interface FileGridPos {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Our metadata of a panel; undefined for a field that is missing or empty. */
export interface FilePanelMeta {
  readonly panelUuid: string | undefined;
  readonly queryUuid: string | undefined;
  readonly metric: string | undefined;
  readonly family: string | undefined;
  readonly kind: string | undefined;
  /** The panel source that drafted it. */
  readonly source: string | undefined;
}

/** A panel of a dashboard file. */
export interface FilePanel {
  readonly title: string | undefined;
  /** Grafana's panel type; the empty text if the file names none. */
  readonly type: string;
  readonly description: string | undefined;
  /** Grafana's unit id. */
  readonly unit: string | undefined;
  readonly datasource: FileDatasource | undefined;
  readonly queries: readonly FileQuery[];
  readonly gridPos: FileGridPos | undefined;
  /** Undefined for a panel that we did not generate. */
  readonly meta: FilePanelMeta | undefined;
  /**
   * Everything in the panel but layout, nested panels and metadata, in the shape of its format. It is
   * for comparing what the fields above do not name.
   */
  readonly raw: JsonObject;
}

/** A template variable of a dashboard file. */
export interface FileVariable {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly query: string;
  /** Grafana's number for when the values reload. */
  readonly refresh: number | undefined;
}

/** Our metadata of a dashboard. */
export interface FileMeta {
  /** First 16 hex digits of the hash of the spec that the dashboard was generated from. */
  readonly specHash: string | undefined;
  readonly families: readonly string[];
}

/** The content of a dashboard file, whatever its format. */
export interface DashboardContent {
  readonly uid: string | undefined;
  readonly title: string | undefined;
  readonly tags: readonly string[];
  readonly editable: boolean | undefined;
  readonly variables: readonly FileVariable[];
  /** All panels in order; a collapsed row is followed by the panels that it holds. */
  readonly panels: readonly FilePanel[];
  /** Undefined for a dashboard that we did not generate. */
  readonly meta: FileMeta | undefined;
  /** Everything in the dashboard but panels and metadata, as in {@link FilePanel.raw}. */
  readonly raw: JsonObject;
}

/** A dashboard as its file has it. */
export interface DashboardFile extends DashboardContent {
  readonly slug: string;
  /** The path as the user would type it; undefined for a dashboard that is not on disk. */
  readonly path?: string;
}
