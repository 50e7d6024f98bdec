import type { Plan, PlanLayout } from '@g6/model';
import type { Problem } from '@g6/problems';
import { addPreviews } from './add-previews';
import { assembleDashboard } from './assemble-dashboard';
import { capPanels } from './cap-panels';
import type { DashboardJson } from './dashboard-json';
import { draftContext, draftPanels, selectMetrics, type DraftBasis } from './draft-panels';
import type { GenerationOptions } from './generation-options';
import { identifyPanels, signatureParts } from './identify-panels';
import { linkSummaries } from './link-summaries';
import type { PanelBlockOf, PanelDraft } from './panel-draft';
import { panelsOfBlocks, placeBlocks } from './place-panels';
import { excludePanels } from './plan-parts/exclusions';
import { PlanFilters } from './plan-parts/plan-filters';
import { unknownSources } from './plan-parts/unknown-sources';
import { BUILT_IN_PROFILES, profileOf } from './profiles';
import { attempt, requireDrafts } from './profiles/own-profile';
import type { Profile } from './profiles/profile';
import { signatureOf } from './signature';
import { sliceBasis, sliceOf } from './slices/slice-basis';

/** A panel that is left out; most of its draft would only take memory. */
export type DroppedPanel = Pick<PanelDraft, 'title' | 'source' | 'metric' | 'block'>;

/** A dashboard whose panels are chosen, and not yet identified or placed. */
export interface DraftedDashboard {
  /** The plan with what its profile adds. */
  readonly plan: Plan;
  readonly profile: Profile;
  /** The panels from top to bottom. */
  readonly blocks: readonly PanelBlockOf<PanelDraft>[];
  /** Previews of alerts; no cap holds them, somebody asked for them. */
  readonly previews: readonly PanelDraft[];
  /** Automatic panels that the caps left out. */
  readonly dropped: readonly DroppedPanel[];
  readonly filters: PlanFilters;
  /** The basis that it was drafted from if that is its slice alone, which its hash is then of. */
  readonly slice?: DraftBasis;
  /** How many panels it has, rows included, where that is counted already. */
  readonly panels?: number;
  readonly problems: readonly Problem[];
}

/** Drafts the panels of a dashboard and reports all problems that they have. */
export function draftDashboard(
  written: Plan,
  basis: DraftBasis,
  options: GenerationOptions,
): DraftedDashboard {
  if (options.specHash !== 'slice') return draftFrom(written, basis, options);
  const slice = sliceBasis(sliceOf(written, basis), basis);
  return { ...draftFrom(written, slice, options), slice };
}

function draftFrom(written: Plan, basis: DraftBasis, options: GenerationOptions): DraftedDashboard {
  const { profile, problems } = profileOf(written, options);
  const draft = () => draftWith(profile, { written, problems }, basis, options);
  if (BUILT_IN_PROFILES.includes(profile)) return draft();
  const drafted = attempt(profile, written, draft);
  if (!('failure' in drafted)) return drafted;
  const filters = new PlanFilters(written, basis.index, basis.promql);
  const nothing = { blocks: [], previews: [], dropped: [], filters };
  return { plan: written, profile, ...nothing, problems: [drafted.failure] };
}

function draftWith(
  profile: Profile,
  { written, problems: unknown }: { written: Plan; problems: readonly Problem[] },
  basis: DraftBasis,
  options: GenerationOptions,
): DraftedDashboard {
  const completed = profile.completePlan(written, basis);
  const plan = options.alertPreview ? { ...completed, alertPreview: true } : completed;
  const context = draftContext(plan, basis);
  const { filters } = context;
  const drafts = profile.refine(draftPanels(context, profile.sources), context);
  if (!BUILT_IN_PROFILES.includes(profile)) requireDrafts(profile, drafts, context);
  const filtered = drafts.map((draft) => basis.renamed.readIn(filters.injectInto(draft)));
  const wanted = excludePanels(plan, filtered);
  const { kept, dropped } = profile.capped
    ? capPanels(wanted.panels, options.caps)
    : { kept: wanted.panels, dropped: [] };
  const { blocks, previews, problems } = profile.divide(plan, kept, basis);
  return {
    plan,
    profile,
    blocks,
    previews,
    dropped: dropped.map(inBrief),
    filters,
    problems: [
      ...unknown,
      ...duplicatePanels(plan, [...blocks.flatMap(({ panels }) => panels), ...previews]),
      ...repeatedIds(plan, filtered),
      ...unknownSources(plan, profile),
      ...wanted.problems,
      ...problems,
      ...lostFilters(written, drafts, filters),
    ],
  };
}

function inBrief({ title, source, block, metric }: PanelDraft): DroppedPanel {
  return { title, source, block, ...(metric === undefined ? {} : { metric }) };
}

/** A finished dashboard: what it holds, and how it shows it. Every form is written from this. */
export interface FinishedDashboard {
  readonly slug: string;
  /** Folder in Grafana that the plan asks for; a `/` parts it from the folder that it is in. */
  readonly folder: string | undefined;
  /** The settings, the panels by their ids, and the layout of classic dashboards. */
  readonly json: DashboardJson;
  /** The layout of forms that know more than rows. */
  readonly layout: DashboardLayout;
}

/** How a dashboard shows its panels. */
export interface DashboardLayout {
  readonly kind: PlanLayout;
  /** From top to bottom, or from the first tab to the last. Panels are named by their ids. */
  readonly blocks: readonly PanelBlockOf<number>[];
}

