import type { TargetConfiguration } from '@nx/devkit';
import type { DashboardSet } from './dashboard-sets';
import type { NormalizedOptions } from './plugin-options';
import { SYNC_TARGET, syncTarget } from './sync-registration';
import { REPORT_TARGETS, reportTargets } from './report-targets';
import { RULE_TARGETS, ruleTargets } from './rule-targets';
import {
  catalogueInputs,
  executorTarget,
  runOptions,
  TECHNOLOGIES,
  type Inputs,
  type Projects,
} from './target';

/** The target of the aggregate project that stands for the generated files as they lie on disk. */
export const FILES_TARGET = 'files';

const ENVIRONMENT: Inputs = [{ env: 'G6_DASHBOARD_DENSE' }, { env: 'SOURCE_DATE_EPOCH' }];

/** What the aggregate project is about: slugs of plans, and of generated files without one. */
export interface Slugs {
  readonly planned: readonly string[];
  readonly orphaned: readonly string[];
}

/** The project of all plans together. */
export function aggregateProject(slugs: Slugs, options: DashboardSet): Projects {
  const count = slugs.planned.length;
  return {
    [options.root]: {
      name: options.project,
      projectType: 'library',
      tags: ['type:dashboards'],
      metadata: {
        description: `${count === 1 ? 'The Grafana dashboard' : `All ${count} Grafana dashboards`}, and their manifest`,
        technologies: TECHNOLOGIES,
        targetGroups: {
          Dashboards: ['generate', 'manifest', FILES_TARGET, SYNC_TARGET],
          Reports: REPORT_TARGETS,
          Rules: RULE_TARGETS,
        },
      },
      targets: {
        generate: generateTarget(slugs, options),
        manifest: executorTarget('manifest', {
          description: 'Writes the manifest',
          inputs: inputsOf(options),
          outputs: [manifestOf(options)],
          options: optionsOf(options),
          dependsOn: [...options.generatorDependsOn],
        }),
        [FILES_TARGET]: filesTarget(options),
        ...reportTargets(
          { inputs: inputsOf(options), options: optionsOf(options), files: FILES_TARGET },
          options,
        ),
        ...ruleTargets(inputsOf(options), options),
        [SYNC_TARGET]: syncTarget(),
      },
    },
  };
}

function generateTarget(slugs: Slugs, options: NormalizedOptions): TargetConfiguration {
  const example = slugs.planned[0] ?? 'slug';
  return executorTarget('generate-all', {
    description: 'Writes all dashboards, or those of --slug=a,b, and the manifest',
    help: {
      command: `npx nx run ${options.project}:generate --help`,
      example: { options: { slug: example } },
    },
    // A cache entry tells nothing of files to remove: while there are some, generation runs.
    cache: slugs.orphaned.length === 0,
    inputs: inputsOf(options),
    // Every slug by name and no wildcard: a file that is not ours is then neither stored in the
    // cache nor removed when an entry is restored.
    outputs: [`{workspaceRoot}/${options.output}/@({options.slug}).json`, manifestOf(options)],
    options: { ...optionsOf(options), slug: slugs.planned.join(',') },
    dependsOn: [...options.generatorDependsOn],
  });
}

/** Does nothing: verification depends on it, so as to be hashed after generation has ended. */
function filesTarget(options: NormalizedOptions): TargetConfiguration {
  return {
    executor: 'nx:noop',
    inputs: [],
    outputs: [`{workspaceRoot}/${options.output}/*.json`],
    dependsOn: [...options.generatorDependsOn],
    metadata: {
      description: 'The generated files as they lie on disk, which verification looks at',
      technologies: TECHNOLOGIES,
    },
  };
}

function inputsOf(options: NormalizedOptions): Inputs {
  return [
    ...catalogueInputs(options),
    `{workspaceRoot}/${options.plans}/*/plan.yaml`,
    ...ENVIRONMENT,
  ];
}

function optionsOf(options: NormalizedOptions): Record<string, unknown> {
  return { ...runOptions(options), plans: options.plans };
}

function manifestOf({ output }: NormalizedOptions): string {
  return `{workspaceRoot}/${output}/manifest.json`;
}
