import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizeOptions, type PluginOptions } from './plugin-options';

/** Options that are right as soon as they have this type; any other is checked by its value too. */
const PLAIN: Readonly<Record<string, string>> = {
  project: 'string',
  projectPrefix: 'string',
  spec: 'string',
  efficiency: 'string',
  plans: 'string',
  output: 'string',
  rules: 'string',
  datasourceUid: 'string',
  job: 'string',
  alertPreview: 'boolean',
  generator: 'object',
};

/** What each set of dashboards has to itself. */
const OWN = ['project', 'plans', 'output', 'rules'] as const;

/**
 * Refuses options with which nothing good can come of inference, and tells of each mistake where it
 * stands in `nx.json`. Only options that this glance does not settle bring the library along, which
 * costs an Nx start some 60 ms.
 */
export async function checkOptions(
  entries: readonly (PluginOptions | undefined)[],
  root: string,
): Promise<void> {
  if (entries.every(isSettled) && areApart(entries)) return;
  const { explainOptions } = await import('./explain-options');
  const report = explainOptions(readFileSync(join(root, 'nx.json'), 'utf8'));
  if (report !== undefined) throw new Error(report);
}

function isSettled(options: PluginOptions = {}): boolean {
  return Object.entries(options).every(
    ([key, value]) => typeof value === PLAIN[key] && value !== '',
  );
}

function areApart(entries: readonly (PluginOptions | undefined)[]): boolean {
  if (entries.length < 2) return true;
  const sets = entries.map(normalizeOptions);
  return OWN.every((key) => new Set(sets.map((set) => set[key])).size === sets.length);
}
