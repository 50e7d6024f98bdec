import { createHash } from 'node:crypto';
import type { TargetConfiguration } from '@nx/devkit';
import { outputFile, TECHNOLOGIES } from './target';
import type { NormalizedOptions } from './plugin-options';

/** The target of the aggregate project that stands for the generated files as they lie on disk. */
export const FILES_TARGET = 'files';

/** About how many files one target stands for. */
const SHARE = 128;

/**
 * Targets that do nothing: what looks at generated files depends on them, so as to be hashed after
 * generation has ended. Nx looks through all outputs of such a target for every task that depends on
 * it. With many dashboards each target therefore stands for a share of the files, or else the time of
 * verification would grow with their square; and `files`, which then waits for all the shares, sees to
 * it that verifications still begin together, as one batch.
 */
export function filesTargets(
  slugs: readonly string[],
  options: NormalizedOptions,
): Record<string, TargetConfiguration> {
  const shares = shareCount(slugs.length);
  if (shares === 1) return { [FILES_TARGET]: standIn([`${options.output}/*.json`], options) };
  const files = Array.from({ length: shares }, (): string[] => []);
  for (const slug of slugs) files[shareOf(slug, shares)]?.push(outputFile(slug, options));
  const targets = Object.fromEntries(
    files.map((own, share) => [shareTarget(share), standIn(own, options)]),
  );
  const all = { ...standIn([], options), dependsOn: Object.keys(targets) };
  return { ...targets, [FILES_TARGET]: all };
}

/** The targets of the aggregate project that the verification of one of so many slugs depends on. */
export function filesTargetsOf(slug: string, count: number): readonly string[] {
  const shares = shareCount(count);
  return shares === 1 ? [FILES_TARGET] : [FILES_TARGET, shareTarget(shareOf(slug, shares))];
}

function standIn(
  files: readonly string[],
  { output, generator }: NormalizedOptions,
): TargetConfiguration {
  return {
    executor: 'nx:noop',
    // One after the other, and after what generates in the same run: Nx takes tasks that get ready
    // while several others end for lone ones, and starts a process for each.
    parallelism: false,
    inputs: [],
    outputs: files.map((file) => `{workspaceRoot}/${file}`),
    dependsOn: [...generator.dependsOn],
    metadata: {
      description: `Stands for files in ${output} as they lie on disk, for targets that look at them`,
      technologies: TECHNOLOGIES,
    },
  };
}

/** A power of two: on what a verification depends is hashed, and must rarely change with their number. */
function shareCount(slugs: number): number {
  return slugs <= SHARE ? 1 : 2 ** Math.ceil(Math.log2(slugs / SHARE));
}

/** The share that a slug falls into, by a digest: it depends on nothing but the slug. */
function shareOf(slug: string, shares: number): number {
  return createHash('sha256').update(slug).digest().readUInt32BE() % shares;
}

function shareTarget(share: number): string {
  return `${FILES_TARGET}-${share}`;
}
