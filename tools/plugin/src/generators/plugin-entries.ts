import type { Tree } from '@nx/devkit';
import { didYouMean } from '@g6/dashboards';
import { parse } from 'jsonc-parser';
import {
  normalizeOptions,
  type NormalizedOptions,
  type PluginOptions,
} from '../inference/plugin-options';

/** The name under which `nx.json` lists the plugin. */
export const PLUGIN = '@g6/plugin';

/** What every entry of the plugin in `nx.json` says; none where it is not listed. */
export function pluginEntries(tree: Tree): NormalizedOptions[] {
  const { plugins } = parse(tree.read('nx.json', 'utf-8') ?? '{}') as {
    plugins?: (string | { readonly plugin: string; readonly options?: PluginOptions })[];
  };
  return (plugins ?? []).flatMap((entry) => {
    if (typeof entry === 'string') return entry === PLUGIN ? normalizeOptions(undefined) : [];
    return entry.plugin === PLUGIN ? normalizeOptions(entry.options) : [];
  });
}

/** The entry of an aggregate project, or the only one; it throws where that says too little. */
export function pluginEntry(tree: Tree, project: string | undefined): NormalizedOptions {
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
