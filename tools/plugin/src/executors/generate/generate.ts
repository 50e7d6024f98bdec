import { generateRun, hasErrors } from '@g6/dashboards';
import { BasisCache } from '../basis-cache';
import { refused, warnings, type Outcome } from '../outcome';
import { executorRequest, type RunOptions } from '../run-options';

/** Options of the executor `generate`. */
export interface GenerateOptions extends RunOptions {
  /** Slug of the dashboard, which is the name of its plan's folder. */
  readonly slug: string;
  /** Plan of the dashboard. */
  readonly plan: string;
}

/** Writes the dashboard of one plan; the manifest is left alone. */
export function generateOne(
  options: GenerateOptions,
  root: string,
  basis = new BasisCache(),
): Outcome {
  const request = executorRequest(options, root, options.plan);
  const report = generateRun(
    { ...request, only: [options.slug], scope: 'dashboards', now: 0, dryRun: false },
    basis.get(request),
  );
  if (hasErrors(report.problems)) return refused(report.problems);
  const lines = report.truncated.map(
    ({ slug, titles }) => `${slug}: over the cap, left out: ${titles.join(', ')}\n`,
  );
  const state = report.written.length > 0 ? 'written' : 'unchanged';
  const text = `${options.output}/${options.slug}.json ${state}\n`;
  return { success: true, output: warnings(report.problems) + lines.join('') + text };
}
