import type { PanelDraft } from '../panel-draft';
import { presentBarchart } from './barchart';
import { presentBargauge } from './bargauge';
import { presentGauge } from './gauge';
import { presentHeatmap } from './heatmap';
import { presentHistogram } from './histogram';
import type { PanelPresentation, Presenter } from './panel-presentation';
import { presentPiechart } from './piechart';
import { presentStat } from './stat';
import { presentStateTimeline } from './state-timeline';
import { presentTable } from './table';
import { presentText } from './text';
import { presentTimeseries } from './timeseries';

const PRESENTERS: ReadonlyMap<string, Presenter> = new Map<string, Presenter>([
  ['timeseries', presentTimeseries],
  ['stat', presentStat],
  ['gauge', presentGauge],
  ['bargauge', presentBargauge],
  ['barchart', presentBarchart],
  ['table', presentTable],
  ['heatmap', presentHeatmap],
  ['histogram', presentHistogram],
  ['piechart', presentPiechart],
  ['state-timeline', presentStateTimeline],
  ['text', presentText],
]);

/**
 * How Grafana shows a panel. Parts are shared between presentations and must not be changed.
 * Throws for a panel type that no source drafts.
 */
export function presentPanel(panel: PanelDraft): PanelPresentation {
  const present = PRESENTERS.get(panel.type);
  if (!present) throw new Error(`No presentation for panel type "${panel.type}"`);
  return present(panel);
}
