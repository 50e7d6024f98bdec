import type { GeneratorCallback, Tree } from '@nx/devkit';
import {
  CHECK_SECRETS,
  GITLAB_JOB,
  GITLAB_PIPELINE,
  importAny,
  importNotes,
  nameTakenProblem,
  FIRST_PROFILE,
  FIRST_SETTINGS,
  newPlan,
  readSpec,
  SAMPLE_SLUG,
  SAMPLE_SPEC,
  type SpecFile,
  TURN_ON_HOOKS,
} from '@g6/dashboards';
import { pick } from '@g6/settings';
import { dashboardSet, type DashboardSet } from '../../inference/dashboard-sets';
import { explainOptions } from '../../inference/explain-options';
import type { NameOwners } from '../../inference/foreign-names';
import { printReport } from '../../print';
import { type ServerPluginOptions, serverOf } from '../../server-options';
import {
  isYamlFile,
  type NormalizedOptions,
  type PluginOptions,
} from '../../inference/plugin-options';
import { importIntoTree } from '../import-into-tree';
import type { RepeatedOption } from '../list-option';
import { pluginEntries } from '../plugin-entries';
import { nameOwners, takenByAll, takenBySlug } from '../name-owners';
import { refuseErrors } from '../refuse';
import { plansInTree, renewSchemas, schemaFor, specInTree } from '../tree-inputs';
import { addPluginEntry, addSyncSettings } from './add-nx-settings';
import { addScripts } from './add-scripts';
import { chooseSources } from './choose-sources';
import { addCheckWorkflow } from './check-workflow';
import { addCiWorkflow } from './ci-workflow';
import { firstRun } from './first-run';
import { addGitHook } from './git-hook';
import { addGitLabPipeline } from './gitlab-pipeline';
import { ignoreReports } from './ignore-reports';
import { keepLineEnds } from './keep-line-ends';
import { addReportWorkflow } from './report-workflow';

/** Options of the generator `init`. */
export interface InitGeneratorOptions extends ServerPluginOptions {
  readonly project?: string;
  readonly projectPrefix?: string;
  readonly spec?: string;
  readonly plans?: string;
  readonly output?: string;
  /** URLs, files and folders to begin with; `none` for a sample. */
  readonly from?: RepeatedOption;
  /** Whether to ask nothing; default false. */
  readonly yes?: boolean;
  readonly ci?: 'github' | 'gitlab' | 'none';
  /** Whether to write a workflow that posts what changed on pull requests of GitHub; default false. */
  readonly report?: boolean;
  /** Whether to write a git hook; default false. */
  readonly hooks?: boolean;
  /** Whether to write a workflow that checks the dashboards every morning; default false. */
  readonly check?: boolean;
  /** Passed by `nx add`; no version of any package changes here. */
  readonly keepExistingVersions?: boolean;
}

/**
 * The generator `@g6/plugin:init`: prepares a workspace. What is there already stays as it is, so
 * running it again changes nothing.
 */
export default async function initGenerator(
  tree: Tree,
  options: InitGeneratorOptions,
): Promise<GeneratorCallback> {
  const own = firstOptions(tree, options);
  const [entry = dashboardSet(own, [])] = pluginEntries(tree);
  const owners = await nameOwners(tree, entry);
  const taken = takenByAll(entry, owners);
  if (taken) refuseErrors([nameTakenProblem(taken)]);
  addPluginEntry(tree, own);
  refuseOptions(tree);
  addSyncSettings(tree);
  const sources = await chooseSources(specInTree(tree, entry).length > 0, options);
  const notes =
    sources.length > 0
      ? await addImport(tree, entry, sources, options)
      : addSample(tree, entry, owners);
  renewSchemas(tree, entry);
  addScripts(tree, entry);
  ignoreReports(tree, entry);
  keepLineEnds(tree, entry);
  if (options.report === true) addReportWorkflow(tree, entry.project);
  const remarks = [
    ...addPipeline(tree, options),
    ...addHook(tree, options),
    ...addCheck(tree, entry, options),
  ];
  const changed = tree.listChanges().length > 0;
  const generate = `Generate the dashboards with: nx run ${entry.project}:generate`;
  return () => {
    // Only a beginning is generated at once: later, what is there is for others to renew.
    const next = notes ? [...notes, firstRun(tree, entry)] : [generate];
    const text = [...next, ...remarks].map((line) => line.trimEnd()).join('\n');
    printReport(changed ? `\n${text}\n` : 'The workspace is prepared already\n');
  };
}

