import {
  type DraftBasis,
  draftContext,
  draftDashboard,
  type DraftedDashboard,
  type GenerationOptions,
  identityOf,
  type PanelDraft,
  signatureParts,
  unwantedPanels,
} from '@g6/generation';
import type { Plan, PlanExclusion, PlanLink, WrittenLink } from '@g6/model';
import type { Position } from '@g6/problems';
import { type PanelOrigin, panelOrigins } from './panel-origins';
import { seriesReached } from './series-reached';

/** A panel of a dashboard, why it is there, and what it reads. */
export interface ExplainedPanel extends PanelOrigin {
  readonly title: string;
  readonly panel_uuid: string;
  /** Heading of the section that it stands in. */
  readonly section?: string;
  /** Metrics that its queries read, through recorded series as well. */
  readonly metrics: readonly string[];
  /** Recorded series among them. */
  readonly recorded: readonly string[];
  /** Where its links lead. */
  readonly links: readonly ExplainedLink[];
}

/** A link: to an address, or to another dashboard or panel of ours by its slug or title. */
export interface ExplainedLink {
  readonly title: string;
  readonly to: string;
}

/** What keeps a panel from a dashboard. */
export type LeftOutBy = 'caps.core' | 'caps.efficiency' | 'auto' | 'exclude';

/** An automatic panel that a dashboard does not have. */
export interface ExplainedLeftOut {
  readonly by: LeftOutBy;
  readonly title: string;
  readonly source: string;
  readonly metric?: string;
  /** What left it out, in words. */
  readonly why: string;
  /** Where that is written, if it is. */
  readonly at?: Position;
}

/** A dashboard, why it has its panels, and what was left out. */
export interface ExplainedDashboard {
  readonly slug: string;
  readonly title: string;
  readonly profile: string;
  readonly families: readonly string[];
  readonly at: Position;
  /** Where the links in its header lead. */
  readonly links: readonly ExplainedLink[];
  readonly panels: readonly ExplainedPanel[];
  readonly leftOut: readonly ExplainedLeftOut[];
}

/** Explains a dashboard; `written` is its plan without what its profile adds. */
export function explainDashboard(
  drafted: DraftedDashboard,
  written: Plan,
  basis: DraftBasis,
  options: GenerationOptions,
): ExplainedDashboard {
  const { slug, title, families, ref } = drafted.plan;
  return {
    ...{ slug, title, families },
    profile: drafted.profile.name,
    at: ref.file.locate(ref.path),
    panels: explainPanels(drafted, basis),
    links: linksOf(drafted.plan.links),
    leftOut: leftOutPanels(drafted, written, basis, options),
  };
}

/** The panels of a dashboard from top to bottom. */
export function explainPanels(
  drafted: DraftedDashboard,
  basis: DraftBasis,
): readonly ExplainedPanel[] {
  const { plan, blocks, previews } = drafted;
  const origins = panelOrigins(drafted, basis);
  const explain = (draft: PanelDraft, section: string | undefined): ExplainedPanel[] => {
    const uuid = uuidOf(draft, plan.slug);
    const origin = origins[uuid];
    if (!origin) return [];
    const reached = seriesReached(
      draft.queries.map(({ expr }) => expr),
      basis,
    );
    const heading = section === undefined ? {} : { section };
    const links = [...summaryLink(draft), ...linksOf(draft.look?.links ?? [])];
    return [{ title: draft.title, panel_uuid: uuid, ...heading, ...origin, ...reached, links }];
  };
  return [
    ...blocks.flatMap(({ header, panels }) =>
      panels.flatMap((draft) => explain(draft, header?.title)),
    ),
    ...previews.flatMap((draft) => explain(draft, undefined)),
  ];
}

function uuidOf(draft: PanelDraft, slug: string): string {
  return identityOf(slug, signatureParts(draft), draft.stableId).panelUuid;
}

/** The panel that a number of the headline sums up. */
function summaryLink({ summarizes }: PanelDraft): ExplainedLink[] {
  return summarizes ? [{ title: summarizes.title, to: `the panel "${summarizes.title}"` }] : [];
}

function linksOf(links: readonly (WrittenLink | PlanLink)[]): ExplainedLink[] {
  return links.flatMap(({ title, url, dashboard }) => {
    const to = dashboard === undefined ? url : `the dashboard ${dashboard}`;
    return to === undefined ? [] : [{ title, to }];
  });
}

/** The automatic panels that a dashboard does not have; `written` is its plan without what its profile adds. */
export function leftOutPanels(
  drafted: DraftedDashboard,
  written: Plan,
  basis: DraftBasis,
  options: GenerationOptions,
): ExplainedLeftOut[] {
  return [
    ...cappedOut(drafted, options),
    ...unwanted(drafted, basis),
    ...excluded(written, basis, options),
  ];
}

function cappedOut(drafted: DraftedDashboard, { caps }: GenerationOptions): ExplainedLeftOut[] {
  const { dropped } = drafted;
  const all = [...panelsOf(drafted), ...dropped];
  return dropped.map((draft) => {
    const block = draft.block === 'efficiency' ? 'efficiency' : 'core';
    const there = all.filter((one) => one.block === block).length;
    const why = `over the cap of ${caps[block]} ${block} panels, of which there would be ${there}`;
    return { ...brief(draft), by: `caps.${block}`, why };
  });
}

/** The panels of sources that metrics do not want. */
function unwanted({ plan, profile }: DraftedDashboard, basis: DraftBasis): ExplainedLeftOut[] {
  const context = draftContext(plan, basis);
  return context.shownMetrics.flatMap((metric) => {
    const { name, auto, ref } = metric;
    if (auto === true) return [];
    const why =
      auto === false
        ? `"auto: false" of ${name}`
        : `"auto" of ${name} does not list its source: ${auto.join(', ') || 'the list is empty'}`;
    const at = ref.file.locate([...ref.path, 'auto']);
    return unwantedPanels(metric, profile.sources, context).map((draft) => ({
      ...brief(draft),
      by: 'auto' as const,
      why,
      at,
    }));
  });
}

function brief({ title, source, metric }: DraftedDashboard['dropped'][number]) {
  return { title, source, ...(metric === undefined ? {} : { metric }) };
}

const NO_CAPS = { core: Infinity, efficiency: Infinity };

/** The panels that each exclusion of a plan takes from it, found by drafting the plan without it. */
function excluded(plan: Plan, basis: DraftBasis, options: GenerationOptions): ExplainedLeftOut[] {
  const draftWith = (exclude: readonly PlanExclusion[]) =>
    panelsOf(draftDashboard({ ...plan, exclude }, basis, { ...options, caps: NO_CAPS }));
  if (plan.exclude.length === 0) return [];
  const whole = draftWith([]);
  return plan.exclude.flatMap((exclusion) => {
    const kept = new Set(draftWith([exclusion]).map((draft) => uuidOf(draft, plan.slug)));
    const { file, path } = exclusion.ref;
    return whole
      .filter((draft) => !kept.has(uuidOf(draft, plan.slug)))
      .map((draft) => ({
        ...brief(draft),
        by: 'exclude' as const,
        why: 'excluded by the plan',
        at: file.locate(path),
      }));
  });
}

function panelsOf({
  blocks,
  previews,
}: Pick<DraftedDashboard, 'blocks' | 'previews'>): readonly PanelDraft[] {
  return [...blocks.flatMap(({ panels }) => panels), ...previews];
}
