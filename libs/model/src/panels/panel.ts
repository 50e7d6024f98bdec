import type { YamlRef } from '@g6/yaml';
import type { PanelLook } from './panel-look';
import type { PanelType } from './panel-types';

/** A query of an explicit panel. */
export interface ExplicitQuery {
  /** PromQL, exactly as written. */
  readonly expr: string;
  readonly legend: string | undefined;
  /** Name inside the panel; undefined for the next free letter. */
  readonly refId: string | undefined;
  readonly instant: boolean | undefined;
  readonly format: 'time_series' | 'table' | 'heatmap' | undefined;
  readonly hide: boolean | undefined;
  readonly exemplar: boolean | undefined;
  readonly interval: string | undefined;
  /** Where the expression stands. */
  readonly ref: YamlRef;
}

/** Keys of a panel that generation reads as they are written. */
const LOOK_KEYS = [
  'decimals',
  'min',
  'max',
  'no_value',
  'color',
  'thresholds',
  'mappings',
  'style',
  'stack',
  'fill',
  'line_width',
  'axis',
  'calc',
  'legend_options',
  'tooltip',
  'overrides',
  'transform',
  'min_interval',
  'max_data_points',
  'time_from',
  'time_shift',
  'links',
  'repeat',
  'repeat_direction',
  'max_per_row',
  'options',
  'properties',
  'transparent',
  'grafana',
] as const satisfies readonly (keyof PanelLook)[];

/** A panel that the spec or a plan writes out. */
export interface ExplicitPanel {
  readonly title: string;
  /** None on a text panel and on a row. */
  readonly queries: readonly ExplicitQuery[];
  readonly type: PanelType;
  /** Grafana unit id. */
  readonly unit: string;
  readonly kind: string | undefined;
  /** Width in grid columns, 1 to 24. */
  readonly span: number | undefined;
  /** Height in grid rows. */
  readonly height: number | undefined;
  /** A name that identifies the panel whatever its title, queries and unit become. */
  readonly id: string | undefined;
  readonly description: string | undefined;
  /** Markdown of a text panel. */
  readonly content: string | undefined;
  /** Whether the filters of the dashboard stay out of its queries. */
  readonly unfiltered: boolean;
  readonly look: PanelLook;
  readonly ref: YamlRef;
}

/**
 * Picks the keys of a panel that are read as they are written. Their shape is not checked here: a spec
 * with a wrong shape is never generated from.
 */
export function lookOf(written: object): PanelLook {
  return Object.fromEntries(
    LOOK_KEYS.filter((key) => Object.hasOwn(written, key)).map((key) => [
      key,
      (written as Record<string, unknown>)[key],
    ]),
  );
}
