import type { Options } from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type { PanelDraft } from '../panel-draft';
import { fieldDefaults } from './field-defaults';
import type { GrafanaJson } from './grafana-json';
import type { PanelPresentation } from './panel-presentation';
import { LAST_VALUE } from './reduce-options';

type StatOptions = GrafanaJson<Options>;

const OPTIONS: StatOptions = {
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
    options: OPTIONS,
  };
}
