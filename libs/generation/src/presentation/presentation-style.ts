import type { VizLegendOptions } from '@grafana/schema';
import type { GrafanaJson } from './panel-presentation';
import { VALUES_LEGEND } from './shared-options';

/** On what two profiles may differ when they show the same panel. */
export interface PresentationStyle {
  /** The legend of a graph that can have several series. */
  readonly valuesLegend: GrafanaJson<VizLegendOptions>;
}

/** A legend with the last and the highest value of each series, by name. */
export const PLAIN_STYLE: PresentationStyle = { valuesLegend: VALUES_LEGEND };
