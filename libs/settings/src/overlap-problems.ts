import { posix } from 'node:path';
import type { Problem } from '@g6/problems';
import type { RawValue, YamlFile } from '@g6/yaml';
import { SETTINGS, settingsWith, type SettingWith } from './settings';

type OwnKey = SettingWith<{ ownPerSet: true }>;

/** Finds settings that entries of a plugin must not share; their options must be well formed. */
export function overlapProblems(
  file: YamlFile,
  entries: readonly RawValue[],
  plugin: string,
): Problem[] {
  return settingsWith('ownPerSet', true).flatMap((key) => {
    const first = new Map<string, RawValue>();
    return entries.flatMap((entry) => {
      const value = entry.at('options').text(key) ?? SETTINGS[key].default;
      const owner = first.get(plain(value));
      if (!owner) first.set(plain(value), entry);
      return owner ? [overlapProblem(file, key, value, [entry, owner], plugin)] : [];
    });
  });
}

function overlapProblem(
  file: YamlFile,
  key: OwnKey,
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
  // Normalized, a path has at most one slash at its end.
  return posix.normalize(value).replace(/\/$/, '');
}
