import type { TableFieldOptions, TableOptions as Options } from '@grafana/schema';
import type { PanelDraft, TableColumn } from '../panel-draft';
import { fieldDefaults } from './field-defaults';
import type { GrafanaJson } from './grafana-json';
import { organizeColumns } from './organize-columns';
import type { FieldOverride, PanelPresentation } from './panel-presentation';

type TableOptions = GrafanaJson<Options>;
/**
 * Cells are plain by default. To say so would break Grafana's published JSON Schema, in which a plain
 * cell is also a sparkline and is refused for being two things.
 */
type TableFieldConfig = GrafanaJson<Omit<TableFieldOptions, 'cellOptions'>>;

/** The presentation of a table. */
export type TablePresentation = PanelPresentation<TableOptions, TableFieldConfig>;

/** The field of a result's values; every other column is a label. */
export const VALUE_FIELD = 'Value';

const CELLS: TableFieldConfig = { align: 'auto', filterable: true, inspect: false };
/** Nobody filters the few rows of a summary. */
const SUMMARY_CELLS: TableFieldConfig = { ...CELLS, filterable: false };

const OPTIONS: TableOptions = { cellHeight: 'sm', frameIndex: 0, showHeader: true };

/** The columns under their headers and in reading order, without colours. */
export function presentPlainTable(panel: PanelDraft): TablePresentation {
  const columns = panel.columns ?? [];
  const cells = panel.source === 'governance_summary' ? SUMMARY_CELLS : CELLS;
  return {
    fieldConfig: {
      defaults: fieldDefaults(panel, 'thresholds', cells),
      overrides: panel.unit === null ? [] : labelsWithoutUnit(columns),
    },
    options: OPTIONS,
    transformations: [organizeColumns(columns)],
  };
}

/** Keeps the unit of the values off labels, where Grafana would print it after any number. */
function labelsWithoutUnit(columns: readonly TableColumn[]): FieldOverride[] {
  const names = columns.filter(({ field }) => field !== VALUE_FIELD).map(({ header }) => header);
  if (names.length === 0) return [];
  return [{ matcher: { id: 'byNames', options: { names } }, properties: [{ id: 'unit' }] }];
}
