import type { ThresholdsConfig, ValueMapping } from '@grafana/schema';
import type { PanelDraft, TableColumn } from '../panel-draft';
import type { GrafanaJson } from './grafana-json';
import type { FieldOverride, OverrideProperty } from './panel-presentation';
import { presentPlainTable, VALUE_FIELD, type TablePresentation } from './plain-table';

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
export function presentAlertsTable(panel: PanelDraft): TablePresentation {
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
