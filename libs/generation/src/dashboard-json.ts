import type { Dashboard as GrafanaDashboard, Panel as GrafanaPanel } from '@grafana/schema';
import { type META_KEY } from '@g6/model';
import type { GrafanaJson } from './presentation/panel-presentation';

/** Our metadata of a panel; a field is left out if it does not apply. */
export interface PanelMeta {
  readonly panel_uuid: string;
  readonly query_uuid?: string;
  readonly metric?: string;
  readonly family?: string;
  /** The stable name on which `panel_uuid` depends, if the panel has one. */
  readonly id?: string;
  readonly kind?: string;
  readonly source?: string;
  /** What the profile took the metric for, such as `rate` or `utilization`. */
  readonly recognized_as?: string;
  /** By what it was recognized, as a clause. */
  readonly recognized_by?: string;
  readonly split_label?: string;
  readonly group?: string;
  readonly group_header?: true;
  readonly alerts_count?: number;
  readonly migrated_percent?: number;
}

/** Our metadata of a dashboard. */
export interface DashboardMeta {
  /** First 16 hex digits of the spec's hash. */
  readonly spec_hash: string;
  readonly families: readonly string[];
  /** Whether every panel that is no table, row or text is automatic. */
  readonly placeholder_panels: boolean;
  readonly description: string;
  readonly enriched: true;
  readonly alerts_panel: boolean;
  readonly alerts_count: number;
  readonly generator_version: string;
  /** How many automatic panels the caps left out. */
  readonly truncated_panels: number;
  /** Folder in Grafana that the plan asks for. */
  readonly folder?: string;
}

/** A panel as it stands in the file. */
export type PanelJson = GrafanaJson<Partial<GrafanaPanel>> & { type: string } & {
  [META_KEY]: PanelMeta;
  /** The panels of a collapsed row. */
  panels?: PanelJson[];
};

/** A dashboard as it stands in the file. */
export type DashboardJson = Omit<GrafanaJson<GrafanaDashboard>, 'panels'> & {
  panels: PanelJson[];
  [META_KEY]: DashboardMeta;
};
