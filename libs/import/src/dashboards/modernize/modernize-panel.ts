import { type JsonObject, objectOf, objectsOf } from '../json-values';
import type { ModernPanel, PanelAge } from './modern-panel';
import { modernizeGraph } from './modernize-graph';
import { isOldHeatmap, modernizeHeatmap } from './modernize-heatmap';
import {
  asItIs,
  modernizeFieldOptions,
  modernizePieChart,
  modernizeText,
} from './modernize-options';
import { modernizeSinglestat } from './modernize-singlestat';
import { modernizeTable } from './modernize-table';
import { modernMappings } from './value-mappings';

/** Brings a panel of any age to today's panel types, as Grafana does when it opens a dashboard. */
export function modernizePanel(panel: JsonObject, age: PanelAge): ModernPanel {
  const modern = byType(panel, age);
  const { mappings } = modern.defaults;
  return mappings === undefined
    ? modern
    : { ...modern, defaults: { ...modern.defaults, mappings: modernMappings(mappings) } };
}

function byType(panel: JsonObject, age: PanelAge): ModernPanel {
  switch (panel['type']) {
    case 'graph':
      return modernizeGraph(panel);
    case 'singlestat':
    case 'grafana-singlestat-panel':
      return modernizeSinglestat(panel);
    case 'table-old':
      return modernizeTable(panel);
    case 'table':
      return isOldTable(panel, age) ? modernizeTable(panel) : asItIs(panel);
    case 'heatmap':
      return isOldHeatmap(panel) ? modernizeHeatmap(panel) : asItIs(panel);
    case 'grafana-piechart-panel':
      return modernizePieChart(panel);
    case 'text':
      return modernizeText(panel);
    case 'stat':
    case 'gauge':
    case 'bargauge':
      return modernizeFieldOptions(panel);
    default:
      return asItIs(panel);
  }
}

/**
 * Before version 24 of the schema `table` was the old table. One that has been saved by a newer
 * plugin, or has overrides of its own, is today's with remains of the old one.
 */
function isOldTable(panel: JsonObject, { schemaVersion }: PanelAge): boolean {
  const isModern =
    panel['pluginVersion'] !== undefined ||
    objectsOf(objectOf(panel['fieldConfig'])['overrides']).length > 0;
  return schemaVersion < 24 && !isModern && objectsOf(panel['styles']).length > 0;
}
