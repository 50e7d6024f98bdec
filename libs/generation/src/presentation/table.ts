import type {
  TableFieldOptions,
  TableOptions as GrafanaTableOptions,
  ThresholdsConfig,
  ValueMapping,
} from '@grafana/schema';
import type { PanelDraft, TableColumn } from '../panel-draft';
import { fieldDefaults } from './field-defaults';
import type {
  FieldOverride,
  GrafanaJson,
  OrganizeTransformation,
  OverrideProperty,
  PanelPresentation,
} from './panel-presentation';

/** Presents a table in the style that its source asks for. */
export function presentTable(panel: PanelDraft): TablePresentation {
  return panel.tableStyle === 'alerts' ? presentAlertsTable(panel) : presentPlainTable(panel);
}

type TableOptions = GrafanaJson<GrafanaTableOptions>;
/**
 * Cells are plain by default. To say so would break Grafana's published JSON Schema, in which a plain
 * cell is also a sparkline and is refused for being two things.
 */
type TableFieldConfig = GrafanaJson<Omit<TableFieldOptions, 'cellOptions'>>;

/** The presentation of a table. */
export type TablePresentation = PanelPresentation<TableOptions, TableFieldConfig>;

/** The field of a result's values; every other column is a label. */
const VALUE_FIELD = 'Value';

const CELLS: TableFieldConfig = { align: 'auto', filterable: true, inspect: false };
/** Nobody filters the few rows of a summary. */
const SUMMARY_CELLS: TableFieldConfig = { ...CELLS, filterable: false };

const TABLE_OPTIONS: TableOptions = { cellHeight: 'sm', frameIndex: 0, showHeader: true };

/** The columns under their headers and in reading order, without colours. */
function presentPlainTable(panel: PanelDraft): TablePresentation {
  const columns = panel.columns ?? [];
  const cells = panel.tableStyle === 'summary' ? SUMMARY_CELLS : CELLS;
  return {
    fieldConfig: {
      defaults: fieldDefaults(panel, 'thresholds', cells),
      overrides: panel.unit === null ? [] : labelsWithoutUnit(columns),
    },
    options: TABLE_OPTIONS,
    transformations: [organizeColumns(columns)],
  };
}

/** Keeps the unit of the values off labels, where Grafana would print it after any number. */
function labelsWithoutUnit(columns: readonly TableColumn[]): FieldOverride[] {
  const names = columns.filter(({ field }) => field !== VALUE_FIELD).map(({ header }) => header);
  if (names.length === 0) return [];
  return [{ matcher: { id: 'byNames', options: { names } }, properties: [{ id: 'unit' }] }];
}

/** Fields of every instant query that say nothing to a reader. */
const HIDDEN = { Time: true, __name__: true };

/** Shows the columns in their order under their headers, without the time and the metric's name. */
function organizeColumns(columns: readonly TableColumn[]): OrganizeTransformation {
  return {
    id: 'organize',
    options: {
      excludeByName: HIDDEN,
      indexByName: Object.fromEntries(columns.map(({ field }, index) => [field, index])),
      renameByName: Object.fromEntries(columns.map(({ field, header }) => [field, header])),
    },
  };
}

type Thresholds = GrafanaJson<ThresholdsConfig>;

const SEVERITY_FIELD = 'severity';
/** Fields whose columns are narrow, so that the others share the rest of the width. */
const NARROW_FIELDS = [SEVERITY_FIELD, VALUE_FIELD];
/** Pixels, enough for a header with its filter. */
const NARROW_WIDTH = 110;

/**
 * The colours of severities. They stand in the defaults because Grafana's published JSON Schema
 * allows no list as the value of an override; only the severity column shows them.
 */
const SEVERITY_COLORS: readonly GrafanaJson<ValueMapping>[] = [
  {
    type: 'value',
    options: {
      critical: { color: 'red', index: 0 },
      warning: { color: 'orange', index: 1 },
      info: { color: 'blue', index: 2 },
    },
  },
];

/** A severity without a colour of its own reads as plain text. */
const PLAIN_TEXT: Thresholds = { mode: 'absolute', steps: [{ color: 'text', value: null }] };

const RED_FROM_ONE: Thresholds = {
  mode: 'absolute',
  steps: [
    { color: 'transparent', value: null },
    { color: 'red', value: 1 },
  ],
};

/** The overview of alerts: what fires comes first, on red, with severities in their colours. */
function presentAlertsTable(panel: PanelDraft): TablePresentation {
  const plain = presentPlainTable(panel);
  const { defaults, overrides } = plain.fieldConfig;
  const columns = panel.columns ?? [];
  return {
    ...plain,
    fieldConfig: {
      defaults: {
        ...defaults,
        ...(defaults.custom && { custom: { ...defaults.custom, width: NARROW_WIDTH } }),
        mappings: SEVERITY_COLORS,
      },
      overrides: [...overrides, ...alertOverrides(columns)],
    },
    options: {
      ...plain.options,
      sortBy: headers(columns, isFiring).map((displayName) => ({ displayName, desc: true })),
    },
  };
}

function alertOverrides(columns: readonly TableColumn[]): FieldOverride[] {
  return [
    override(headers(columns, isWide), [{ id: 'custom.width' }]),
    override(headers(columns, isSeverity), [
      { id: 'custom.cellOptions', value: { type: 'color-text' } },
      { id: 'thresholds', value: PLAIN_TEXT },
    ]),
    override(headers(columns, isFiring), [
      { id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic' } },
      { id: 'thresholds', value: RED_FROM_ONE },
    ]),
  ];
}

function override(
  names: readonly string[],
  properties: readonly OverrideProperty[],
): FieldOverride {
  return { matcher: { id: 'byNames', options: { names } }, properties };
}

/** Overrides run after the columns have their headers, so they match headers and not fields. */
function headers(
  columns: readonly TableColumn[],
  matches: (column: TableColumn) => boolean,
): string[] {
  return columns.filter(matches).map(({ header }) => header);
}

const isWide = ({ field }: TableColumn) => !NARROW_FIELDS.includes(field);
const isSeverity = ({ field }: TableColumn) => field === SEVERITY_FIELD;
const isFiring = ({ field }: TableColumn) => field === VALUE_FIELD;
