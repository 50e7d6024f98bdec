import {
  printGenerate,
  printProblems,
  readEnvironment,
  type GenerateScope,
  type Printout,
} from '@g6/dashboards';
import { nxShell } from '../nx-shell';
import { type AnnotatedOptions, executorRequest, type RunOptions } from '../run-options';

/** Options of the executors `generate-all` and `manifest`. */
export interface GenerateAllOptions extends RunOptions, AnnotatedOptions {
  /** Slugs separated by commas; those of all plans by default. */
  readonly slug?: string;
}

/**
 * Writes several dashboards and the manifest, or the manifest alone. `everySlug` is the list of all
 * plans: if it is what was asked for, generated files without a plan are removed.
 */
export function generateAll(
  options: GenerateAllOptions,
  root: string,
  scope: GenerateScope,
  everySlug?: string,
): Printout {
  const { sourceDateEpoch, problems } = readEnvironment(process.env);
  const { slug, format } = options;
  const shell = nxShell({ format });
  if (problems.length > 0) return printProblems(problems, shell);
  const request = {
    ...executorRequest(options, root),
    // As they were asked for: Nx restores the files of exactly this list, so that a name with a
    // blank in it must not be taken for a slug.
    only: slug?.split(','),
    prune: slug === everySlug,
    scope,
    now: sourceDateEpoch ?? Math.floor(Date.now() / 1000),
    dryRun: false,
  };
  return printGenerate(request, shell);
}
