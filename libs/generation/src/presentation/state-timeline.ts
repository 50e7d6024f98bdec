import type {
  FieldConfig,
  Options,
} from '@grafana/schema/dist/esm/raw/composable/statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen';
import type { PanelDraft } from '../panel-draft';
import { fieldDefaults } from './field-defaults';
import type { GrafanaJson } from './grafana-json';
import { LIST_LEGEND } from './legend';
import type { PanelPresentation } from './panel-presentation';
import { SINGLE_TOOLTIP } from './tooltip';

type StateTimelineOptions = GrafanaJson<Options>;
type StateTimelineFieldConfig = GrafanaJson<FieldConfig>;

const STATES: StateTimelineFieldConfig = { fillOpacity: 70, lineWidth: 0 };

const OPTIONS: StateTimelineOptions = {
  alignValue: 'left',
  legend: LIST_LEGEND,
  mergeValues: true,
  rowHeight: 0.9,
  showValue: 'auto',
  tooltip: SINGLE_TOOLTIP,
};

/** A band for each series, with equal values in a row as one state. */
export function presentStateTimeline(
  panel: PanelDraft,
): PanelPresentation<StateTimelineOptions, StateTimelineFieldConfig> {
  return {
    fieldConfig: {
      // Shades of one colour tell states apart and call none of them good or bad: `up` is 1.
      defaults: fieldDefaults(panel, 'continuous-blues', STATES),
      overrides: [],
    },
    options: OPTIONS,
  };
}
