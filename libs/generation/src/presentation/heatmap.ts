import type {
  FieldConfig,
  Options,
} from '@grafana/schema/dist/esm/raw/composable/heatmap/panelcfg/x/HeatmapPanelCfg_types.gen';
import type { PanelDraft } from '../panel-draft';
import { fieldDefaults } from './field-defaults';
import type { GrafanaJson } from './panel-presentation';
import type { PanelPresentation } from './panel-presentation';

type HeatmapOptions = GrafanaJson<Options>;
type HeatmapFieldConfig = GrafanaJson<FieldConfig>;

const CELLS: HeatmapFieldConfig = { scaleDistribution: { type: 'linear' } };

const Y_AXIS: HeatmapOptions['yAxis'] = { axisPlacement: 'left', reverse: false };

const OPTIONS: HeatmapOptions = {
  // The rows are the query's own series: buckets, or one for each combination of labels.
  calculate: false,
  cellGap: 1,
  color: {
    exponent: 0.5,
    fill: 'dark-orange',
    mode: 'scheme',
    reverse: false,
    scale: 'exponential',
    scheme: 'Oranges',
    steps: 64,
  },
  exemplars: { color: 'rgba(255,0,255,0.7)' },
  filterValues: { le: 1e-9 },
  legend: { show: true },
  rowsFrame: { layout: 'auto' },
  showValue: 'auto',
  tooltip: { mode: 'single', showColorScale: true, yHistogram: false },
  yAxis: Y_AXIS,
};

/** A row of cells over time for each series, coloured by value. */
export function presentHeatmap(
  panel: PanelDraft,
): PanelPresentation<HeatmapOptions, HeatmapFieldConfig> {
  return {
    fieldConfig: { defaults: fieldDefaults(panel, 'thresholds', CELLS), overrides: [] },
    options: { ...OPTIONS, ...unitOptions(panel) },
  };
}

/**
 * The unit is that of the bucket bounds where the rows are buckets, whose cells then hold counts; it
 * is that of the cells everywhere else. Heatmaps take neither from the field defaults.
 */
function unitOptions({ unit, queries }: PanelDraft): Partial<HeatmapOptions> {
  if (unit === null) return {};
  const bucketed = queries.some(({ format }) => format === 'heatmap');
  return bucketed ? { yAxis: { ...Y_AXIS, unit } } : { cellValues: { unit } };
}
