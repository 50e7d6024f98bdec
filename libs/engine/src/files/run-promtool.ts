import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The outcome of a run of promtool; undefined if it is not installed. */
export type PromtoolRun = { readonly passed: boolean; readonly output: string } | undefined;

/** Runs promtool, or the program that `PROMTOOL` names, in a folder. */
export function runPromtool(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): PromtoolRun {
  const run = spawnSync(env['PROMTOOL'] ?? 'promtool', args, { cwd: folder, encoding: 'utf8' });
  if (run.error) return undefined;
  return { passed: run.status === 0, output: run.stdout + run.stderr };
}

/** The names that a folder has no file of. */
export function missingFiles(folder: string, names: readonly string[]): string[] {
  return names.filter((name) => !existsSync(join(folder, name)));
}
