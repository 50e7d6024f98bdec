import type {
  FieldConfig,
  Options,
} from '@grafana/schema/dist/esm/raw/composable/barchart/panelcfg/x/BarChartPanelCfg_types.gen';
import type { PanelDraft } from '../panel-draft';
import { fieldDefaults } from './field-defaults';
import type { GrafanaJson } from './grafana-json';
import { LIST_LEGEND } from './legend';
import type { PanelPresentation } from './panel-presentation';
import { ALL_SERIES_TOOLTIP } from './tooltip';

type BarchartOptions = GrafanaJson<Options>;
type BarchartFieldConfig = GrafanaJson<FieldConfig>;

const BARS: BarchartFieldConfig = {
  axisPlacement: 'auto',
  fillOpacity: 80,
  gradientMode: 'none',
  lineWidth: 1,
  scaleDistribution: { type: 'linear' },
  thresholdsStyle: { mode: 'off' },
};

const OPTIONS: BarchartOptions = {
  barRadius: 0,
  barWidth: 0.97,
  fullHighlight: false,
  groupWidth: 0.7,
  legend: LIST_LEGEND,
  orientation: 'auto',
  showValue: 'auto',
  stacking: 'none',
  tooltip: ALL_SERIES_TOOLTIP,
  xTickLabelMaxLength: 32,
  xTickLabelRotation: 0,
  // Leaves out labels that would run into each other, which a range of time has plenty of.
  xTickLabelSpacing: 100,
};

/** A group of bars side by side for each moment. */
export function presentBarchart(
  panel: PanelDraft,
): PanelPresentation<BarchartOptions, BarchartFieldConfig> {
  return {
    fieldConfig: { defaults: fieldDefaults(panel, 'palette-classic', BARS), overrides: [] },
    options: OPTIONS,
  };
}
