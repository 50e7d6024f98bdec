import type { PanelSourceName } from './panel-draft';

/** Why a dashboard has a panel of each source, for readers who ask where it came from. */
export const PANEL_REASONS: Readonly<Record<PanelSourceName, string>> = {
  spec: 'The spec writes this panel out.',
  plan: 'The plan writes this panel out.',
  auto_rate: 'No explicit panel shows the rate of this counter.',
  auto_hist_quantile: 'No explicit panel shows this quantile of the histogram.',
  auto_topk: 'No explicit panel shows this gauge, which has labels.',
  auto_label_split: 'No explicit panel groups this metric by exactly this label.',
  auto_summary: 'No explicit panel shows a quantile of this summary.',
  auto_info: 'No explicit panel shows the labels of this info metric.',
  auto_stateset: 'No explicit panel shows the states of this metric.',
  placeholder: 'No other source has a panel for this metric.',
  cross_metric: 'The efficiency catalogue relates metrics that this dashboard shows.',
  alerts_aggregate: 'Metrics of this dashboard have alerts.',
  governance_summary: 'The dashboard named governance counts quantile panels on recorded series.',
  alert_preview: 'The plan asks for a graph of what each alert watches.',
};
