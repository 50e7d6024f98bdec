import { generateRun, hasErrors, readEnvironment, type GenerateScope } from '@g6/dashboards';
import { refused, warnings, type Outcome } from '../outcome';
import { executorRequest, type RunOptions } from '../run-options';

/** Options of the executors `generate-all` and `manifest`. */
export interface GenerateAllOptions extends RunOptions {
  /** Slugs separated by commas; those of all plans by default. */
  readonly slug?: string;
}

/**
 * Writes several dashboards and the manifest, or the manifest alone. `everySlug` is the list of all
 * plans: where it is what was asked for, generated files without a plan are removed.
 */
export function generateAll(
  options: GenerateAllOptions,
  root: string,
  scope: GenerateScope,
  everySlug?: string,
): Outcome {
  const { sourceDateEpoch } = readEnvironment(process.env);
  const { slug } = options;
  const report = generateRun({
    ...executorRequest(options, root),
    // As they were asked for: Nx restores the files of exactly this list, so that a name with a
    // blank in it must not be taken for a slug.
    only: slug?.split(','),
    prune: slug === everySlug,
    scope,
    now: sourceDateEpoch ?? Math.floor(Date.now() / 1000),
    dryRun: false,
  });
  if (hasErrors(report.problems)) return refused(report.problems);
  const { written, unchanged, pruned, truncated, manifestWritten } = report;
  const lines = [
    ...truncated.map(({ slug, titles }) => `${slug}: over the cap, left out: ${titles.join(', ')}`),
    ...written.map((slug) => `${options.output}/${slug}.json written`),
    ...pruned.map((slug) => `${options.output}/${slug}.json removed, no plan asks for it`),
    `${written.length} written, ${unchanged.length} unchanged; manifest ${manifestWritten ? 'written' : 'unchanged'}`,
  ];
  return { success: true, output: `${warnings(report.problems)}${lines.join('\n')}\n` };
}
