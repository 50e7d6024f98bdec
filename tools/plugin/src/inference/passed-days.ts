import { dirname, join, relative } from 'node:path';
import type { NormalizedOptions } from './plugin-options';
import type { Inputs } from './target';

/**
 * The days in the spec that have passed, as an input: lint reports a deprecated metric once its
 * `remove_after` is over, without the edit of a file. The command is part of what the target is cached
 * by, so it names its script from the workspace root, which is the same place on every machine.
 */
export function passedDays(workspaceRoot: string, { spec }: NormalizedOptions): Inputs[number] {
  const plugin = dirname(require.resolve('@g6/plugin/package.json'));
  const script = relative(workspaceRoot, join(plugin, 'bin/passed-days.js')).replaceAll('\\', '/');
  return { runtime: `node ${JSON.stringify(script)} ${JSON.stringify(spec)}` };
}
