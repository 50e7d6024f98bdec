import type { DataTransformerConfig, FieldConfigSource } from '@grafana/data';

/** The part of a query of a panel that the page reads. */
export interface Query {
  readonly expr?: string;
  readonly refId?: string;
  readonly legendFormat?: string;
  readonly format?: string;
  readonly instant?: boolean;
  readonly range?: boolean;
  readonly hide?: boolean;
  readonly interval?: string;
}

/** The part of a panel that the page reads. */
export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly gridPos: {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
  };
  readonly targets?: readonly Query[];
  readonly fieldConfig?: FieldConfigSource;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly transformations?: readonly DataTransformerConfig[];
  /** The variable of which each value has a panel, or a row, of its own. */
  readonly repeat?: string;
  readonly repeatDirection?: 'h' | 'v';
  readonly maxPerRow?: number;
  /** Whether a row is closed; its panels are then inside it. */
  readonly collapsed?: boolean;
  readonly panels?: readonly Panel[];
}

/** A choice of a variable. */
export interface VariableOption {
  readonly text: string;
  readonly value: string;
}

/** The part of a variable that the page reads. */
export interface Variable {
  readonly name: string;
  readonly type: string;
  readonly label?: string;
  readonly hide?: number;
  readonly query?: string | { readonly query?: string };
  readonly definition?: string;
  readonly regex?: string;
  readonly multi?: boolean;
  readonly includeAll?: boolean;
  readonly allValue?: string | null;
  readonly sort?: number;
  readonly current?: { readonly value?: string | readonly string[] };
  readonly options?: readonly VariableOption[];
}

/** The part of a dashboard that the page reads. */
export interface Dashboard {
  readonly uid?: string;
  readonly title: string;
  readonly description?: string;
  readonly panels?: readonly Panel[];
  readonly time?: { readonly from: string; readonly to: string };
  readonly refresh?: string;
  /** `utc`, `browser` or a name like `Europe/Berlin`. */
  readonly timezone?: string;
  readonly templating?: { readonly list?: readonly Variable[] };
  readonly annotations?: { readonly list?: readonly Annotation[] };
  readonly links?: readonly DashboardLink[];
}

/** The part of an annotation that the page reads. */
export interface Annotation {
  readonly name: string;
  readonly enable?: boolean;
  readonly hide?: boolean;
  readonly expr?: string;
  readonly iconColor?: string;
  readonly step?: string;
  readonly titleFormat?: string;
  readonly textFormat?: string;
  readonly tagKeys?: string;
  /** Whether values are times in milliseconds since 1970. */
  readonly useValueForTime?: boolean;
}

/** The part of a link of a dashboard that the page reads. */
export interface DashboardLink {
  readonly type: string;
  readonly title: string;
  readonly url?: string;
  readonly tags?: readonly string[];
  readonly tooltip?: string;
  /** Whether the dashboards of tags are in a menu. */
  readonly asDropdown?: boolean;
  readonly targetBlank?: boolean;
  readonly keepTime?: boolean;
  readonly includeVars?: boolean;
}

/** The metadata of ours in a panel. */
export interface PanelMeta {
  readonly panel_uuid?: string;
  readonly source?: string;
  readonly metric?: string;
}

/** The metadata of a panel under the key of the workspace. */
export function metaOf(panel: Panel, metaKey: string): PanelMeta {
  const own = panel as unknown as Readonly<Record<string, PanelMeta | undefined>>;
  return own[metaKey] ?? {};
}

/** The rows of a dashboard with their panels, in order; panels above the first row have no title. */
export interface Section {
  readonly key: string;
  readonly title: string | undefined;
  readonly collapsed: boolean;
  readonly repeat: string | undefined;
  readonly panels: readonly Panel[];
}

/** Splits the panels of a dashboard at its rows. */
export function sectionsOf(panels: readonly Panel[]): Section[] {
  const sections: {
    key: string;
    title: string | undefined;
    collapsed: boolean;
    repeat: string | undefined;
    panels: Panel[];
  }[] = [{ key: 'top', title: undefined, collapsed: false, repeat: undefined, panels: [] }];
  const inOrder = [...panels].sort(
    (a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x,
  );
  for (const panel of inOrder) {
    if (panel.type === 'row') {
      const { title = '', collapsed = false, repeat, panels: inside = [] } = panel;
      sections.push({ key: String(panel.id), title, collapsed, repeat, panels: [...inside] });
    } else sections.at(-1)?.panels.push(panel);
  }
  return sections.filter(({ title, panels: own }) => title !== undefined || own.length > 0);
}
