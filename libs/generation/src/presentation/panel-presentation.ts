import type {
  DataTransformerConfig,
  FieldConfig,
  FieldConfigSource,
  TableCellOptions,
  ThresholdsConfig,
} from '@grafana/schema';
import type { PanelDraft } from '../panel-draft';
import type { PresentationStyle } from './presentation-style';

/**
 * A Grafana type as it stands in JSON: read-only, and with the literal values of its enums, so that
 * `'hidden'` is checked without loading Grafana's enums at run time.
 */
export type GrafanaJson<T> = T extends string
  ? `${T}`
  : T extends (...args: never[]) => unknown
    ? never
    : T extends readonly (infer Item)[]
      ? readonly GrafanaJson<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: GrafanaJson<T[Key]> }
        : T;

/** Settings that a panel type defines for itself. */
export type PanelSettings = Readonly<Record<string, unknown>>;

/** How a panel shows its data: the part of Grafana's panel JSON that never counts as identity. */
export interface PanelPresentation<
  Options extends PanelSettings = PanelSettings,
  Custom extends PanelSettings = PanelSettings,
> {
  readonly fieldConfig: {
    readonly defaults: FieldDefaults<Custom>;
    readonly overrides: readonly FieldOverride[];
  };
  /** The options of the panel type. */
  readonly options: Options;
  readonly transformations?: readonly OrganizeTransformation[];
}

/** Presents the panels of one type in the style of a profile. */
export type Presenter = (panel: PanelDraft, style: PresentationStyle) => PanelPresentation;

/** Settings for every field of a panel; `custom` belongs to the panel type. */
export type FieldDefaults<Custom extends PanelSettings = PanelSettings> = GrafanaJson<
  Omit<FieldConfig, 'custom'>
> & { readonly custom?: Custom };

/**
 * Settings of the fields with these display names. Grafana's published JSON Schema wants objects
 * as matcher options and as values, so names are matched by `byNames`, never by `byName`.
 */
export interface FieldOverride extends GrafanaJson<FieldConfigSource['overrides'][number]> {
  readonly matcher: {
    readonly id: 'byNames';
    readonly options: { readonly names: readonly string[] };
  };
  readonly properties: readonly OverrideProperty[];
}

/** One setting of an override; one without a value takes the default of that setting away. */
export type OverrideProperty =
  | { readonly id: 'custom.cellOptions'; readonly value: GrafanaJson<TableCellOptions> }
  | { readonly id: 'thresholds'; readonly value: GrafanaJson<ThresholdsConfig> }
  | { readonly id: 'custom.width' | 'unit' };

/** Hides, orders and renames the columns of a table, by their names before it. */
export interface OrganizeTransformation extends GrafanaJson<
  DataTransformerConfig<OrganizeOptions>
> {
  readonly id: 'organize';
}

interface OrganizeOptions {
  readonly excludeByName: Readonly<Record<string, boolean>>;
  readonly indexByName: Readonly<Record<string, number>>;
  readonly renameByName: Readonly<Record<string, string>>;
}
