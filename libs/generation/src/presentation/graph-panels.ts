import { highest, lowest } from '@g6/problems';
import type {
  FieldConfig as BarchartFields,
  Options as Barchart,
} from '@grafana/schema/dist/esm/raw/composable/barchart/panelcfg/x/BarChartPanelCfg_types.gen';
import type {
  FieldConfig as HistogramFields,
  Options as Histogram,
} from '@grafana/schema/dist/esm/raw/composable/histogram/panelcfg/x/HistogramPanelCfg_types.gen';
import type {
  FieldConfig as StateTimelineFields,
  Options as StateTimeline,
} from '@grafana/schema/dist/esm/raw/composable/statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen';
import type {
  FieldConfig as TimeseriesFields,
  Options as Timeseries,
} from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';
import type { PanelDraft, Threshold } from '../panel-draft';
import { fieldDefaults } from './field-defaults';
import type { GrafanaJson, PanelPresentation } from './panel-presentation';
import { PLAIN_STYLE, type PresentationStyle } from './presentation-style';
import { ALL_SERIES_TOOLTIP, LIST_LEGEND, SINGLE_TOOLTIP } from './shared-options';

type TimeseriesOptions = GrafanaJson<Timeseries>;
type TimeseriesFieldConfig = GrafanaJson<TimeseriesFields>;

/** Lines that leave room for many others. */
export const THIN_LINES: TimeseriesFieldConfig = {
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

/** Thin lines on an axis that reaches to the thresholds, wherever the values are. */
function linesWith(thresholds: readonly Threshold[]): TimeseriesFieldConfig {
  const values = thresholds.map(({ value }) => value);
  return {
    ...THIN_LINES,
    axisSoftMax: highest(values),
    axisSoftMin: lowest(values),
    thresholdsStyle: { mode: 'dashed' },
  };
}

/** Thin lines with a light fill, and a legend of values where there can be several series. */
export function presentTimeseries(
  panel: PanelDraft,
  style: PresentationStyle = PLAIN_STYLE,
): PanelPresentation<TimeseriesOptions, TimeseriesFieldConfig> {
  return {
    fieldConfig: {
      defaults: fieldDefaults(
        panel,
        'palette-classic',
        panel.thresholds ? linesWith(panel.thresholds) : THIN_LINES,
      ),
      overrides: [],
    },
    options: {
      legend: panel.manySeries ? style.valuesLegend : style.singleLegend,
      tooltip: ALL_SERIES_TOOLTIP,
    },
  };
}

type BarchartOptions = GrafanaJson<Barchart>;
type BarchartFieldConfig = GrafanaJson<BarchartFields>;

const MOMENT_BARS: BarchartFieldConfig = {
  axisPlacement: 'auto',
  fillOpacity: 80,
  gradientMode: 'none',
  lineWidth: 1,
  scaleDistribution: { type: 'linear' },
  thresholdsStyle: { mode: 'off' },
};

const BARCHART_OPTIONS: BarchartOptions = {
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
    fieldConfig: { defaults: fieldDefaults(panel, 'palette-classic', MOMENT_BARS), overrides: [] },
    options: BARCHART_OPTIONS,
  };
}

type HistogramOptions = GrafanaJson<Histogram>;
type HistogramFieldConfig = GrafanaJson<HistogramFields>;

const VALUE_BARS: HistogramFieldConfig = {
  fillOpacity: 80,
  gradientMode: 'none',
  lineWidth: 1,
  stacking: { group: 'A', mode: 'none' },
};

const HISTOGRAM_OPTIONS: HistogramOptions = {
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
    fieldConfig: { defaults: fieldDefaults(panel, 'palette-classic', VALUE_BARS), overrides: [] },
    options: HISTOGRAM_OPTIONS,
  };
}

type StateTimelineOptions = GrafanaJson<StateTimeline>;
type StateTimelineFieldConfig = GrafanaJson<StateTimelineFields>;

const STATES: StateTimelineFieldConfig = { fillOpacity: 70, lineWidth: 0 };

const STATE_TIMELINE_OPTIONS: StateTimelineOptions = {
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
    options: STATE_TIMELINE_OPTIONS,
  };
}
