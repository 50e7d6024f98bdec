import { sliceOf, textOfSlice } from '@g6/generation';
import type { Problem } from '@g6/problems';
import { SliceFolder } from '../files/slice-folder';
import { loadBasis, loadPlans } from './load-workspace';
import type { RunRequest } from './run-request';

/** Where the slices go, in addition to what every run has. */
export interface SlicesRequest extends RunRequest {
  /** Folder of the slices. */
  readonly folder: string;
}

/** The slices that were written, or why there are none. */
export interface SlicesReport {
  readonly problems: readonly Problem[];
  /** Slugs of which there is a slice. */
  readonly slugs: readonly string[];
  /** How many of them changed. */
  readonly changed: number;
}

/**
 * Writes for each plan what its dashboard is made of besides the plan. An error of the spec concerns
 * every dashboard, so nothing is written; a plan with an error has no slice, and is for its own
 * dashboard to report.
 */
export function slicesRun(request: SlicesRequest): SlicesReport {
  const { basis, problems } = loadBasis(request.spec, request.options);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { problems: errors, slugs: [], changed: 0 };
  const reading = loadPlans(request.plans, basis);
  const wrong = new Set(
    reading.problems.filter(({ severity }) => severity === 'error').map(({ file }) => file),
  );
  const plans = reading.plans.filter(({ ref }) => !wrong.has(ref.file.path));
  const folder = new SliceFolder(request.folder);
  const slugs = plans.map(({ slug }) => slug);
  folder.removeAllBut(slugs);
  const changed = plans.filter((plan) =>
    folder.write(plan.slug, `${textOfSlice(sliceOf(plan, basis), 2)}\n`),
  );
  return { problems: [], slugs, changed: changed.length };
}
