import type { Options as TextOptions } from '@grafana/schema/dist/esm/raw/composable/text/panelcfg/x/TextPanelCfg_types.gen';
import type { PanelDraft } from '../panel-draft';
import {
  presentBarchart,
  presentHistogram,
  presentStateTimeline,
  presentTimeseries,
} from './graph-panels';
import { presentHeatmap } from './heatmap';
import { presentBargauge, presentGauge, presentPiechart, presentStat } from './last-value-panels';
import type { GrafanaJson, PanelPresentation, Presenter } from './panel-presentation';
import { presentStatusHistory, presentTrend, presentXychart } from './point-panels';
import { PLAIN_STYLE, type PresentationStyle } from './presentation-style';
import { presentTable } from './table';

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
  ['status-history', presentStatusHistory],
  ['trend', presentTrend],
  ['xychart', presentXychart],
  ['text', presentText],
]);

/**
 * How Grafana shows a panel. Parts are shared between presentations and must not be changed.
 * Throws for a panel type that no source drafts.
 */
export function presentPanel(
  panel: PanelDraft,
  style: PresentationStyle = PLAIN_STYLE,
): PanelPresentation {
  const present = PRESENTERS.get(panel.type);
  if (!present) throw new Error(`No presentation for panel type "${panel.type}"`);
  return present(panel, style);
}

/** The panel's content as markdown; it has no fields. */
function presentText(panel: PanelDraft): PanelPresentation<GrafanaJson<TextOptions>> {
  return {
    fieldConfig: { defaults: {}, overrides: [] },
    options: { content: panel.content ?? '', mode: 'markdown' },
  };
}
