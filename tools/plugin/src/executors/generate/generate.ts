import { printGenerate } from '@g6/dashboards';
import type { Task } from '../executor';
import { nxShell } from '../nx-shell';
import { type AnnotatedOptions, executorRequest, type RunOptions } from '../run-options';

/** Options of the executor `generate`. */
export interface GenerateOptions extends RunOptions, AnnotatedOptions {
  /** Slug of the dashboard, which is the name of its plan's folder. */
  readonly slug: string;
  /** Plan of the dashboard. */
  readonly plan: string;
}

/** Writes the dashboard of one plan; the manifest is left alone. */
export const generateOne: Task<GenerateOptions> = (options, { root }, basis) => {
  const request = executorRequest(options, root, options.plan);
  return printGenerate(
    { ...request, only: [options.slug], scope: 'dashboards', now: 0, dryRun: false },
    nxShell({ format: options.format }),
    basis.get(request),
  );
};
