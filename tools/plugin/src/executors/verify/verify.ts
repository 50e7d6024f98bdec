import { printOrphan, printVerify } from '@g6/dashboards';
import type { Task } from '../executor';
import { nxShell } from '../nx-shell';
import { type AnnotatedOptions, executorRequest, runConfig, type RunOptions } from '../run-options';

/** Options of the executor `verify`; without a plan, there should be no file of the slug. */
export interface VerifyOptions extends RunOptions, AnnotatedOptions {
  /** Slug of the dashboard. */
  readonly slug: string;
  /** Plan of the dashboard. */
  readonly plan?: string;
}

/** Compares one dashboard with what would be generated; never writes. */
export const verifyOne: Task<VerifyOptions> = (options, { root, projectName }, basis) => {
  const { slug, plan, format } = options;
  if (plan === undefined) {
    const { output, metaKey } = runConfig(options, root);
    return printOrphan({ output, slug, metaKey }, nxShell({ format }));
  }
  const request = executorRequest(options, root, plan);
  return printVerify(
    { ...request, only: [slug], orphans: false, manifest: false },
    nxShell({ generateCommand: `nx run ${projectName ?? slug}:generate`, format }),
    basis.get(request),
  );
};