/** Identifies, places and assembles the panels of a drafted dashboard. */
export function finishDashboard(
  drafted: DraftedDashboard,
  basis: DraftBasis,
  options: GenerationOptions,
): DashboardJson {
  return finishEveryForm(drafted, basis, options).json;
}

/** The same, with the layout of forms that know more than rows. */
export function finishEveryForm(
  { plan, profile, blocks, previews, dropped, filters, slice }: DraftedDashboard,
  whole: DraftBasis,
  options: GenerationOptions,
): FinishedDashboard {
  const basis = slice ?? whole;
  const { layout } = profile;
  const uid = `${options.uidPrefix}${plan.slug}`;
  const identified = linkSummaries(identifyPanels(plan.slug, blocks), uid);
  const placed = placeBlocks(identified, { ...layout, density: options.density });
  const all = addPreviews(plan.slug, placed, previews, layout);
  const alerts = selectMetrics(basis, plan).flatMap((metric) => [...metric.alerts]);
  const parts = { plan, profile, basis, alerts, dropped: dropped.length, filters };
  return {
    slug: plan.slug,
    folder: plan.folder,
    json: assembleDashboard({ ...parts, panels: panelsOfBlocks(all) }, options),
    layout: {
      kind: plan.layout ?? 'rows',
      blocks: all.map((block) => ({
        ...block,
        header: block.header?.id,
        panels: block.panels.map(({ id }) => id),
      })),
    },
  };
}

/** Counts the panels of a dashboard, rows included; 0 if it could not be drafted. */
export function panelCount(dashboard: DraftedDashboard | undefined): number {
  if (!dashboard) return 0;
  if (dashboard.panels !== undefined) return dashboard.panels;
  const previews = dashboard.previews.length;
  return dashboard.blocks.reduce(
    (sum, { header, panels }) => sum + (header ? 1 : 0) + panels.length,
    previews > 0 ? 1 + previews : 0,
  );
}

function duplicatePanels(plan: Plan, panels: readonly PanelDraft[]): Problem[] {
  const problems: Problem[] = [];
  const byTitle = new Map<string, PanelDraft[]>();
  for (const panel of panels) {
    const namesakes = byTitle.get(panel.title) ?? [];
    byTitle.set(panel.title, [...namesakes, panel]);
    // Titles rarely repeat; only where one does are the signatures worth spelling out.
    const other = namesakes.find((namesake) => sameIdentity(namesake, panel));
    if (!other) continue;
    const ref = panel.ref ?? other.ref ?? plan.ref;
    const at = ref.file.locate(ref.path);
    const message = `the dashboard "${plan.slug}" has two panels "${panel.title}" with the same type, unit and queries`;
    const where = other.ref?.file.locate(other.ref.path);
    const hint = where
      ? `the other is at ${where.file}:${where.line}:${where.column}; give one another title`
      : undefined;
    problems.push({
      ...at,
      code: 'panel-duplicate',
      severity: 'error',
      message,
      ...(hint === undefined ? {} : { hint }),
    });
  }
  return problems;
}

/** Finds panels of a dashboard that have the same stable name. */
function repeatedIds(plan: Plan, drafts: readonly PanelDraft[]): Problem[] {
  const first = new Map<string, PanelDraft>();
  return drafts.flatMap((panel) => {
    const { stableId, ref = plan.ref } = panel;
    if (stableId === undefined) return [];
    const other = first.get(stableId);
    if (!other) {
      first.set(stableId, panel);
      return [];
    }
    const where = other.ref?.file.locate([...other.ref.path, 'id']);
    const message = `the dashboard "${plan.slug}" has two panels with the id "${stableId}"`;
    const hint = where && `the other is at ${where.file}:${where.line}:${where.column}`;
    return [
      {
        ...ref.file.locate([...ref.path, 'id']),
        code: 'panel-id-duplicate',
        severity: 'error',
        message,
        ...(hint === undefined ? {} : { hint }),
      },
    ];
  });
}

/** Finds panels that read recorded series which have lost a label by which the dashboard filters. */
function lostFilters(plan: Plan, drafts: readonly PanelDraft[], filters: PlanFilters): Problem[] {
  // What a profile adds filters where it can; only what the plan itself asks for can be missed.
  const asked = new Set([
    ...plan.variables.filter(({ kind }) => kind === 'label').map(({ content }) => content),
    ...plan.filters.map(({ label }) => label),
  ]);
  if (asked.size === 0) return [];
  return drafts.flatMap((panel) => {
    if (panel.unfiltered === true) return [];
    const { file, path } = panel.ref ?? plan.ref;
    const lost = panel.queries
      .flatMap(({ expr }) => filters.lostIn(expr))
      .filter(({ label }) => asked.has(label));
    const series = [...new Set(lost.map((one) => one.series))];
    return series.map((name) => {
      const labels = lost.filter((one) => one.series === name).map(({ label }) => `"${label}"`);
      const message = `the dashboard "${plan.slug}" filters by ${[...new Set(labels)].join(', ')}, which the recorded series "${name}" of this panel has not`;
      const hint =
        'query the metric itself, record the series by these labels, or write filters: false';
      return { ...file.locate(path), code: 'filter-lost', severity: 'warning', message, hint };
    });
  });
}

/** Whether two panels would have one identity; stable names of their own tell equal ones apart. */
function sameIdentity(a: PanelDraft, b: PanelDraft): boolean {
  if (a.stableId !== b.stableId) return false;
  return signatureOf(signatureParts(a)) === signatureOf(signatureParts(b));
}
