import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve as absolute } from 'node:path';
import { stripComments } from 'jsonc-parser';
import type { Position, Problem } from '@g6/problems';
import {
  CONFIG_FILES,
  type ConfigReading,
  DEFAULT_CONFIG,
  NX_FILE,
  placeOfSetting,
  readConfig,
  readNxConfig,
} from '@g6/settings';
import { readText } from './read-text';

/**
 * Loads the configuration that is asked for, else the nearest one, from the folder the program is
 * started in upwards to that of the repository, else the defaults. `g6.config.yaml` wins over the
 * options in `nx.json`. Paths in a file are relative to its folder.
 */
export function loadConfig(asked: string | undefined): ConfigReading {
  return findConfig(asked) ?? { config: DEFAULT_CONFIG, problems: [] };
}

/** Whether there is a configuration that `loadConfig` finds without being asked for one. */
export function hasConfig(): boolean {
  return findConfig(undefined) !== undefined;
}

function findConfig(asked: string | undefined): ConfigReading | undefined {
  if (asked !== undefined) return readFile(asked);
  for (const folder of foldersUpwards()) {
    const [path, ...others] = CONFIG_FILES.map((name) => join(folder, name)).filter(existsSync);
    if (path !== undefined) {
      return others.length === 0 ? readFile(path) : ambiguous([path, ...others]);
    }
    const reading = readNx(join(folder, NX_FILE));
    if (reading) return reading;
  }
  return undefined;
}

/** The files that `loadConfig` looks for, there or not. */
export function configCandidates(asked: string | undefined): string[] {
  if (asked !== undefined) return [asked];
  return foldersUpwards().flatMap((folder) =>
    [...CONFIG_FILES, NX_FILE].map((name) => join(folder, name)),
  );
}

/**
 * Finds the module of profiles in the configuration that names it: the one that is asked for, or the
 * nearest; undefined if none does.
 */
export function placeOfProfiles(asked: string | undefined, module: string): Position | undefined {
  for (const path of configCandidates(asked).filter(existsSync)) {
    const { text } = readText(path);
    if (text === undefined) continue;
    const source = { path, text: path.endsWith('.json') ? stripComments(text, ' ') : text };
    const isMeant = (value: string) =>
      value === module || absolute(dirname(path), value) === absolute(module);
    const place = placeOfSetting(source, 'profiles', isMeant);
    if (place) return place;
  }
  return undefined;
}

/** This folder and those above it, as far as the repository goes, as paths from here. */
function foldersUpwards(): string[] {
  const folders = ['.'];
  for (;;) {
    const folder = folders.at(-1) as string;
    if (existsSync(join(folder, '.git')) || dirname(absolute(folder)) === absolute(folder)) {
      return folders;
    }
    folders.push(join(folder, '..'));
  }
}

function readFile(path: string): ConfigReading {
  const reading = readText(path);
  if (reading.problem) return { config: DEFAULT_CONFIG, problems: [reading.problem] };
  const folder = dirname(path);
  return readConfig({ path, text: reading.text }, relativeTo(folder), absolute(folder));
}

function readNx(path: string): ConfigReading | undefined {
  if (!existsSync(path)) return undefined;
  const reading = readText(path);
  // An `nx.json` that cannot be read is no reason to stop a program that does without it.
  if (reading.problem) return undefined;
  // Comments become blanks, so that places stay.
  const text = stripComments(reading.text, ' ');
  return readNxConfig({ path, text }, relativeTo(dirname(path)));
}

function relativeTo(folder: string) {
  return (inside: string) => (isAbsolute(inside) ? inside : join(folder, inside));
}

function ambiguous(paths: readonly string[]): ConfigReading {
  const [first = '', ...others] = paths;
  const problem: Problem = {
    file: first,
    line: 0,
    column: 0,
    code: 'config-ambiguous',
    severity: 'error',
    message: `${others.join(' and ')} is a configuration, too`,
    hint: 'keep one of them, or name one with --config',
  };
  return { config: DEFAULT_CONFIG, problems: [problem] };
}
