import { createHash } from 'node:crypto';
import type { TargetConfiguration } from '@nx/devkit';
import { TECHNOLOGIES } from './target';

/** So many files have one target, and are no trouble. */
const MOST_TOGETHER = 128;
/** Of more, each target stands for about so many: Nx keeps all outputs of a target for every task that depends on it. */
const SHARE = 32;

/** Files of all dashboards that other targets look at, and the targets that stand for them. */
export interface SharedFiles {
  /** The name of the target that stands for all of them. */
  readonly target: string;
  /** All of them, as a pattern from the workspace root. */
  readonly pattern: string;
  /** The file of a slug, from the workspace root. */
  readonly fileOf: (slug: string) => string;
  /** What makes them. */
  readonly dependsOn: NonNullable<TargetConfiguration['dependsOn']>;
  readonly description: string;
}

/**
 * Targets that do nothing: what looks at files depends on them, so as to be hashed after these are
 * made. Nx looks through all outputs of such a target for every task that depends on it. With many
 * dashboards each target therefore stands for a share of the files, or else the time would grow with
 * their square; and the target of all, which then waits for all the shares, sees to it that what
 * depends on them still begins together, as one batch.
 */
export function sharedTargets(
  slugs: readonly string[],
  shared: SharedFiles,
): Record<string, TargetConfiguration> {
  const shares = shareCount(slugs.length);
  if (shares === 1) return { [shared.target]: standIn([shared.pattern], shared) };
  const files = Array.from({ length: shares }, (): string[] => []);
  for (const slug of slugs) files[shareOf(slug, shares)]?.push(shared.fileOf(slug));
  const targets = Object.fromEntries(
    files.map((own, share) => [shareTarget(shared, share), standIn(own, shared)]),
  );
  const all = { ...standIn([], shared), dependsOn: Object.keys(targets) };
  return { ...targets, [shared.target]: all };
}

/** The targets that what looks at the file of one of so many slugs depends on. */
export function sharedTargetsOf(
  slug: string,
  count: number,
  shared: Pick<SharedFiles, 'target'>,
): readonly string[] {
  const shares = shareCount(count);
  return shares === 1
    ? [shared.target]
    : [shared.target, shareTarget(shared, shareOf(slug, shares))];
}

function standIn(
  files: readonly string[],
  { dependsOn, description }: SharedFiles,
): TargetConfiguration {
  return {
    executor: 'nx:noop',
    // One after the other, and after what generates in the same run: Nx takes tasks that get ready
    // while several others end for lone ones, and starts a process for each.
    parallelism: false,
    inputs: [],
    outputs: files.map((file) => `{workspaceRoot}/${file}`),
    dependsOn: [...dependsOn],
    metadata: { description, technologies: TECHNOLOGIES },
  };
}

/** A power of two: on what a task depends is hashed, and must rarely change with their number. */
function shareCount(slugs: number): number {
  return slugs <= MOST_TOGETHER ? 1 : 2 ** Math.ceil(Math.log2(slugs / SHARE));
}

/** The share that a slug falls into, by a digest: it depends on nothing but the slug. */
function shareOf(slug: string, shares: number): number {
  return createHash('sha256').update(slug).digest().readUInt32BE() % shares;
}

function shareTarget({ target }: Pick<SharedFiles, 'target'>, share: number): string {
  return `${target}-${share}`;
}
