import type { ComponentType } from 'react';
import { BarChartPanel, HistogramPanel, PieChartPanel } from './bar-panels';
import { GaugePanel } from './gauge-panel';
import { HeatmapPanel } from './heatmap-panel';
import type { PanelView } from './panel-view';
import { BarGaugePanel, StatPanel } from './single-value-panels';
import { StatePanel } from './state-panels';
import { TablePanel } from './table-panel';
import { TimeSeriesPanel } from './time-series-panel';
import { XyPanel } from './xy-panel';

/** How a kind of panel is drawn. */
export interface PanelKind {
  readonly draw: ComponentType<PanelView>;
  /** Whether Grafana's own component draws it; if not, the page says that it approximates. */
  readonly isGrafanas: boolean;
}

/** Every kind of panel with queries, by the name of its plugin. */
export const PANEL_KINDS: Readonly<Record<string, PanelKind>> = {
  timeseries: { draw: TimeSeriesPanel, isGrafanas: true },
  stat: { draw: StatPanel, isGrafanas: true },
  bargauge: { draw: BarGaugePanel, isGrafanas: true },
  table: { draw: TablePanel, isGrafanas: true },
  gauge: { draw: GaugePanel, isGrafanas: false },
  barchart: { draw: BarChartPanel, isGrafanas: false },
  heatmap: { draw: HeatmapPanel, isGrafanas: false },
  histogram: { draw: HistogramPanel, isGrafanas: false },
  piechart: { draw: PieChartPanel, isGrafanas: false },
  'state-timeline': { draw: StatePanel, isGrafanas: false },
  'status-history': { draw: StatePanel, isGrafanas: false },
  xychart: { draw: XyPanel, isGrafanas: false },
  trend: { draw: XyPanel, isGrafanas: false },
};
