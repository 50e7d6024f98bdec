/**
 * What Grafana takes for granted in panels of the types that it ships, from the schemas that it publishes in
 * `@grafana/schema` and from what its page writes out.
 */
import type { JsonObject } from '@g6/generation';

/** What a field of every panel type has. */
const FIELD: JsonObject = {
  thresholds: { mode: 'absolute', steps: [{ color: 'green' }, { color: 'red', value: 80 }] },
};
const PALETTE: JsonObject = { ...FIELD, color: { mode: 'palette-classic' } };
const BY_THRESHOLDS: JsonObject = { ...FIELD, color: { mode: 'thresholds' } };
const HIDE_FROM: JsonObject = { legend: false, tooltip: false, viz: false };
const LINEAR: JsonObject = { scaleDistribution: { type: 'linear' } };

const AXIS: JsonObject = {
  ...LINEAR,
  axisBorderShow: false,
  axisCenteredZero: false,
  axisColorMode: 'text',
  axisPlacement: 'auto',
};
const GRAPH: JsonObject = {
  ...AXIS,
  barAlignment: 0,
  barWidthFactor: 0.6,
  drawStyle: 'line',
  fillOpacity: 0,
  gradientMode: 'none',
  hideFrom: HIDE_FROM,
  insertNulls: false,
  lineInterpolation: 'linear',
  lineStyle: { fill: 'solid' },
  lineWidth: 1,
  pointSize: 5,
  showPoints: 'auto',
  showValues: false,
  spanNulls: false,
  stacking: { group: 'A', mode: 'none' },
  thresholdsStyle: { mode: 'off' },
};

const LEGEND: JsonObject = {
  displayMode: 'list',
  enableFacetedFilter: false,
  facetedFilterPinned: false,
  placement: 'bottom',
  showLegend: true,
};
const TOOLTIP: JsonObject = { hideZeros: false, mode: 'single', sort: 'none' };
const SHOWN: JsonObject = { legend: LEGEND, tooltip: TOOLTIP };
const REDUCED: JsonObject = { calcs: ['lastNotNull'], values: false };

/** What a panel type has in `fieldConfig.defaults`, in `custom` below that, and in `options`. */
export interface TypeDefaults {
  readonly field: JsonObject;
  readonly custom: JsonObject;
  readonly options: JsonObject;
}

const BARS: JsonObject = {
  ...AXIS,
  fillOpacity: 80,
  gradientMode: 'none',
  hideFrom: HIDE_FROM,
  lineWidth: 1,
  thresholdsStyle: { mode: 'off' },
};

/** By the type of the panel; others have none that are known. */
export const TYPE_DEFAULTS: Readonly<Record<string, TypeDefaults>> = {
  timeseries: { field: PALETTE, custom: GRAPH, options: SHOWN },
  trend: { field: PALETTE, custom: GRAPH, options: SHOWN },
  xychart: {
    field: PALETTE,
    custom: { ...AXIS, fillOpacity: 50, hideFrom: HIDE_FROM, show: 'points' },
    options: SHOWN,
  },
  stat: {
    field: BY_THRESHOLDS,
    custom: {},
    options: {
      colorMode: 'value',
      graphMode: 'area',
      justifyMode: 'auto',
      orientation: 'auto',
      percentChangeColorMode: 'standard',
      reduceOptions: REDUCED,
      showPercentChange: false,
      textMode: 'auto',
      wideLayout: true,
    },
  },
  gauge: {
    field: BY_THRESHOLDS,
    custom: {},
    options: {
      barShape: 'flat',
      barWidthFactor: 0.5,
      effects: { barGlow: false, centerGlow: false, gradient: true },
      endpointMarker: 'point',
      minVizHeight: 75,
      minVizWidth: 75,
      orientation: 'auto',
      reduceOptions: REDUCED,
      segmentCount: 1,
      segmentSpacing: 0.3,
      shape: 'gauge',
      showThresholdLabels: false,
      showThresholdMarkers: true,
      sizing: 'auto',
      sparkline: true,
      textMode: 'auto',
    },
  },
  bargauge: {
    field: BY_THRESHOLDS,
    custom: {},
    options: {
      displayMode: 'gradient',
      legend: { displayMode: 'list', placement: 'bottom', showLegend: false },
      maxVizHeight: 300,
      minVizHeight: 16,
      minVizWidth: 8,
      namePlacement: 'auto',
      orientation: 'auto',
      reduceOptions: REDUCED,
      showUnfilled: true,
      sizing: 'auto',
      valueMode: 'color',
    },
  },
  table: {
    field: BY_THRESHOLDS,
    custom: { align: 'auto', cellOptions: { type: 'auto' }, inspect: false },
    options: { cellHeight: 'sm', frameIndex: 0, showHeader: true, showTypeIcons: false },
  },
  heatmap: {
    field: FIELD,
    custom: { ...LINEAR, hideFrom: HIDE_FROM },
    options: {
      calculate: false,
      cellGap: 1,
      exemplars: { color: 'rgba(255,0,255,0.7)' },
      filterValues: { le: 1e-9 },
      legend: { show: true },
      rowsFrame: { layout: 'auto' },
      selectionMode: 'x',
      showValue: 'auto',
      tooltip: { mode: 'single', showColorScale: false, yHistogram: false },
      yAxis: { axisPlacement: 'left', reverse: false },
    },
  },
  histogram: {
    field: PALETTE,
    custom: { ...BARS, stacking: { group: 'A', mode: 'none' } },
    options: { ...SHOWN, bucketCount: 30, bucketOffset: 0 },
  },
  barchart: {
    field: PALETTE,
    custom: BARS,
    options: {
      ...SHOWN,
      barRadius: 0,
      barWidth: 0.97,
      fullHighlight: false,
      groupWidth: 0.7,
      orientation: 'auto',
      showValue: 'auto',
      stacking: 'none',
      xTickLabelRotation: 0,
      xTickLabelSpacing: 0,
    },
  },
  piechart: {
    field: PALETTE,
    custom: { hideFrom: HIDE_FROM },
    options: { pieType: 'pie', reduceOptions: REDUCED, sort: 'desc', tooltip: TOOLTIP },
  },
  'state-timeline': {
    field: FIELD,
    custom: {
      ...AXIS,
      fillOpacity: 70,
      hideFrom: HIDE_FROM,
      insertNulls: false,
      lineWidth: 0,
      spanNulls: false,
    },
    options: {
      ...SHOWN,
      alignValue: 'left',
      mergeValues: true,
      perPage: 20,
      rowHeight: 0.9,
      showValue: 'auto',
    },
  },
  'status-history': {
    field: FIELD,
    custom: { ...AXIS, fillOpacity: 70, hideFrom: HIDE_FROM, lineWidth: 1 },
    options: { ...SHOWN, colWidth: 0.9, perPage: 20, rowHeight: 0.9, showValue: 'auto' },
  },
  text: {
    field: {},
    custom: {},
    options: {
      code: { language: 'plaintext', showLineNumbers: false, showMiniMap: false },
      mode: 'markdown',
      renderMode: 'once',
    },
  },
};
