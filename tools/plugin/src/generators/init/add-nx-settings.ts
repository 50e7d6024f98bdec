import type { Tree } from '@nx/devkit';
import type { PluginOptions } from '../../inference/plugin-options';
import { SYNC_GENERATOR } from '../../inference/sync-registration';
import { PLUGIN } from '../../inference/dashboard-sets';
import { pluginEntries } from '../plugin-entries';
import { appendJson, readJson, setJson } from './edit-json';

const NX_JSON = 'nx.json';

/** Lists the plugin in `nx.json`, with options where they are not the defaults. */
export function addPluginEntry(tree: Tree, options: PluginOptions): void {
  if (pluginEntries(tree).length > 0) return;
  const plain = Object.keys(options).length === 0;
  appendJson(tree, NX_JSON, ['plugins'], plain ? PLUGIN : { plugin: PLUGIN, options });
}

/**
 * Registers the sync generator for `nx sync` and `nx sync:check`, and keeps it from running before
 * every verification: with drift it would stop the run before `verify` says where.
 */
export function addSyncSettings(tree: Tree): void {
  const { sync } = readJson(tree, NX_JSON) as { sync?: unknown };
  if (JSON.stringify(sync ?? {}).includes(`"${SYNC_GENERATOR}"`)) return;
  if (sync === undefined) {
    const value = {
      globalGenerators: [SYNC_GENERATOR],
      disabledTaskSyncGenerators: [SYNC_GENERATOR],
    };
    setJson(tree, NX_JSON, ['sync'], value);
    return;
  }
  appendJson(tree, NX_JSON, ['sync', 'globalGenerators'], SYNC_GENERATOR);
  appendJson(tree, NX_JSON, ['sync', 'disabledTaskSyncGenerators'], SYNC_GENERATOR);
}
