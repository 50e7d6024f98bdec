/** How a spec or a plan writes the look of a panel; the zod schemas beside this file check it. */

/** A link as it is written. */
export interface WrittenLink {
  readonly title: string;
  readonly url?: string | undefined;
  /** Slug of a dashboard of ours. */
  readonly dashboard?: string | undefined;
  readonly new_tab?: boolean | undefined;
}

/** A step of thresholds; the base has no value. */
export interface WrittenStep {
  readonly value?: number | undefined;
  readonly color: string;
}

/** Thresholds by their limits, or with more than their steps. */
export interface WrittenLimits {
  readonly warning?: number | undefined;
  readonly critical?: number | undefined;
  readonly direction?: 'above' | 'below' | undefined;
  readonly steps?: readonly WrittenStep[] | undefined;
  readonly mode?: 'absolute' | 'percentage' | undefined;
  readonly show?: 'off' | 'line' | 'dashed' | 'area' | 'line+area' | 'dashed+area' | undefined;
}

/** Thresholds as they are written. */
export type WrittenThresholds = 'from_alerts' | readonly WrittenStep[] | WrittenLimits;

/** A value mapping as it is written: one of value, range, regex and special. */
export interface WrittenMapping {
  readonly value?: number | string | boolean | undefined;
  readonly range?: readonly (number | null)[] | undefined;
  readonly regex?: string | undefined;
  readonly special?: 'null' | 'nan' | 'null+nan' | 'true' | 'false' | 'empty' | undefined;
  readonly text?: string | undefined;
  readonly color?: string | undefined;
}

/** An axis as it is written. */
export interface WrittenAxis {
  readonly label?: string | undefined;
  readonly log?: 2 | 10 | undefined;
  readonly soft_min?: number | undefined;
  readonly soft_max?: number | undefined;
  readonly placement?: 'auto' | 'left' | 'right' | 'hidden' | undefined;
}

/** The keys that panels and overrides share, except for the unit. */
export interface FieldLook {
  readonly decimals?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly no_value?: string | undefined;
  readonly color?: string | undefined;
  readonly thresholds?: WrittenThresholds | undefined;
  readonly mappings?: readonly WrittenMapping[] | undefined;
  readonly style?: 'line' | 'bars' | 'points' | undefined;
  readonly stack?: 'none' | 'normal' | 'percent' | undefined;
  readonly fill?: number | undefined;
  readonly line_width?: number | undefined;
  readonly axis?: WrittenAxis | undefined;
}

/** Which fields an override is about: by one of these, or by another matcher of Grafana. */
export interface WrittenMatch {
  readonly field?: string | readonly string[] | undefined;
  readonly regex?: string | undefined;
  readonly query?: string | undefined;
  readonly type?: 'number' | 'string' | 'time' | 'boolean' | undefined;
  /** Grafana's id of another matcher. */
  readonly id?: string | undefined;
  readonly options?: unknown;
}

/** An override as it is written. */
export interface WrittenOverride extends FieldLook {
  readonly match: WrittenMatch;
  readonly title?: string | undefined;
  readonly unit?: string | undefined;
  readonly links?: readonly WrittenLink[] | undefined;
  readonly hide?: boolean | readonly ('legend' | 'tooltip' | 'graph')[] | undefined;
  readonly width?: number | undefined;
  readonly align?: 'auto' | 'left' | 'center' | 'right' | undefined;
  /** By the ids of Grafana. */
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
}

/** How a legend is written. */
export interface WrittenLegend {
  readonly placement?: 'bottom' | 'right' | undefined;
  readonly mode?: 'list' | 'table' | undefined;
  readonly calcs?: readonly string[] | undefined;
  readonly hidden?: boolean | undefined;
}

/** How a panel shows what it shows, as the spec writes it; none of it is identity. */
export interface PanelLook extends FieldLook {
  readonly calc?: string | undefined;
  readonly legend_options?: WrittenLegend | undefined;
  readonly tooltip?: 'single' | 'multi' | 'none' | undefined;
  readonly overrides?: readonly WrittenOverride[] | undefined;
  readonly transform?:
    | readonly {
        readonly id: string;
        readonly options?: Readonly<Record<string, unknown>> | undefined;
      }[]
    | undefined;
  readonly min_interval?: string | undefined;
  readonly max_data_points?: number | undefined;
  readonly time_from?: string | undefined;
  readonly time_shift?: string | undefined;
  readonly links?: readonly WrittenLink[] | undefined;
  readonly repeat?: string | undefined;
  readonly repeat_direction?: 'h' | 'v' | undefined;
  readonly max_per_row?: number | undefined;
  /** Options of the panel type by Grafana's names. */
  readonly options?: Readonly<Record<string, unknown>> | undefined;
  /** Properties of all fields by Grafana's ids. */
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
  readonly transparent?: boolean | undefined;
  /** A JSON merge patch. */
  readonly grafana?: Readonly<Record<string, unknown>> | undefined;
}
