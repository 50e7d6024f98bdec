import type {
  FieldConfig,
  Options,
} from '@grafana/schema/dist/esm/raw/composable/histogram/panelcfg/x/HistogramPanelCfg_types.gen';
import type { PanelDraft } from '../panel-draft';
import { fieldDefaults } from './field-defaults';
import type { GrafanaJson } from './grafana-json';
import { LIST_LEGEND } from './legend';
import type { PanelPresentation } from './panel-presentation';
import { ALL_SERIES_TOOLTIP } from './tooltip';

type HistogramOptions = GrafanaJson<Options>;
type HistogramFieldConfig = GrafanaJson<FieldConfig>;

const BARS: HistogramFieldConfig = {
  fillOpacity: 80,
  gradientMode: 'none',
  lineWidth: 1,
  stacking: { group: 'A', mode: 'none' },
};

const OPTIONS: HistogramOptions = {
  bucketCount: 30,
  bucketOffset: 0,
  combine: false,
  legend: LIST_LEGEND,
  tooltip: ALL_SERIES_TOOLTIP,
};

/** How often each series had which value. */
export function presentHistogram(
  panel: PanelDraft,
): PanelPresentation<HistogramOptions, HistogramFieldConfig> {
  return {
    fieldConfig: { defaults: fieldDefaults(panel, 'palette-classic', BARS), overrides: [] },
    options: OPTIONS,
  };
}
