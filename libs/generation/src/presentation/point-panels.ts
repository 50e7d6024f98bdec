/** Panels that place each value on its own: by another value, or in a grid of states. */
import type {
  FieldConfig as StatusHistoryFields,
  Options as StatusHistory,
} from '@grafana/schema/dist/esm/raw/composable/statushistory/panelcfg/x/StatusHistoryPanelCfg_types.gen';
import type {
  FieldConfig as TrendFields,
  Options as Trend,
} from '@grafana/schema/dist/esm/raw/composable/trend/panelcfg/x/TrendPanelCfg_types.gen';
import type {
  FieldConfig as XychartFields,
  Options as Xychart,
} from '@grafana/schema/dist/esm/raw/composable/xychart/panelcfg/x/XYChartPanelCfg_types.gen';
import type { PanelDraft } from '../panel-draft';
import { fieldDefaults } from './field-defaults';
import { THIN_LINES } from './graph-panels';
import type { GrafanaJson, PanelPresentation } from './panel-presentation';
import { ALL_SERIES_TOOLTIP, LIST_LEGEND, SINGLE_TOOLTIP } from './shared-options';

type StatusHistoryOptions = GrafanaJson<StatusHistory>;
type StatusHistoryFieldConfig = GrafanaJson<StatusHistoryFields>;

const CELLS: StatusHistoryFieldConfig = { fillOpacity: 70, lineWidth: 1 };

const STATUS_HISTORY_OPTIONS: StatusHistoryOptions = {
  colWidth: 0.9,
  legend: LIST_LEGEND,
  rowHeight: 0.9,
  showValue: 'auto',
  tooltip: SINGLE_TOOLTIP,
};

/** A cell for each value of each series. */
export function presentStatusHistory(
  panel: PanelDraft,
): PanelPresentation<StatusHistoryOptions, StatusHistoryFieldConfig> {
  return {
    fieldConfig: { defaults: fieldDefaults(panel, 'thresholds', CELLS), overrides: [] },
    options: STATUS_HISTORY_OPTIONS,
  };
}

type TrendOptions = GrafanaJson<Trend>;
type TrendFieldConfig = GrafanaJson<TrendFields>;

/** Lines over the first number of the result instead of over time. */
export function presentTrend(panel: PanelDraft): PanelPresentation<TrendOptions, TrendFieldConfig> {
  return {
    fieldConfig: { defaults: fieldDefaults(panel, 'palette-classic', THIN_LINES), overrides: [] },
    options: { legend: LIST_LEGEND, tooltip: ALL_SERIES_TOOLTIP },
  };
}

type XychartOptions = GrafanaJson<Xychart>;
type XychartFieldConfig = GrafanaJson<XychartFields>;

const POINTS: XychartFieldConfig = {
  axisPlacement: 'auto',
  fillOpacity: 50,
  pointShape: 'circle',
  pointSize: { fixed: 5 },
  pointStrokeWidth: 1,
  scaleDistribution: { type: 'linear' },
  show: 'points',
};

/** Points at the values of two fields, which Grafana chooses. */
export function presentXychart(
  panel: PanelDraft,
): PanelPresentation<XychartOptions, XychartFieldConfig> {
  return {
    fieldConfig: { defaults: fieldDefaults(panel, 'palette-classic', POINTS), overrides: [] },
    options: { legend: LIST_LEGEND, mapping: 'auto', series: [], tooltip: SINGLE_TOOLTIP },
  };
}
