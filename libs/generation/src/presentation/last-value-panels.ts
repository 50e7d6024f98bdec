import type { Options as Bargauge } from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type { Options as Gauge } from '@grafana/schema/dist/esm/raw/composable/gauge/panelcfg/x/GaugePanelCfg_types.gen';
import type {
  FieldConfig as PiechartFields,
  Options as Piechart,
} from '@grafana/schema/dist/esm/raw/composable/piechart/panelcfg/x/PieChartPanelCfg_types.gen';
import type { Options as Stat } from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type { PanelDraft } from '../panel-draft';
import { fieldDefaults } from './field-defaults';
import type { GrafanaJson, PanelPresentation } from './panel-presentation';
import { LAST_VALUE, NO_LEGEND, SINGLE_TOOLTIP } from './shared-options';

type StatOptions = GrafanaJson<Stat>;

const STAT_OPTIONS: StatOptions = {
  colorMode: 'value',
  graphMode: 'area',
  justifyMode: 'auto',
  orientation: 'auto',
  percentChangeColorMode: 'standard',
  reduceOptions: LAST_VALUE,
  showPercentChange: false,
  textMode: 'auto',
  wideLayout: true,
};

/** The last value in large type over a sparkline. */
export function presentStat(panel: PanelDraft): PanelPresentation<StatOptions> {
  return {
    fieldConfig: { defaults: fieldDefaults(panel, 'thresholds', {}), overrides: [] },
    options: STAT_OPTIONS,
  };
}

/** Options that only the redrawn gauge of recent versions has, and the published schema has not. */
type RedrawnGauge =
  'barShape' | 'barWidthFactor' | 'effects' | 'segmentCount' | 'segmentSpacing' | 'shape';
type GaugeOptions = GrafanaJson<Omit<Gauge, RedrawnGauge>>;

const GAUGE_OPTIONS: GaugeOptions = {
  minVizHeight: 75,
  minVizWidth: 75,
  orientation: 'auto',
  reduceOptions: LAST_VALUE,
  showThresholdLabels: false,
  showThresholdMarkers: true,
  sizing: 'auto',
};

/** The last value on a dial from the panel's lowest to its highest value. */
export function presentGauge(panel: PanelDraft): PanelPresentation<GaugeOptions> {
  return {
    fieldConfig: { defaults: fieldDefaults(panel, 'thresholds', {}), overrides: [] },
    options: GAUGE_OPTIONS,
  };
}

type BargaugeOptions = GrafanaJson<Bargauge>;

const BARGAUGE_OPTIONS: BargaugeOptions = {
  displayMode: 'gradient',
  // Each bar carries its name already.
  legend: NO_LEGEND,
  maxVizHeight: 300,
  minVizHeight: 16,
  minVizWidth: 8,
  namePlacement: 'auto',
  orientation: 'horizontal',
  reduceOptions: LAST_VALUE,
  showUnfilled: true,
  sizing: 'auto',
  valueMode: 'color',
};

/** The last value of each series as a horizontal bar. */
export function presentBargauge(panel: PanelDraft): PanelPresentation<BargaugeOptions> {
  return {
    fieldConfig: { defaults: fieldDefaults(panel, 'thresholds', {}), overrides: [] },
    options: BARGAUGE_OPTIONS,
  };
}

/** Only recent versions have `sort`, and theirs is downwards by default, as it always was before. */
type PiechartOptions = GrafanaJson<Omit<Piechart, 'sort'>>;
type PiechartFieldConfig = GrafanaJson<PiechartFields>;

const SLICES: PiechartFieldConfig = {};

const PIECHART_OPTIONS: PiechartOptions = {
  displayLabels: [],
  legend: {
    calcs: [],
    displayMode: 'table',
    placement: 'right',
    showLegend: true,
    values: ['value', 'percent'],
  },
  orientation: 'auto',
  pieType: 'pie',
  reduceOptions: LAST_VALUE,
  tooltip: SINGLE_TOOLTIP,
};

/** The share of each series in the sum of last values. */
export function presentPiechart(
  panel: PanelDraft,
): PanelPresentation<PiechartOptions, PiechartFieldConfig> {
  return {
    fieldConfig: { defaults: fieldDefaults(panel, 'palette-classic', SLICES), overrides: [] },
    options: PIECHART_OPTIONS,
  };
}
