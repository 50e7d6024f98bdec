import type { Options } from '@grafana/schema/dist/esm/raw/composable/gauge/panelcfg/x/GaugePanelCfg_types.gen';
import type { PanelDraft } from '../panel-draft';
import { fieldDefaults } from './field-defaults';
import type { GrafanaJson } from './grafana-json';
import type { PanelPresentation } from './panel-presentation';
import { LAST_VALUE } from './reduce-options';

/** What only the redrawn gauge of recent versions has: older ones and the published schema do not. */
type RedrawnGauge =
  'barShape' | 'barWidthFactor' | 'effects' | 'segmentCount' | 'segmentSpacing' | 'shape';
type GaugeOptions = GrafanaJson<Omit<Options, RedrawnGauge>>;

const OPTIONS: GaugeOptions = {
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
    options: OPTIONS,
  };
}
