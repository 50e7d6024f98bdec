import { spellingOf } from '../spelling';
import type { YamlRef } from '@g6/yaml';
import type { ExplicitPanel } from '../panels/panel';
import type { PlanVariable } from './plan-variable';

/** A dashboard that someone wants: which families, under which slug. */
export interface Plan {
  readonly slug: string;
  readonly title: string;
  readonly families: readonly string[];
  readonly description: string | undefined;
  readonly tags: readonly string[];
  /** Name of the profile that decides on its panels; undefined for that of the settings. */
  readonly profile?: string | undefined;
  /** Where a profile that computes quantiles inline takes them from; undefined for inline. */
  readonly quantiles?: 'recorded' | 'inline' | undefined;
  /** Time range that the dashboard opens with, in Grafana's notation. */
  readonly time: { readonly from: string; readonly to: string };
  /** How often the dashboard reloads; the empty text turns it off. */
  readonly refresh: string;
  /** Folder in Grafana that the dashboard belongs to. */
  readonly folder: string | undefined;
  /** Whether the dashboard shows a graph of what each of its alerts watches; default false. */
  readonly alertPreview?: boolean;
  /** Variables besides that of the datasource, in the order in which they are shown. */
  readonly variables: readonly PlanVariable[];
  /** Matchers by label for every query whose metric has the label, as written. */
  readonly filters: readonly PlanFilter[];
  /** Rows in order; none for the layout without sections. */
  readonly sections: readonly PlanSection[];
  /** How forms with tabs show the sections; classic dashboards have rows only. Default `rows`. */
  readonly layout?: PlanLayout;
  /** Panels that belong to no metric, those that stand in sections included. */
  readonly panels: readonly ExplicitPanel[];
  readonly exclude: readonly PlanExclusion[];
  /** Window of the rates in automatic panels; undefined for that of the profile. */
  readonly rateWindow: string | undefined;
  readonly annotations: readonly PlanAnnotation[];
  readonly links: readonly PlanLink[];
  readonly timezone: string | undefined;
  readonly graphTooltip: GraphTooltip | undefined;
  readonly weekStart: string | undefined;
  /** Lowest step of all queries without their own. */
  readonly minInterval: string | undefined;
  /** A JSON merge patch on the finished dashboard. */
  readonly grafana: Readonly<Record<string, unknown>> | undefined;
  readonly ref: YamlRef;
}

/** What graphs share under the pointer; the place in the list is Grafana's number. */
export const GRAPH_TOOLTIPS = ['none', 'crosshair', 'tooltip'] as const;
export type GraphTooltip = (typeof GRAPH_TOOLTIPS)[number];

/** How the sections of a dashboard are shown. */
export const PLAN_LAYOUTS = ['rows', 'tabs'] as const;
export type PlanLayout = (typeof PLAN_LAYOUTS)[number];

/** How the panels of a section find their places: as the generator puts them, or as Grafana does. */
export const SECTION_GRIDS = ['fixed', 'auto'] as const;
export type SectionGrid = (typeof SECTION_GRIDS)[number];

/** A matcher that a plan adds to every query whose metric has its label. */
export interface PlanFilter {
  readonly label: string;
  /** The operator, if the plan writes one; undefined for the one that suits the value. */
  readonly operator: string | undefined;
  readonly value: string;
  readonly ref: YamlRef;
}

/** A row of a dashboard with the panels that it takes. */
export interface PlanSection {
  /** Heading; undefined for panels above all rows. */
  readonly title: string | undefined;
  readonly collapsed: boolean;
  /** Variable for each of whose values the section is repeated. */
  readonly repeat: string | undefined;
  /** Default `fixed`; classic dashboards know no other. */
  readonly grid?: SectionGrid;
  /** Whether it is hidden while none of its panels has data; classic dashboards always show it. */
  readonly showIfData?: boolean;
  readonly families: readonly string[];
  readonly metrics: readonly string[];
  readonly panels: readonly SectionPanel[];
  readonly sources: readonly string[];
  readonly ref: YamlRef;
}

/** A panel of a section: by its id or title, or one that is written out in it. */
export type SectionPanel = { readonly named: string } | { readonly written: ExplicitPanel };

/** Automatic panels that are not wanted; everything that is given must fit. */
export interface PlanExclusion {
  readonly metric: string | undefined;
  readonly source: string | undefined;
  readonly title: string | undefined;
  readonly panelUuid: string | undefined;
  readonly ref: YamlRef;
}

/** Marks that a query draws on all graphs. */
export interface PlanAnnotation {
  readonly name: string;
  readonly expr: string;
  readonly title: string | undefined;
  readonly text: string | undefined;
  readonly tags: readonly string[];
  readonly color: string;
  readonly step: string;
  readonly enabled: boolean;
  readonly hidden: boolean;
  readonly ref: YamlRef;
}

/** A link in the header of a dashboard. */
export interface PlanLink {
  readonly title: string;
  readonly url: string | undefined;
  /** Slug of one of our dashboards. */
  readonly dashboard: string | undefined;
  readonly tags: readonly string[];
  readonly tooltip: string;
  readonly icon: string;
  readonly newTab: boolean;
  readonly keepTime: boolean;
  readonly keepVariables: boolean;
  readonly dropdown: boolean;
  readonly ref: YamlRef;
}

/** The range of a plan that sets none. */
export const DEFAULT_TIME = { from: 'now-6h', to: 'now' } as const;

/** The slug's words, capitalised: `search_all` gives `Search All`. */
export function titleFromSlug(slug: string): string {
  return slug
    .split('_')
    .filter((word) => word !== '')
    .map(capitalised)
    .join(' ');
}

/**
 * The title that a new plan is written with, whose abbreviations are spelled as people write them: `http_server`
 * gives `HTTP Server`. It is undefined if that is the title of a plan without one.
 */
export function titleToWrite(slug: string): string | undefined {
  const words = slug.split('_').filter((word) => word !== '');
  const title = words.map((word) => spellingOf(word) ?? capitalised(word)).join(' ');
  return title === titleFromSlug(slug) ? undefined : title;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
