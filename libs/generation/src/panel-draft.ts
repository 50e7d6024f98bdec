import { type PanelLook, WRITTEN_SOURCE_NAMES } from '@g6/model';
import type { YamlRef } from '@g6/yaml';

/** Where a panel came from; recorded in its metadata and in the inventory. Profiles name their sources. */
export type PanelSourceName = string;

/** One query of a panel. */
export interface PanelQuery {
  readonly expr: string;
  /** Grafana's legend template. */
  readonly legend: string;
  /** Name inside the panel; the next free letter by default. */
  readonly refId?: string;
  /** Whether it asks for one moment; follows from the panel type by default. */
  readonly instant?: boolean;
  readonly format?: 'time_series' | 'table' | 'heatmap';
  readonly hide?: boolean;
  readonly exemplar?: boolean;
  /** Lowest step. */
  readonly interval?: string;
}

/** A column of a table, in reading order. */
export interface TableColumn {
  /** The field as the datasource names it: a label, or `Value`. */
  readonly field: string;
  /** The text of the header. */
  readonly header: string;
}

/** The range that a percentage keeps to, in the panel's unit. */
export interface ValueRange {
  readonly min: number;
  readonly max: number;
}

/** A value past which an alert fires. */
export interface Threshold {
  readonly value: number;
  /** On which side of the value the alert fires. */
  readonly fires: 'above' | 'below';
  /** Grafana's name of the colour in which the line is drawn. */
  readonly color: string;
}

/** Which block of the dashboard a panel stands in. */
export type PanelBlock = 'wide' | 'core' | 'efficiency' | 'preview';

/** What a panel is for; a profile orders and groups by it. */
export type PanelRole =
  | 'headline'
  | 'written'
  | 'rate'
  | 'errors'
  | 'duration'
  | 'utilization'
  | 'saturation'
  | 'rest'
  | 'alert'
  | 'detail';

/** The question that a number answers in the headline of a dashboard. */
export type HeadlineSlot =
  'rate' | 'errors' | 'duration' | 'ratio' | 'age' | 'other_errors' | 'other_duration' | 'other';

/** A panel as one number. */
export interface HeadlineStat {
  readonly slot: HeadlineSlot;
  readonly title: string;
  readonly expr: string;
  /** Which values are good, so that a colour can say so. */
  readonly good: 'low' | 'high' | 'neutral';
}

/** The content of a panel, without id and place, so that no source can decide on either. */
export interface PanelDraft {
  readonly source: PanelSourceName;
  readonly block: PanelBlock;
  readonly title: string;
  /** Grafana panel type. */
  readonly type: string;
  /** Grafana unit id; null where the panel has none. */
  readonly unit: string | null;
  readonly queries: readonly PanelQuery[];
  readonly description: string;
  readonly metric?: string;
  readonly family?: string;
  readonly kind?: string;
  readonly splitLabel?: string;
  readonly group?: string;
  readonly alertsCount?: number;
  readonly migratedPercent?: number;
  /** Width in grid columns that the spec asks for. */
  readonly span?: number;
  /** Height in grid rows. */
  readonly height?: number;
  /** Whether a query can return several series. */
  readonly manySeries: boolean;
  /** The range of a percentage that keeps to one. */
  readonly range?: ValueRange;
  /** Lines that the panel draws across, and to which its axis reaches. */
  readonly thresholds?: readonly Threshold[];
  /**
   * The style of a table that is not of plain rows: `alerts` marks what fires, `summary` is too short
   * to filter.
   */
  readonly tableStyle?: 'alerts' | 'summary';
  /** Columns of a table. */
  readonly columns?: readonly TableColumn[];
  /** Markdown of a text panel. */
  readonly content?: string;
  /** A name that identifies the panel, whatever its title, queries and unit become. */
  readonly stableId?: string;
  /** How the panel shows what it shows, where somebody wrote it out. */
  readonly look?: PanelLook;
  /** Whether the filters of the dashboard stay out of its queries. */
  readonly unfiltered?: boolean;
  readonly role?: PanelRole;
  /** What its metric was recognized as, and by what, as a clause. */
  readonly recognized?: { readonly as: string; readonly because: string };
  /** The panel as one number, for a headline. */
  readonly stat?: HeadlineStat;
  /** The panel that this one sums up and links to. */
  readonly summarizes?: Pick<PanelDraft, 'source' | 'title'>;
  /** Where the spec or the plan writes the panel; undefined for automatic ones. */
  readonly ref?: YamlRef;
}

/** Panels that stand together, below a row of their own if they have one. */
export interface PanelBlockOf<Panel> {
  readonly header: Panel | undefined;
  /** Whether the row hides its panels until somebody opens it. */
  readonly collapsed: boolean;
  readonly panels: readonly Panel[];
  /** Whether Grafana places the panels itself, in forms in which it can. */
  readonly autoGrid?: true;
  /** Whether it is hidden while none of its panels has data, in forms in which it can be. */
  readonly showIfData?: true;
}

/** A row that heads other panels. */
export function rowDraft(source: PanelSourceName, block: PanelBlock, title: string): PanelDraft {
  return {
    source,
    block,
    title,
    type: 'row',
    unit: null,
    queries: [],
    description: '',
    manySeries: false,
  };
}

/** Whether somebody wrote a panel out, in the spec or in the plan. */
export function isWritten({ source }: Pick<PanelDraft, 'source'>): boolean {
  return WRITTEN_SOURCE_NAMES.includes(source);
}
