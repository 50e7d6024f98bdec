import type {
  FieldConfig,
  Options,
} from '@grafana/schema/dist/esm/raw/composable/piechart/panelcfg/x/PieChartPanelCfg_types.gen';
import type { PanelDraft } from '../panel-draft';
import { fieldDefaults } from './field-defaults';
import type { GrafanaJson } from './grafana-json';
import type { PanelPresentation } from './panel-presentation';
import { LAST_VALUE } from './reduce-options';
import { SINGLE_TOOLTIP } from './tooltip';

/** Only recent versions have `sort`, and theirs is downwards by default, as it always was before. */
type PiechartOptions = GrafanaJson<Omit<Options, 'sort'>>;
type PiechartFieldConfig = GrafanaJson<FieldConfig>;

const SLICES: PiechartFieldConfig = {};

const OPTIONS: PiechartOptions = {
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
    options: OPTIONS,
  };
}
