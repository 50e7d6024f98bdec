import {
  type DraftBasis,
  draftDashboard,
  type DraftedDashboard,
  type GenerationOptions,
  identityOf,
  type PanelDraft,
  signatureParts,
} from '@g6/generation';
import type { Plan, PlanExclusion } from '@g6/model';
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
}

/** An automatic panel that a dashboard does not have. */
export interface ExplainedLeftOut {
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
    leftOut: [...cappedOut(drafted), ...excluded(written, basis, options)],
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
    return [{ title: draft.title, panel_uuid: uuid, ...heading, ...origin, ...reached }];
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

function cappedOut({ dropped }: DraftedDashboard): ExplainedLeftOut[] {
  return dropped.map((draft) => ({
    ...brief(draft),
    why: 'over the cap of the dashboard, which holds automatic panels',
  }));
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
      .map((draft) => ({ ...brief(draft), why: 'excluded by the plan', at: file.locate(path) }));
  });
}

function panelsOf({ blocks, previews }: DraftedDashboard): readonly PanelDraft[] {
  return [...blocks.flatMap(({ panels }) => panels), ...previews];
}
