import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  fits,
  inputPlaces,
  misplacedOutputs,
  type Setting,
  SETTINGS,
  settingsWith,
} from '@g6/settings';
import { normalizeOptions, type PluginOptions } from './plugin-options';

/**
 * Refuses options that inference cannot work with, and reports each mistake at its place in
 * `nx.json`. Only a mistake loads the library, which costs an Nx start some 60 ms.
 */
export async function checkOptions(
  entries: readonly (PluginOptions | undefined)[],
  root: string,
): Promise<void> {
  if (entries.every(areRight) && areApart(entries) && areWellPlaced(entries)) return;
  const { explainOptions } = await import('./explain-options');
  const report = explainOptions(readFileSync(join(root, 'nx.json'), 'utf8'));
  if (report !== undefined) throw new Error(report);
}

function areRight(options: PluginOptions = {}): boolean {
  const settings: Readonly<Record<string, Setting>> = SETTINGS;
  return Object.entries(options).every(([key, value]) => {
    const setting = Object.hasOwn(settings, key) ? settings[key] : undefined;
    return setting !== undefined && fits(setting, value);
  });
}

function areApart(entries: readonly (PluginOptions | undefined)[]): boolean {
  if (entries.length < 2) return true;
  const sets = entries.map(normalizeOptions);
  return settingsWith('ownPerSet', true).every(
    (key) => new Set(sets.map((set) => set[key])).size === sets.length,
  );
}

function areWellPlaced(entries: readonly (PluginOptions | undefined)[]): boolean {
  const inputs = entries.flatMap((entry = {}) => inputPlaces(entry));
  return entries.every((entry = {}) => misplacedOutputs(entry, inputs).length === 0);
}
