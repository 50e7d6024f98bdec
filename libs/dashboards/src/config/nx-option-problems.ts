import type { Problem } from '../problems/problem';
import { RawValue } from '../yaml/raw-value';
import { readYaml } from '../yaml/read-yaml';
import { shapeProblems } from '../yaml/shape-problems';
import type { SourceFile } from '../yaml/source-file';
import { configSchema } from './config-schema';

/** Checks the options that an `nx.json` gives a plugin, by the rules of every configuration. */
export function nxOptionProblems(nxJson: SourceFile, plugin: string): Problem[] {
  const { file, problems } = readYaml(nxJson);
  if (!file) return [...problems];
  const entries = new RawValue(file.value, []).items('plugins');
  return entries
    .filter((entry) => entry.text('plugin') === plugin)
    .map((entry) => entry.at('options'))
    .filter(({ value }) => value !== undefined)
    .flatMap(({ value, path }) => {
      const shape = configSchema.safeParse(value);
      if (shape.success) return [];
      const issues = shape.error.issues.map((issue) => ({
        ...issue,
        path: [...path, ...issue.path],
      }));
      return shapeProblems(file, issues);
    });
}
