import type { Position } from '@g6/problems';
import type { JsonObject } from './json-values';

/** A Grafana dashboard of any age, in the terms of today's. */
export interface FoundDashboard {
  readonly title: string;
  readonly uid?: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly time?: { readonly from: string; readonly to: string };
  readonly refresh?: string;
  readonly timezone?: string;
  readonly weekStart?: string;
  readonly graphTooltip: 'default' | 'crosshair' | 'tooltip';
  /** Values that whoever imports the dashboard into Grafana is asked for. */
  readonly inputs: readonly FoundInput[];
  readonly variables: readonly FoundVariable[];
  readonly annotations: readonly FoundAnnotation[];
  readonly links: readonly JsonObject[];
  /** Panels in order; those before the first row are in a section without a title. */
  readonly sections: readonly FoundSection[];
  /** Set if its plan is not to have filters. */
  readonly unfiltered?: true;
  readonly place: Position;
}

/** One of `__inputs`. */
export interface FoundInput {
  readonly name: string;
  readonly type: string;
  readonly label?: string;
  readonly pluginId?: string;
  readonly value?: string;
}

/** A row of a dashboard, a tab, or what stands outside of rows. */
export interface FoundSection {
  readonly title?: string;
  readonly collapsed: boolean;
  /** The variable for each of whose values the row is shown. */
  readonly repeat?: string;
  readonly panels: readonly FoundPanel[];
  readonly place: Position;
}

/** Where a panel stands, in columns of 24 and in rows. */
export interface GridPosition {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A panel; its field configuration and options are those of today's panel types. */
export interface FoundPanel {
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly transparent: boolean;
  readonly gridPos: GridPosition;
  /** The queries to Prometheus. */
  readonly queries: readonly FoundQuery[];
  readonly unit?: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  readonly noValue?: string;
  readonly thresholds?: FoundThresholds;
  readonly mappings: readonly JsonObject[];
  readonly color?: JsonObject;
  /** The custom field configuration of the panel type. */
  readonly custom: JsonObject;
  /** The rest of the defaults of the field configuration. */
  readonly defaults: JsonObject;
  readonly overrides: readonly JsonObject[];
  readonly options: JsonObject;
  readonly transformations: readonly JsonObject[];
  readonly links: readonly FoundPanelLink[];
  readonly repeat?: FoundRepeat;
  readonly interval?: string;
  readonly maxDataPoints?: number;
  readonly timeFrom?: string;
  readonly timeShift?: string;
  readonly hideTimeOverride: boolean;
  /** Why the panel cannot be generated; empty if it can. */
  readonly foreign: readonly Foreign[];
  /** Settings of an old panel type that today's type does not have. */
  readonly lost: readonly string[];
  /** The panel as it is written. */
  readonly source: JsonObject;
  readonly place: Position;
}

/** Something about a panel that is not Grafana's own, or not about Prometheus. */
export interface Foreign {
  readonly kind: 'library' | 'datasource' | 'plugin';
  /** The name of the library panel, the datasource or the plugin. */
  readonly name: string;
}

/** A query to Prometheus. */
export interface FoundQuery {
  readonly refId: string;
  readonly expr: string;
  readonly legend?: string;
  readonly instant: boolean;
  readonly range: boolean;
  /** `time_series`, `table` or `heatmap`. */
  readonly format: string;
  readonly hide: boolean;
  readonly exemplar: boolean;
  readonly interval?: string;
  /** By how much the step is stretched; left out if it is 1. */
  readonly intervalFactor?: number;
  readonly place: Position;
}

/** Thresholds; the first step has no value, and is the base. */
export interface FoundThresholds {
  readonly mode: 'absolute' | 'percentage';
  readonly steps: readonly { readonly value: number | null; readonly color: string }[];
}

/** A link in the corner of a panel. */
export interface FoundPanelLink {
  readonly title: string;
  readonly url: string;
  readonly targetBlank: boolean;
}

/** For each of whose values, and how, a panel is repeated. */
export interface FoundRepeat {
  readonly variable: string;
  readonly direction: 'h' | 'v';
  readonly maxPerRow?: number;
}

/** A variable of a dashboard. */
export interface FoundVariable {
  /** `query`, `custom`, `interval`, `constant`, `textbox`, `datasource`, `adhoc`, … */
  readonly type: string;
  readonly name: string;
  readonly label?: string;
  readonly description?: string;
  readonly hide: 'no' | 'label' | 'variable';
  /** The query; for `custom` and `interval` the values; for `datasource` the plugin. */
  readonly query?: string;
  readonly regex?: string;
  readonly sort: string;
  readonly refresh: 'never' | 'load' | 'time';
  readonly multi: boolean;
  readonly includeAll: boolean;
  readonly allValue?: string;
  /** The values that are selected when the dashboard opens. */
  readonly current: readonly string[];
  readonly datasource?: string;
  /** The variable as it is written. */
  readonly source: JsonObject;
  readonly place: Position;
}

/** A query whose results are drawn as marks on every panel. */
export interface FoundAnnotation {
  readonly name: string;
  readonly expr?: string;
  readonly enabled: boolean;
  readonly hidden: boolean;
  readonly color?: string;
  readonly datasource?: string;
  /** Whether it asks something other than Prometheus. */
  readonly isForeign: boolean;
  readonly source: JsonObject;
}

/** How problems name a panel. */
export function namedPanel({ title }: Pick<FoundPanel, 'title'>): string {
  return title.trim() === '' ? 'a panel without a title' : `the panel "${title}"`;
}
