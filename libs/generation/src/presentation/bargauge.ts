import type { Options } from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type { PanelDraft } from '../panel-draft';
import { fieldDefaults } from './field-defaults';
import type { GrafanaJson } from './grafana-json';
import { NO_LEGEND } from './legend';
import type { PanelPresentation } from './panel-presentation';
import { LAST_VALUE } from './reduce-options';

type BargaugeOptions = GrafanaJson<Options>;

const OPTIONS: BargaugeOptions = {
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
    options: OPTIONS,
  };
}
