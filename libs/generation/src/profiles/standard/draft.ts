/** How the sources of `standard` write a panel. */
import type { Metric, PanelLook } from '@g6/model';
import { joinSentences } from '../../sentences';
import type { HeadlineStat, PanelDraft, PanelRole, Threshold, ValueRange } from '../../panel-draft';
import type { Recognized } from './recognize';

/** A query of a panel, with the name of its lines. */
export interface StandardQuery {
  readonly expr: string;
  readonly legend: string;
  readonly format?: 'heatmap';
}

/** A panel of one metric, as its source decides it. */
export interface StandardPanel {
  readonly source: string;
  readonly role: PanelRole;
  readonly title: string;
  readonly unit: string;
  readonly queries: readonly StandardQuery[];
  /** How the numbers are made, in one sentence. */
  readonly made: string;
  readonly recognized: Recognized;
  readonly type?: 'timeseries' | 'heatmap' | 'state-timeline' | 'table';
  readonly look?: PanelLook;
  readonly range?: ValueRange;
  /** Whether values below 0 are possible. */
  readonly mayBeNegative?: boolean;
  readonly thresholds?: readonly Threshold[];
  readonly stat?: HeadlineStat;
  readonly splitLabel?: string | undefined;
  readonly columns?: PanelDraft['columns'];
}

/** Both ends of a share. */
export const SHARE: ValueRange = { min: 0, max: 1 };

/** Drafts a panel of a metric. */
export function standardDraft(metric: Metric, panel: StandardPanel): PanelDraft {
  const { source, role, title, unit, queries, recognized, stat, splitLabel } = panel;
  const { type = 'timeseries', range, thresholds, columns } = panel;
  const look = lookOf(panel);
  return {
    source,
    block: 'core',
    title,
    type,
    unit,
    queries,
    description: joinSentences(metric.help, panel.made),
    metric: metric.name,
    family: metric.family,
    manySeries: queries.length > 1 || queries.some(({ legend }) => legend.includes('{{')),
    role,
    recognized,
    ...(stat === undefined ? {} : { stat }),
    ...(splitLabel === undefined ? {} : { splitLabel }),
    ...(look === undefined ? {} : { look }),
    ...(range === undefined ? {} : { range }),
    ...(thresholds === undefined ? {} : { thresholds }),
    ...(columns === undefined ? {} : { columns }),
  };
}

/** A graph of what cannot be negative begins at 0, so that half as high means half as much. */
function lookOf({ type = 'timeseries', look, range, mayBeNegative }: StandardPanel) {
  if (type !== 'timeseries' || range !== undefined || mayBeNegative === true) return look;
  return { ...look, axis: { soft_min: 0, ...look?.axis } };
}

/** The legend of a few lines that are always the same: in one row, so that none is hidden. */
export const FEW_LINES: PanelLook = {
  legend_options: { mode: 'list', calcs: ['lastNotNull'] },
};

/** The name of lines that a label tells apart; a single line is named by what it shows. */
export function legendOf(label: string | undefined, alone: string): string {
  return label === undefined ? alone : `{{${label}}}`;
}
