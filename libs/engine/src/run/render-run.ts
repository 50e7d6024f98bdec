import {
  type DraftBasis,
  finishDashboard,
  type GenerationOptions,
  hashOfSlice,
  panelCount,
  type DraftedDashboard,
  sliceOf,
} from '@g6/generation';
import { encodeDashboard, type EncodedDashboard, manifestText } from '@g6/dashboard-files';
import { sha256Hex } from '@g6/model';
import type { PlannedRun } from './plan-run';

/** The file of a dashboard. */
export function renderDashboard(
  dashboard: DraftedDashboard,
  basis: DraftBasis,
  options: GenerationOptions,
): EncodedDashboard {
  const json = finishDashboard(dashboard, basis, options);
  return encodeDashboard(dashboard.plan.slug, json, options.metaKey);
}

/** The hash of the spec, or of the slices of all dashboards, also of those that this run leaves out. */
function manifestHash(
  { basis, plans }: PlannedRun,
  planned: ReadonlyMap<string, DraftedDashboard>,
  { specHash }: GenerationOptions,
): string {
  if (specHash !== 'slice') return basis.spec.hash;
  const lines = plans.map((plan) => {
    const hash = planned.get(plan.slug)?.slice?.spec.hash ?? hashOfSlice(sliceOf(plan, basis));
    return `${plan.slug} ${hash}\n`;
  });
  return sha256Hex(lines.join(''));
}

/** The text of the manifest of a run, given the one before it and seconds since 1970. */
export function renderManifest(
  run: PlannedRun,
  options: GenerationOptions,
  previous: string | undefined,
  now: number,
): string {
  const planned = new Map<string, DraftedDashboard>(
    run.dashboards.map((dashboard) => [dashboard.plan.slug, dashboard]),
  );
  const dashboards = run.plans.map((plan) => ({
    slug: plan.slug,
    uid: `${options.uidPrefix}${plan.slug}`,
    families: plan.families,
    panel_count: panelCount(planned.get(plan.slug)),
    ...(plan.folder === undefined ? {} : { folder: plan.folder }),
  }));
  const specHash = manifestHash(run, planned, options).slice(0, 16);
  const content = { spec_hash: specHash, count: dashboards.length, dashboards };
  return manifestText(content, previous, now);
}
