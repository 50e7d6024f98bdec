import type {
  FieldConfig,
  Options,
} from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';
import type { PanelDraft } from '../panel-draft';
import { fieldDefaults } from './field-defaults';
import type { GrafanaJson } from './grafana-json';
import { LIST_LEGEND, VALUES_LEGEND } from './legend';
import type { PanelPresentation } from './panel-presentation';
import { ALL_SERIES_TOOLTIP } from './tooltip';

type TimeseriesOptions = GrafanaJson<Options>;
type TimeseriesFieldConfig = GrafanaJson<FieldConfig>;

const THIN_LINES: TimeseriesFieldConfig = {
  axisPlacement: 'auto',
  drawStyle: 'line',
  fillOpacity: 10,
  gradientMode: 'none',
  lineInterpolation: 'linear',
  lineWidth: 1,
  scaleDistribution: { type: 'linear' },
  showPoints: 'never',
  // A gap means that nothing was scraped; a line across it would show data that never was.
  spanNulls: false,
  stacking: { group: 'A', mode: 'none' },
  thresholdsStyle: { mode: 'off' },
};

const WITH_THRESHOLD: TimeseriesFieldConfig = {
  ...THIN_LINES,
  thresholdsStyle: { mode: 'dashed' },
};

const ONE_SERIES: TimeseriesOptions = { legend: LIST_LEGEND, tooltip: ALL_SERIES_TOOLTIP };
const MANY_SERIES: TimeseriesOptions = { legend: VALUES_LEGEND, tooltip: ALL_SERIES_TOOLTIP };

/** Thin lines with a light fill, and a legend of values where there can be several series. */
export function presentTimeseries(
  panel: PanelDraft,
): PanelPresentation<TimeseriesOptions, TimeseriesFieldConfig> {
  return {
    fieldConfig: {
      defaults: fieldDefaults(
        panel,
        'palette-classic',
        panel.threshold ? WITH_THRESHOLD : THIN_LINES,
      ),
      overrides: [],
    },
    options: panel.manySeries ? MANY_SERIES : ONE_SERIES,
  };
}