/** Imports, and returns what that added, in words; undefined if there was nothing new. */
async function addImport(
  tree: Tree,
  entry: DashboardSet,
  sources: readonly string[],
  options: InitGeneratorOptions,
): Promise<readonly string[] | undefined> {
  const { server, problems } = serverOf(options, tree.root);
  refuseErrors(problems);
  const request = { sources, fetch: server, now: Math.floor(Date.now() / 1000) };
  const report = await importIntoTree(tree, entry, (workspace) => importAny(request, workspace));
  return report.files.length > 0 ? importNotes(report) : undefined;
}

/** Writes a sample or a first plan; undefined if there are both already. */
function addSample(
  tree: Tree,
  entry: DashboardSet,
  owners: NameOwners,
): readonly string[] | undefined {
  const isSample = addSampleSpec(tree, entry);
  const isPlanned = addFirstPlan(tree, entry, isSample, owners);
  return isSample || isPlanned ? [] : undefined;
}

/** Writes the pipeline that is asked for, and returns what is left to do by hand. */
function addPipeline(tree: Tree, { ci = 'github' }: InitGeneratorOptions): string[] {
  if (ci === 'github') addCiWorkflow(tree);
  if (ci !== 'gitlab') return [];
  const { includeByHand } = addGitLabPipeline(tree);
  return includeByHand ? [`Add to ${GITLAB_PIPELINE}: include: [{ local: ${GITLAB_JOB} }]`] : [];
}

/** Writes the git hook if it is asked for, and returns what is left to do by hand. */
function addHook(tree: Tree, { hooks = false }: InitGeneratorOptions): string[] {
  if (!hooks) return [];
  addGitHook(tree);
  return [`Turn the git hook on with: ${TURN_ON_HOOKS}`];
}

/** Writes the workflow of the check if it is asked for, and returns what is left to do by hand. */
function addCheck(
  tree: Tree,
  { project }: DashboardSet,
  { check = false }: InitGeneratorOptions,
): string[] {
  if (!check) return [];
  addCheckWorkflow(tree, project);
  return [CHECK_SECRETS];
}

/** Refuses options that would keep Nx from making its graph, as inference would. */
function refuseOptions(tree: Tree): void {
  const report = explainOptions(tree.read('nx.json', 'utf-8') ?? '{}');
  if (report !== undefined) throw new Error(`nothing was written\n${report}`);
}

/** The options for `nx.json`: those that were given, and no others. */
function ownOptions(options: InitGeneratorOptions): PluginOptions {
  const keys = ['project', 'projectPrefix', 'spec', 'plans', 'output'] as const;
  return pick(
    options,
    keys.filter((key) => options[key] !== undefined),
  );
}

/** The options for `nx.json`, with those of a beginning if nothing is generated yet. */
function firstOptions(tree: Tree, options: InitGeneratorOptions): PluginOptions {
  const own = ownOptions(options);
  const { output } = dashboardSet(own, []);
  return tree.exists(`${output}/manifest.json`) ? own : { ...own, ...FIRST_SETTINGS };
}

/** Writes the sample if there is no spec, and returns whether it did. */
function addSampleSpec(tree: Tree, entry: NormalizedOptions): boolean {
  if (specInTree(tree, entry).length > 0) return false;
  const path = isYamlFile(entry.spec) ? entry.spec : `${entry.spec}/base.yml`;
  const folder = path.split('/').slice(0, -1).join('/');
  const schema = schemaFor(tree, 'spec', { folder, set: entry });
  const comment = `# yaml-language-server: $schema=${schema}\n`;
  tree.write(path, comment + SAMPLE_SPEC);
  return true;
}

/**
 * Writes a first plan: of the whole sample, or of the first family of a spec that was there. Returns
 * whether it did.
 */
function addFirstPlan(
  tree: Tree,
  entry: DashboardSet,
  isSample: boolean,
  owners: NameOwners,
): boolean {
  if (plansInTree(tree, entry).length > 0) return false;
  const spec = specInTree(tree, entry);
  const families = familiesOf(spec);
  const [first] = families;
  if (first === undefined) return false;
  const slug = isSample ? SAMPLE_SLUG : first;
  const path = `${entry.plans}/${slug}/plan.yaml`;
  const request = { slug, profile: FIRST_PROFILE, families: isSample ? families : [first] };
  const { text = '', problems } = newPlan(request, {
    path,
    schema: schemaFor(tree, 'plan', { folder: `${entry.plans}/${slug}`, set: entry }),
    spec,
    plans: [],
    taken: takenBySlug(slug, entry, owners),
  });
  refuseErrors(problems);
  tree.write(path, text);
  return true;
}

/** Families that have something to show. */
function familiesOf(files: readonly SpecFile[]): string[] {
  const { spec, problems } = readSpec(files);
  refuseErrors(problems);
  return spec.families.filter(({ metrics }) => metrics.length > 0).map(({ name }) => name);
}
