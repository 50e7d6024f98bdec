import type { ProjectConfiguration, TargetConfiguration } from '@nx/devkit';
import { isYamlFile, type NormalizedOptions } from './plugin-options';

type Projects = Record<string, Omit<ProjectConfiguration, 'root'>>;
type Inputs = NonNullable<TargetConfiguration['inputs']>;

const TECHNOLOGIES = ['grafana', 'prometheus'];
/** Tag of every project that stands for one dashboard. */
const DASHBOARD_TAG = 'type:dashboard';
const DENSE = { env: 'G6_DASHBOARD_DENSE' };
const VERBOSE = { env: 'G6_DASHBOARD_DIFF_VERBOSE' };
const EPOCH = { env: 'SOURCE_DATE_EPOCH' };

/** The project of one plan: generate and verify its dashboard. */
export function dashboardProject(slug: string, options: NormalizedOptions): Projects {
  const output = outputFile(slug, options);
  const inputs: Inputs = [...catalogueInputs(options), '{projectRoot}/plan.yaml', DENSE];
  const targetOptions = {
    ...runOptions(options),
    slug,
    plan: `${options.plans}/${slug}/plan.yaml`,
  };
  return {
    [`${options.plans}/${slug}`]: {
      name: slug,
      projectType: 'library',
      tags: [DASHBOARD_TAG],
      metadata: {
        description: `Grafana dashboard ${slug}, generated from its plan and the metrics spec`,
        technologies: TECHNOLOGIES,
        targetGroups: { Dashboard: ['generate', 'verify'] },
      },
      targets: {
        generate: target('generate', {
          description: `Writes ${options.output}/${slug}.json`,
          inputs,
          outputs: [output],
          options: targetOptions,
          dependsOn: [...options.generatorDependsOn],
        }),
        verify: target('verify', {
          description: `Fails where ${options.output}/${slug}.json is not what would be generated`,
          inputs: [...inputs, output, VERBOSE],
          outputs: [],
          options: targetOptions,
          dependsOn: [...options.generatorDependsOn],
        }),
      },
    },
  };
}

/** The project of a generated file whose plan is gone: verification tells of it. */
export function orphanProject(slug: string, options: NormalizedOptions): Projects {
  const output = outputFile(slug, options);
  return {
    [`${options.plans}/${slug}`]: {
      name: slug,
      projectType: 'library',
      tags: [DASHBOARD_TAG],
      metadata: {
        description: `${slug}.json lies among the generated dashboards, and has no plan`,
        technologies: TECHNOLOGIES,
      },
      targets: {
        verify: target('verify', {
          description: 'Fails where a generated dashboard has no plan any more',
          inputs: [output],
          outputs: [],
          options: { ...runOptions(options), slug },
          dependsOn: [...options.generatorDependsOn],
        }),
      },
    },
  };
}

/** The project of all plans together. */
export function aggregateProject(slugs: readonly string[], options: NormalizedOptions): Projects {
  const plans = `{workspaceRoot}/${options.plans}/*/plan.yaml`;
  const inputs: Inputs = [...catalogueInputs(options), plans, DENSE, EPOCH];
  const manifest = `{workspaceRoot}/${options.output}/manifest.json`;
  const all = { ...runOptions(options), plans: options.plans };
  return {
    [rootOf(options)]: {
      name: options.project,
      projectType: 'library',
      tags: ['type:dashboards'],
      metadata: {
        description: `All ${slugs.length} Grafana dashboards, and what is told of them together`,
        technologies: TECHNOLOGIES,
        targetGroups: { Dashboards: ['generate', 'manifest'] },
      },
      targets: {
        generate: target('generate-all', {
          description: 'Writes all dashboards, or those of --slug=a,b, and the manifest',
          inputs,
          // Every slug by name and no wildcard: a file that is not ours is then neither stored in
          // the cache nor removed when an entry is restored.
          outputs: [`{workspaceRoot}/${options.output}/@({options.slug}).json`, manifest],
          options: { ...all, slug: slugs.join(',') },
          dependsOn: [...options.generatorDependsOn],
        }),
        manifest: target('manifest', {
          description: 'Writes the manifest',
          inputs,
          outputs: [manifest],
          options: all,
          dependsOn: [...options.generatorDependsOn],
        }),
      },
    },
  };
}

interface TargetParts {
  readonly description: string;
  readonly inputs: Inputs;
  readonly outputs: string[];
  readonly options: Record<string, unknown>;
  readonly dependsOn: string[];
}

function target(executor: string, parts: TargetParts): TargetConfiguration {
  const { description, dependsOn, ...rest } = parts;
  return {
    executor: `@g6/plugin:${executor}`,
    cache: true,
    ...rest,
    ...(dependsOn.length > 0 ? { dependsOn } : {}),
    metadata: { description, technologies: TECHNOLOGIES },
  };
}

/** What every dashboard depends on: the spec, the efficiency catalogue and the generator. */
function catalogueInputs(options: NormalizedOptions): Inputs {
  const spec = isYamlFile(options.spec) ? options.spec : `${options.spec}/*.{yml,yaml}`;
  const generator: Inputs =
    options.generatorInputs.length > 0
      ? [...options.generatorInputs]
      : [{ externalDependencies: ['@g6/plugin'] }];
  return [`{workspaceRoot}/${spec}`, `{workspaceRoot}/${options.efficiency}`, ...generator];
}

/** What the executors are told; undefined options would only clutter the project's view. */
function runOptions({ spec, efficiency, output, unitInference, datasourceUid }: NormalizedOptions) {
  return {
    spec,
    efficiency,
    output,
    unitInference,
    ...(datasourceUid === undefined ? {} : { datasourceUid }),
  };
}

function outputFile(slug: string, { output }: NormalizedOptions): string {
  return `{workspaceRoot}/${output}/${slug}.json`;
}

function rootOf({ plans }: NormalizedOptions): string {
  const slash = plans.lastIndexOf('/');
  return slash < 0 ? plans : plans.slice(0, slash);
}
