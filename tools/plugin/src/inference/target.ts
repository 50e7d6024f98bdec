import type { ProjectConfiguration, TargetConfiguration } from '@nx/devkit';
import { isModuleFile, pick, settingsWith } from '@g6/settings';
import { folderOf, isYamlFile, type NormalizedOptions, plainPath } from './plugin-options';

/** Projects by their root, as inference returns them. */
export type Projects = Record<string, Omit<ProjectConfiguration, 'root'>>;

/** The inputs of a target. */
export type Inputs = NonNullable<TargetConfiguration['inputs']>;

/** The technologies of all projects; Nx shows them and filters by them. */
export const TECHNOLOGIES = ['grafana', 'prometheus'];

/** Tag of every project that stands for one dashboard. */
export const DASHBOARD_TAG = 'type:dashboard';

/** Tag of the projects of one set of dashboards, which only its own aggregate project depends on. */
export function setTag({ project }: NormalizedOptions): string {
  return `dashboards:${project}`;
}

interface TargetParts extends Pick<
  TargetConfiguration,
  'cache' | 'inputs' | 'outputs' | 'options' | 'dependsOn'
> {
  readonly description: string;
  readonly help?: NonNullable<TargetConfiguration['metadata']>['help'];
}

/** A target of one of this plugin's executors, cacheable by default. */
export function executorTarget(executor: string, parts: TargetParts): TargetConfiguration {
  const { description, help, dependsOn = [], ...rest } = parts;
  return {
    executor: `@g6/plugin:${executor}`,
    cache: true,
    ...rest,
    ...(dependsOn.length > 0 ? { dependsOn } : {}),
    metadata: { description, technologies: TECHNOLOGIES, ...(help ? { help } : {}) },
  };
}

/** The inputs of every dashboard: the spec, the efficiency catalogue, own profiles and the generator. */
export function catalogueInputs(options: NormalizedOptions): Inputs {
  const { spec, efficiency } = options;
  const isFile = isYamlFile(spec);
  // The catalogue next to the spec counts even while there is none: adding one changes dashboards.
  const nextToSpec = `${isFile ? folderOf(spec) : `${spec}/`}efficiency.{yml,yaml}`;
  return [
    `{workspaceRoot}/${isFile ? spec : `${spec}/*.{yml,yaml}`}`,
    `{workspaceRoot}/${efficiency ?? nextToSpec}`,
    ...profileInputs(options),
    ...generatorInputs(options),
  ];
}

/**
 * The module of own profiles with the code next to it, which it may load; at the top of the workspace,
 * where all kinds of code lie, the module alone. Of a package, its version.
 */
export function profileInputs({ settings: { profiles } }: NormalizedOptions): Inputs {
  if (profiles === undefined) return [];
  if (!isModuleFile(profiles)) {
    const [name] = /^(?:@[^/]+\/)?[^/]+/.exec(profiles) ?? [profiles];
    return [{ externalDependencies: [name] }];
  }
  const file = plainPath(profiles);
  const folder = folderOf(file);
  const code = folder === '' ? file : `${folder}**/*.{js,cjs,mjs,ts,cts,mts}`;
  return [`{workspaceRoot}/${code}`];
}

/** The code that generates: sources in this workspace, or else the installed package. */
export function generatorInputs({ generator }: NormalizedOptions): Inputs {
  return generator.inputs.length > 0
    ? [...generator.inputs]
    : [{ externalDependencies: ['@g6/plugin'] }];
}

/** The options of every executor that generates; undefined ones would only clutter the project's view. */
export function runOptions(options: NormalizedOptions): Record<string, unknown> {
  const { settings } = options;
  return {
    ...definedOf(pick(options, settingsWith('executors', 'every'))),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
  };
}

function definedOf(options: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** The root of the project of a slug. */
export function dashboardRoot(slug: string, { plans }: NormalizedOptions): string {
  return `${plans}/${slug}`;
}

/** The name that the project of a slug should have. */
export function dashboardName(slug: string, { projectPrefix }: NormalizedOptions): string {
  return `${projectPrefix}${slug}`;
}

/** The generated file of a slug, from the workspace root. */
export function outputFile(slug: string, { output }: NormalizedOptions): string {
  return `${output}/${slug}.json`;
}

/**
 * A generated file, twice. As a file of the workspace an edit makes the project affected; but its
 * content is then the one that Nx saw when the command started. Where the same command generates,
 * a success would be remembered for the content before, and a stale file that is committed later
 * would verify from the cache. As an output of a task it is read when the verification begins.
 */
export function generatedFileInputs(file: string): Inputs {
  return [`{workspaceRoot}/${file}`, { dependentTasksOutputFiles: file }];
}
