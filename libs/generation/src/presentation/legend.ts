import type { VizLegendOptions } from '@grafana/schema';
import type { GrafanaJson } from './grafana-json';

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
