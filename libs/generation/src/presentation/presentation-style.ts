import type { VizLegendOptions } from '@grafana/schema';
import type { GrafanaJson } from './panel-presentation';
import { LIST_LEGEND, NO_LEGEND, VALUES_LEGEND } from './shared-options';

/** On what two profiles may differ when they show the same panel. */
export interface PresentationStyle {
  /** The legend of a graph that can have several series. */
  readonly valuesLegend: GrafanaJson<VizLegendOptions>;
  /** The legend of a graph with a single line. */
  readonly singleLegend: GrafanaJson<VizLegendOptions>;
}

/** A legend with the last and the highest value of each series, by name. */
export const PLAIN_STYLE: PresentationStyle = {
  valuesLegend: VALUES_LEGEND,
  singleLegend: LIST_LEGEND,
};

/** A legend with the last value of each series, the highest first, so that those that matter are seen. */
export const SORTED_STYLE: PresentationStyle = {
  valuesLegend: {
    ...VALUES_LEGEND,
    calcs: ['lastNotNull'],
    sortBy: 'Last *',
    sortDesc: true,
  },
  // The title says what the only line is.
  singleLegend: NO_LEGEND,
};
