import type { Problem } from '@g6/problems';
import { RawValue, readYaml, shapeProblems, type SourceFile, type YamlFile } from '@g6/yaml';
import { configSchema } from './config-schema';
import { overlapProblems } from './overlap-problems';
import { placementProblems } from './placement-problems';

/**
 * Checks the options that an `nx.json` gives a plugin: each entry by the rules of every configuration,
 * and all of them against each other, because each entry is a set of dashboards of its own.
 */
export function nxOptionProblems(nxJson: SourceFile, plugin: string): Problem[] {
  const { file, problems } = readYaml(nxJson);
  if (!file) return [...problems];
  const entries = pluginEntries(file, plugin);
  const options = entries.map((entry) => entry.at('options'));
  const found = options.flatMap((each) => entryProblems(file, each));
  if (found.length > 0) return found;
  return [...overlapProblems(file, entries, plugin), ...placementProblems(file, options)];
}

/** The entries of a plugin in an `nx.json`. */
export function pluginEntries(file: YamlFile, plugin: string): RawValue[] {
  return new RawValue(file.value, [])
    .items('plugins')
    .filter((entry) => entry.value === plugin || entry.text('plugin') === plugin);
}

function entryProblems(file: YamlFile, { value, path }: RawValue): Problem[] {
  if (value === undefined) return [];
  const shape = configSchema.safeParse(value);
  if (shape.success) return [];
  const issues = shape.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  return shapeProblems(file, issues);
}
