import { draftBasis } from '@g6/generation';
import type { Plan, PlanFile, Spec } from '@g6/model';
import { addAll, type Position, type Problem } from '@g6/problems';
import { PromQlCache } from '@g6/promql';
import { type FoundDashboard, namedPanel } from '../dashboards/found-dashboard';
import { textOf } from '../dashboards/json-values';
import { isPlanAnnotation } from './annotation-entry';
import { freeSlug } from './dashboard-plan';
import { fitPlan } from './fit-plan';
import { KnownDashboards } from './known-dashboards';
import { linkEntry } from './link-entry';
import type { PlanDraft } from './plan-draft';
import { isPlanVariable } from './variable-entry';
import { isWritable } from './writable-panels';

/** Plans for dashboards, and what they could not keep. */
export interface DashboardsToWrite {
  readonly problems: readonly Problem[];
  readonly panels: number;
  /** Panels that need a merge patch. */
  readonly patched: number;
}

/** Adds a plan for each dashboard that has none yet; panels that do not fit are problems. */
export function writePlans(
  dashboards: readonly FoundDashboard[],
  spec: Spec,
  plans: readonly Plan[],
  files: readonly PlanFile[],
  draft: PlanDraft,
): DashboardsToWrite {
  const taken = new Set(plans.map(({ slug }) => slug));
  const known = new KnownDashboards(plans);
  const basis = draftBasis(spec, [], new PromQlCache(), 'auto');
  const problems: Problem[] = [];
  let panels = 0;
  let patched = 0;
  for (const dashboard of dashboards) {
    if (known.has(dashboard)) continue;
    const lost: Problem[] = [];
    reportLost(dashboard, lost);
    const slug = freeSlug(dashboard, taken);
    const written = fitPlan(dashboard, slug, { basis, files }, lost);
    if (written && known.takeUntitled(written.plan)) continue;
    addAll(problems, lost);
    if (!written) continue;
    taken.add(slug);
    draft.add(written.plan);
    panels += written.panels;
    patched += written.patched;
  }
  return { problems, panels, patched };
}

/** Parts that a plan cannot have, and that the reading does not report. */
function reportLost(dashboard: FoundDashboard, problems: Problem[]): void {
  const drop = ({ file, line, column }: Position, message: string) =>
    problems.push({ file, line, column, code: 'import-dropped', severity: 'warning', message });
  for (const panel of dashboard.sections.flatMap(({ panels }) => panels)) {
    if (panel.foreign.length > 0) continue;
    const named = namedPanel(panel);
    if (!isWritable(panel)) {
      const { file, line, column } = panel.place;
      const message = `${named} of the type "${panel.type}" has no query to Prometheus, and is left out`;
      problems.push({ file, line, column, code: 'import-unfit', severity: 'warning', message });
    } else if (panel.lost.length > 0) {
      drop(
        panel.place,
        `${named} loses ${panel.lost.join(', ')}, which today's panels do not have`,
      );
    }
  }
  const named = `of the dashboard "${dashboard.title}"`;
  for (const { name } of dashboard.annotations.filter((one) => !isPlanAnnotation(one))) {
    drop(dashboard.place, `the annotation "${name}" ${named} asks no Prometheus, and is left out`);
  }
  for (const { title } of dashboard.links.filter((link) => linkEntry(link).length === 0)) {
    drop(
      dashboard.place,
      `the link "${textOf(title) ?? ''}" ${named} leads nowhere, and is left out`,
    );
  }
  for (const { name, type, place } of dashboard.variables) {
    if (type === 'datasource' || isPlanVariable({ type })) continue;
    drop(place, `the variable "${name}" of the type "${type}" is left out, as plans have none`);
  }
}
