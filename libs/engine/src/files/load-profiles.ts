import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import type { Profile } from '@g6/generation';
import type { Position, Problem } from '@g6/problems';
import { isModuleFile } from '@g6/settings';
import { importAfresh, isEsModule, requireAfresh } from './module-cache';
import { offerLibrary } from './offer-library';
import { messageOf, placeInCode } from './profile-failures';

/** The profiles of a workspace, and everything that keeps them from being used. */
export interface ProfilesReading {
  readonly profiles: readonly Profile[];
  readonly problems: readonly Problem[];
  /** The files of the workspace that decide what they do; none for a package. */
  readonly files: readonly string[];
}

const NONE: ProfilesReading = { profiles: [], problems: [], files: [] };

/** Finds the setting that names a module. */
export type PlaceFinder = (module: string) => Position | undefined;

/** A module as it was loaded, and the state in which its files were then. */
interface Loaded {
  exports: unknown;
  failure: unknown;
  state: string;
}

const loadedModules = new Map<string, Loaded>();

/**
 * Loads the profiles of the module that a configuration names, which runs its code: once in a process,
 * and again after `reloadProfiles`. `place` finds the setting, for what is wrong with its value.
 */
export function loadProfiles(
  module: string | undefined,
  place: PlaceFinder = () => undefined,
): ProfilesReading {
  if (module === undefined) return NONE;
  const files = profileFiles(module);
  if (isModuleFile(module) && !existsSync(module)) {
    const problem = unusable(place(module) ?? wholeFile(module), `there is no file "${module}"`);
    return { profiles: [], problems: [problem], files };
  }
  const loaded = loadedModules.get(keyOf(module)) ?? load(module, files);
  loadedModules.set(keyOf(module), loaded);
  return { ...read(module, loaded, files, place), files };
}

/** Loads modules again whose files changed since; what uses them afterwards has what is in them now. */
export async function reloadProfiles(): Promise<void> {
  for (const [module, known] of loadedModules) {
    const files = profileFiles(module);
    if (!isModuleFile(module) || stateOf(files) === known.state) continue;
    loadedModules.set(module, await loadAgain(module, files));
  }
}

/**
 * The files that decide what the profiles of a module do: the module, and the code next to it and below,
 * unless it lies at the top of the workspace, where all kinds of code lie.
 */
function profileFiles(module: string): string[] {
  if (!isModuleFile(module)) return [];
  const folder = dirname(module);
  const isTop = resolve(folder) === resolve('.') || existsSync(join(folder, 'nx.json'));
  return isTop ? [module] : [...new Set([module, ...codeIn(folder, DEEPEST)])];
}

const DEEPEST = 4;

function codeIn(folder: string, depth: number): string[] {
  if (depth === 0 || !existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : codeIn(path, depth - 1);
    return isModuleFile(entry.name) ? [path] : [];
  });
}

function stateOf(files: readonly string[]): string {
  return files
    .map((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return `${file} ${stat?.mtimeMs} ${stat?.size}`;
    })
    .join('\n');
}

function keyOf(module: string): string {
  return isModuleFile(module) ? resolve(module) : module;
}

function load(module: string, files: readonly string[]): Loaded {
  const state = stateOf(files);
  try {
    return { exports: requireFrom(module), failure: undefined, state };
  } catch (failure) {
    return { exports: undefined, failure, state };
  }
}

/** A package is looked for in the workspace, or else next to the program. */
function requireFrom(module: string): unknown {
  const file = isModuleFile(module) ? resolve(module) : findPackage(module);
  offerLibrary(file);
  return createRequire(__filename)(file);
}

function findPackage(module: string): string {
  try {
    return createRequire(join(resolve('.'), 'package.json')).resolve(module);
  } catch (error) {
    if (!isMissing(error, module)) throw error;
    return createRequire(__filename).resolve(module);
  }
}

async function loadAgain(module: string, files: readonly string[]): Promise<Loaded> {
  const state = stateOf(files);
  try {
    const isModule = isEsModule(loadedModules.get(module)?.exports) || module.endsWith('.mjs');
    const exports = isModule ? await importAfresh(module) : requireAfresh(module, files);
    return { exports, failure: undefined, state };
  } catch (failure) {
    return { exports: undefined, failure, state };
  }
}

function read(
  module: string,
  { exports, failure }: Loaded,
  files: readonly string[],
  place: PlaceFinder,
): Omit<ProfilesReading, 'files'> {
  const shown = isModuleFile(module) ? relative(process.cwd(), module) : module;
  if (failure !== undefined) {
    const missing = isMissing(failure, module);
    const at = missing ? place(module) : placeInCode(failure, files);
    const message = missing
      ? `there is no package "${module}"`
      : `the module cannot be loaded: ${messageOf(failure)}`;
    const hint = hintOf(failure, module);
    return { profiles: [], problems: [unusable(at ?? wholeFile(shown), message, hint)] };
  }
  const { profiles: exported } = (exports ?? {}) as { profiles?: unknown };
  const { profiles, faults } = checks().checkedProfiles(exported, files);
  const problems = faults.map((fault) =>
    unusable(wholeFile(shown), fault, 'begin with a copy of STANDARD_PROFILE of @g6/dashboards'),
  );
  return { profiles, problems };
}

/** Few workspaces have profiles, and what checks them takes a while to load. */
function checks() {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on first need, see above
  return require('./check-own-profiles') as typeof import('./check-own-profiles');
}

function wholeFile(file: string): Position {
  return { file, line: 0, column: 0 };
}

function unusable(at: Position, message: string, hint?: string): Problem {
  return {
    ...at,
    code: 'profiles-unusable',
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Whether it is this module that is missing, and not one that it needs. */
function isMissing(error: unknown, module: string): boolean {
  const { code, message } = failureOf(error);
  return code === 'MODULE_NOT_FOUND' && message.startsWith(`Cannot find module '${module}'`);
}

/** What to do about failures that are Node's and not of the code. */
function hintOf(error: unknown, module: string): string | undefined {
  const { code, message } = failureOf(error);
  if (isMissing(error, module)) {
    return 'install it, or write a path that ends in .js, .cjs or .mjs for a file of the workspace';
  }
  if (/Cannot find (?:module|package) '@g6\/dashboards'/.test(message)) {
    return (
      'install it in the workspace: npm install --save-dev @g6/dashboards; or use Node.js 22.15 or later, which finds the ' +
      'library of the program (earlier ones do so for require, in a .cjs file)'
    );
  }
  if (code === 'ERR_REQUIRE_ASYNC_MODULE') return 'await nothing at the top of the module';
  return /\.[cm]?ts$/.test(module)
    ? 'Node.js reads TypeScript from version 22.18 on, as far as its types can be erased; else write JavaScript'
    : undefined;
}

/** What Node.js says of a failure; a module can throw anything. */
function failureOf(error: unknown): { readonly code: unknown; readonly message: string } {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return { code, message: typeof message === 'string' ? message : '' };
}
