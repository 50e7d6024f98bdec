/** Options that several panel types share. */
import type { ReduceDataOptions, VizLegendOptions, VizTooltipOptions } from '@grafana/schema';
import type { GrafanaJson } from './panel-presentation';

type Legend = GrafanaJson<VizLegendOptions>;

/** No legend, for panels that name their values themselves. */
export const NO_LEGEND: Legend = {
  calcs: [],
  displayMode: 'list',
  placement: 'bottom',
  showLegend: false,
};

/** The names of the series in one line below. */
export const LIST_LEGEND: Legend = { ...NO_LEGEND, showLegend: true };

/** A row for each series, with its last and its highest value. */
export const VALUES_LEGEND: Legend = {
  ...LIST_LEGEND,
  calcs: ['lastNotNull', 'max'],
  displayMode: 'table',
};

type Tooltip = GrafanaJson<VizTooltipOptions>;

/** All series at a moment, highest first. */
export const ALL_SERIES_TOOLTIP: Tooltip = { mode: 'multi', sort: 'desc' };

/** Only what the pointer is on. */
export const SINGLE_TOOLTIP: Tooltip = { mode: 'single', sort: 'none' };

/** Reduces each series to its last value. */
export const LAST_VALUE: GrafanaJson<ReduceDataOptions> = {
  calcs: ['lastNotNull'],
  fields: '',
  values: false,
};
