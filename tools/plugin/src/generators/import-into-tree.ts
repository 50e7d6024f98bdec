import type { Tree } from '@nx/devkit';
import {
  type ImportReport,
  type ImportWorkspace,
  nameTakenProblem,
  type Problem,
} from '@g6/dashboards';
import type { DashboardSet } from '../inference/dashboard-sets';
import { isYamlFile } from '../inference/plugin-options';
import { nameOwners, takenBySlug } from './name-owners';
import { refuseErrors } from './refuse';
import { plansInTree, schemaFor, specInTree } from './tree-inputs';

/**
 * Writes an import through the tree, so that Nx shows it and a dry run writes nothing. New files name
 * their JSON Schema. Errors end the generator, and so does a plan whose project could have no name.
 */
export async function importIntoTree(
  tree: Tree,
  set: DashboardSet,
  importing: (workspace: ImportWorkspace) => Promise<ImportReport>,
  withPlans = true,
): Promise<ImportReport> {
  const workspace = workspaceInTree(tree, set, withPlans);
  const report = await importing(workspace);
  refuseErrors([...report.problems, ...(await takenNames(tree, set, report))]);
  const plans = plansInTree(tree, set);
  for (const { path, before, text } of report.files) {
    tree.write(path, before === undefined ? newFile(path) + text : asBefore(path, text));
  }
  return report;

  function newFile(path: string): string {
    const kind = path.startsWith(`${set.plans}/`) ? 'plan' : 'spec';
    const folder = path.split('/').slice(0, -1).join('/');
    const schema = schemaFor(tree, kind, { folder, set }, kind === 'plan' ? plans : []);
    return `# yaml-language-server: $schema=${schema}\n`;
  }

  /** A file with the line ends of Windows keeps them. */
  function asBefore(path: string, text: string): string {
    const isWindows = tree.read(path, 'utf-8')?.includes('\r\n') === true;
    return isWindows ? text.replaceAll('\n', '\r\n') : text;
  }
}

function workspaceInTree(tree: Tree, set: DashboardSet, withPlans: boolean): ImportWorkspace {
  const { spec, plans } = set;
  return {
    spec: specInTree(tree, set).map(withPlainLines),
    plans: withPlans ? plansInTree(tree, set).map(withPlainLines) : [],
    target: {
      spec: { path: spec, isFolder: !isYamlFile(spec) && !tree.isFile(spec) },
      plans: withPlans ? plans : undefined,
    },
  };
}

function withPlainLines<File extends { readonly text: string }>(file: File): File {
  return { ...file, text: file.text.replaceAll('\r\n', '\n') };
}

/** The problems of new plans whose projects would have names that others have. */
async function takenNames(
  tree: Tree,
  set: DashboardSet,
  { added }: ImportReport,
): Promise<readonly Problem[]> {
  if (added.plans.length === 0) return [];
  const owners = await nameOwners(tree, set);
  return added.plans
    .filter((slug) => !tree.exists(`${set.plans}/${slug}`))
    .flatMap((slug) => takenBySlug(slug, set, owners) ?? [])
    .map(nameTakenProblem);
}
