import type { NxJsonConfiguration, Tree } from '@nx/devkit';
import { didYouMean } from '@g6/dashboards';
import { parse } from 'jsonc-parser';
import { dashboardSet, entryOptions, PLUGIN, type DashboardSet } from '../inference/dashboard-sets';

/** The entries of the plugin in `nx.json`; none if it is not listed. */
export function pluginEntries(tree: Tree): DashboardSet[] {
  const nxJson = parse(tree.read('nx.json', 'utf-8') ?? '{}') as NxJsonConfiguration;
  const entries = entryOptions(nxJson);
  return entries.map((entry) => dashboardSet(entry, entries));
}

/** The entry of an aggregate project, or the only one; it throws if that is ambiguous. */
export function pluginEntry(tree: Tree, project: string | undefined): DashboardSet {
  const entries = pluginEntries(tree);
  const names = entries.map((entry) => entry.project);
  const [first] = entries;
  if (!first) {
    throw new Error(`nx.json does not list ${PLUGIN}\nRun: nx g ${PLUGIN}:init`);
  }
  if (project === undefined) {
    if (entries.length === 1) return first;
    throw new Error(`nx.json lists ${PLUGIN} more than once\nAdd --project=${names.join(' or ')}`);
  }
  const entry = entries.find((one) => one.project === project);
  if (entry) return entry;
  const hint = didYouMean(project, names) ?? `nx.json has ${names.join(', ')}`;
  throw new Error(`${PLUGIN} makes no project "${project}"; ${hint}`);
}
