import type { TargetConfiguration } from '@nx/devkit';
import type { NormalizedOptions } from './plugin-options';
import { type SharedFiles, sharedTargets, sharedTargetsOf } from './shared-files';
import { outputFile } from './target';

/** The target of the aggregate project that stands for the generated files as they lie on disk. */
export const FILES_TARGET = 'files';

/** Targets that stand for the generated files, for those that look at them. */
export function filesTargets(
  slugs: readonly string[],
  options: NormalizedOptions,
): Record<string, TargetConfiguration> {
  const { output, generator } = options;
  const shared: SharedFiles = {
    target: FILES_TARGET,
    pattern: `${output}/*.json`,
    fileOf: (slug) => outputFile(slug, options),
    dependsOn: [...generator.dependsOn],
    description: `Stands for files in ${output} as they lie on disk, for targets that look at them`,
  };
  return sharedTargets(slugs, shared);
}

/** The targets of the aggregate project that the verification of one of so many slugs depends on. */
export function filesTargetsOf(slug: string, count: number): readonly string[] {
  return sharedTargetsOf(slug, count, { target: FILES_TARGET });
}
