import type { TargetConfiguration } from '@nx/devkit';
import type { DashboardSet } from './dashboard-sets';
import { filesTargets } from './files-targets';
import type { NormalizedOptions } from './plugin-options';
import { slicesTargets } from './slice-targets';
import { SYNC_TARGET, syncTarget } from './sync-registration';
import { reportTargets } from './report-targets';
import { ruleTargets } from './rule-targets';
import {
  catalogueInputs,
  executorTarget,
  generatedFileInputs,
  runOptions,
  TECHNOLOGIES,
  type Inputs,
  type Projects,
} from './target';

const ENVIRONMENT: Inputs = [{ env: 'G6_DASHBOARD_DENSE' }, { env: 'SOURCE_DATE_EPOCH' }];

/** The slugs of the plans, and of generated files without one. */
export interface Slugs {
  readonly planned: readonly string[];
  readonly orphaned: readonly string[];
}

/** The project of all plans together. */
export function aggregateProject(
  slugs: Slugs,
  options: DashboardSet,
  passed: Inputs[number],
): Projects {
  const count = slugs.planned.length;
  const files = filesTargets(slugs.planned, options);
  const standIns = { ...files, ...slicesTargets(slugs.planned, options) };
  const parts = { inputs: inputsOf(options), options: optionsOf(options), passed };
  const reports = reportTargets({ ...parts, files: Object.keys(files) }, options);
  const rules = ruleTargets(parts.inputs, options);
  return {
    [options.root]: {
      name: options.project,
      projectType: 'library',
      tags: ['type:dashboards'],
      metadata: {
        description: `${count === 1 ? 'The Grafana dashboard' : `All ${count} Grafana dashboards`}, and their manifest`,
        technologies: TECHNOLOGIES,
        targetGroups: {
          Dashboards: ['generate', 'manifest', 'verify', ...Object.keys(standIns), SYNC_TARGET],
          Reports: Object.keys(reports),
          Rules: Object.keys(rules),
        },
      },
      targets: {
        generate: generateTarget(slugs, options),
        ...manifestTargets(Object.keys(files), options),
        ...standIns,
        ...reports,
        ...rules,
        [SYNC_TARGET]: syncTarget(),
      },
    },
  };
}

/** Writes the manifest, and verifies it after everything else is there. */
function manifestTargets(files: readonly string[], options: DashboardSet) {
  return {
    manifest: executorTarget('manifest', {
      description: 'Writes the manifest',
      inputs: inputsOf(options),
      outputs: [manifestOf(options)],
      options: optionsOf(options),
      dependsOn: [...options.generator.dependsOn],
    }),
    verify: executorTarget('verify-manifest', {
      description: 'Fails if the manifest is not what would be generated',
      inputs: [...inputsOf(options), ...generatedFileInputs(manifestPath(options))],
      outputs: [],
      options: optionsOf(options),
      dependsOn: [...options.generator.dependsOn, ...files],
    }),
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
    dependsOn: [...options.generator.dependsOn],
  });
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

function manifestOf(options: NormalizedOptions): string {
  return `{workspaceRoot}/${manifestPath(options)}`;
}

function manifestPath({ output }: NormalizedOptions): string {
  return `${output}/manifest.json`;
}
