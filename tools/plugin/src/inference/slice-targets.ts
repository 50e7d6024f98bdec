import type { TargetConfiguration } from '@nx/devkit';
import type { DashboardSet } from './dashboard-sets';
import { type SharedFiles, sharedTargets, sharedTargetsOf } from './shared-files';
import {
  catalogueInputs,
  executorTarget,
  generatorInputs,
  profileInputs,
  type Inputs,
  runOptions,
  TECHNOLOGIES,
} from './target';

/** The target of the aggregate project that writes what each dashboard is made of. */
export const SLICES_TARGET = 'slices';
/** The target that stands for what it wrote. */
const SLICE_FILES_TARGET = 'slice-files';
/** The target of a dashboard that an edit of the spec touches. */
export const SLICE_TARGET = 'slice';

/** Whether dashboards are hashed by what they are made of, and not by the whole spec. */
export function hasSlices({ settings }: Pick<DashboardSet, 'settings'>): boolean {
  return settings.specHash === 'slice';
}

/** The targets that write slices, and that stand for them; none without slices. */
export function slicesTargets(
  slugs: readonly string[],
  options: DashboardSet,
): Record<string, TargetConfiguration> {
  if (!hasSlices(options)) return {};
  const folder = slicesFolder(options);
  const shared: SharedFiles = {
    target: SLICE_FILES_TARGET,
    pattern: `${folder}/*.json`,
    fileOf: (slug) => sliceFile(slug, options),
    dependsOn: [SLICES_TARGET],
    description: `Stands for the slices in ${folder}, for targets that are made of them`,
  };
  return {
    [SLICES_TARGET]: executorTarget(SLICES_TARGET, {
      description: 'Reads the spec once, and writes for each dashboard the part that it is made of',
      inputs: [...catalogueInputs(options), `{workspaceRoot}/${options.plans}/*/plan.yaml`],
      outputs: ['{options.out}'],
      options: { ...runOptions(options), plans: options.plans, out: folder },
      dependsOn: [...options.generator.dependsOn],
    }),
    ...sharedTargets(slugs, shared),
  };
}

/** What a dashboard is hashed by besides its plan: its slice, or else the whole spec. */
export function madeOf(slug: string, options: DashboardSet): Inputs {
  if (!hasSlices(options)) return catalogueInputs(options);
  return [
    { dependentTasksOutputFiles: sliceFile(slug, options) },
    ...profileInputs(options),
    ...generatorInputs(options),
  ];
}

/** What a target waits for that is hashed by the slice of one of so many slugs. */
export function slicesOf(slug: string, count: number, options: DashboardSet) {
  if (!hasSlices(options)) return [];
  return sharedTargetsOf(slug, count, { target: SLICE_FILES_TARGET }).map((target) => ({
    projects: [options.project],
    target,
  }));
}

/**
 * A target of a dashboard that does nothing. Its inputs are those of all slices: Nx takes a project
 * for affected if a file among the inputs of any of its targets changed, and an edit of the spec may
 * change any slice. Which dashboards did change is then a matter of the cache.
 */
export function sliceTarget(options: DashboardSet): Record<string, TargetConfiguration> {
  if (!hasSlices(options)) return {};
  return {
    [SLICE_TARGET]: {
      executor: 'nx:noop',
      inputs: catalogueInputs(options),
      dependsOn: [{ projects: [options.project], target: SLICES_TARGET }],
      metadata: {
        description:
          'Stands for the spec, an edit of which may change what the dashboard is made of',
        technologies: TECHNOLOGIES,
      },
    },
  };
}

/** The folder of the slices, which follow from the spec and the plans and are not committed. */
function slicesFolder({ reports }: DashboardSet): string {
  return `${reports}/slices`;
}

function sliceFile(slug: string, options: DashboardSet): string {
  return `${slicesFolder(options)}/${slug}.json`;
}
