import type { NxJsonConfiguration } from '@nx/devkit';
import {
  folderOf,
  normalizeOptions,
  type NormalizedOptions,
  type PluginOptions,
} from './plugin-options';

/** The name under which `nx.json` lists the plugin. */
export const PLUGIN = '@g6/plugin';

/** The options of every entry of the plugin in `nx.json`, each of which is a set of dashboards. */
export function entryOptions({ plugins }: NxJsonConfiguration): (PluginOptions | undefined)[] {
  return (plugins ?? []).flatMap((entry) => {
    const { plugin, options } = typeof entry === 'string' ? { plugin: entry } : entry;
    return plugin === PLUGIN ? [options as PluginOptions | undefined] : [];
  });
}

/** One set of dashboards, and where it keeps what belongs to no single one of them. */
export interface DashboardSet extends NormalizedOptions {
  /** Root of the aggregate project: the folder above the plans, unless that is not its own. */
  readonly root: string;
  /** Folder of the reports: next to the generated files, with a subfolder for each of several sets. */
  readonly reports: string;
}

/** Completes the options of an entry, given those of all entries, its own among them. */
export function dashboardSet(
  entry: PluginOptions | undefined,
  all: readonly (PluginOptions | undefined)[],
): DashboardSet {
  const options = normalizeOptions(entry);
  const others = all.map(normalizeOptions).filter(({ plans }) => plans !== options.plans);
  // Nx merges projects that have the same root into one, without a word.
  const above = folderOf(options.plans);
  const sharesRoot = others.some(({ plans }) => folderOf(plans) === above);
  const reports = `${folderOf(options.output)}reports`;
  const sharesReports = others.some(({ output }) => `${folderOf(output)}reports` === reports);
  return {
    ...options,
    root: above === '' || sharesRoot ? options.plans : above.slice(0, -1),
    reports: sharesReports ? `${reports}/${options.project}` : reports,
  };
}
