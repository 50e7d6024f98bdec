import { posix } from 'node:path';
import type { Problem } from '@g6/problems';
import type { RawValue, YamlFile } from '@g6/yaml';
import { DEFAULT_CONFIG } from './config';

/** What no two sets of dashboards may share, since each would overwrite or prune the other's. */
const OWN = {
  project: 'dashboards',
  plans: DEFAULT_CONFIG.plans,
  output: DEFAULT_CONFIG.output,
  rules: DEFAULT_CONFIG.rules,
} as const;

/** Finds what two entries of a plugin share; their options must be well formed. */
export function overlapProblems(
  file: YamlFile,
  entries: readonly RawValue[],
  plugin: string,
): Problem[] {
  return (Object.keys(OWN) as (keyof typeof OWN)[]).flatMap((key) => {
    const first = new Map<string, RawValue>();
    return entries.flatMap((entry) => {
      const value = entry.at('options').text(key) ?? OWN[key];
      const owner = first.get(plain(value));
      if (!owner) first.set(plain(value), entry);
      return owner ? [overlapProblem(file, key, value, [entry, owner], plugin)] : [];
    });
  });
}

function overlapProblem(
  file: YamlFile,
  key: keyof typeof OWN,
  value: string,
  [entry, owner]: readonly [RawValue, RawValue],
  plugin: string,
): Problem {
  const own = entry.at('options').at(key);
  const written = own.value !== undefined;
  const { line, column } = file.locate(owner.path);
  return {
    ...file.locate(written ? own.path : entry.path),
    code: 'option-overlap',
    severity: 'error',
    message:
      `${written ? `"${key}" is` : `without "${key}" this entry has the default`} "${value}", ` +
      `as the entry of ${plugin} at ${line}:${column} has`,
    hint: `give each entry its own "${key}"`,
  };
}

/** One form of a name or path for all its spellings. */
function plain(value: string): string {
  return posix.normalize(value).replace(/\/+$/, '');
}
