/** Where the code of a profile went wrong. */
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PanelSource, type Profile, ProfileFailure } from '@g6/generation';
import type { Position } from '@g6/problems';

/** The first line of what an error says. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.split('\n', 1)[0] ?? '';
}

/** The place in `files` at which an error came up; undefined if its stack names none of them. */
export function placeInCode(error: unknown, files: readonly string[]): Position | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const known = new Set(files.map((file) => resolve(file)));
  const lines = stack.split('\n');
  for (const [position, line] of lines.entries()) {
    // Node.js writes `at name (path:line:column)`, `at path:line:column`, and of syntax `path:line`.
    const place = /:(\d+)(?::(\d+))?\)?$/.exec(line);
    const before = line.slice(0, place?.index ?? 0).replace(/^\s+at (?:async )?/, '');
    const path = pathOf(before.slice(before.lastIndexOf(' (') + 1).replace(/^\(/, ''));
    if (!place || path === undefined || !known.has(path)) continue;
    // Above a fault of syntax stands its line alone, and below that a mark at the column.
    const mark = lines[position + 2]?.indexOf('^') ?? -1;
    const column = place[2] === undefined ? Math.max(mark + 1, 1) : Number(place[2]);
    return { file: relative(process.cwd(), path), line: Number(place[1]), column };
  }
  return undefined;
}

/** A path, or the address of a file without the number that loading it afresh adds. */
function pathOf(text: string): string | undefined {
  if (!text.startsWith('file:')) return text === '' ? undefined : resolve(text);
  try {
    const url = new URL(text);
    url.search = '';
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}

/** The same profile, which tells of an error in its code where that came up. */
export function guardProfile(profile: Profile, files: readonly string[]): Profile {
  const guard =
    <Parameters extends unknown[], Result>(what: string, run: (...given: Parameters) => Result) =>
    (...given: Parameters): Result => {
      try {
        return run(...given);
      } catch (error) {
        if (error instanceof ProfileFailure) throw error;
        throw new ProfileFailure(`${what}: ${messageOf(error)}`, placeInCode(error, files));
      }
    };
  const guardSource = (source: PanelSource): PanelSource => {
    const what = `its panel source "${source.name}" threw`;
    return source.of === 'metric'
      ? { ...source, draft: guard(what, source.draft.bind(source)) }
      : { ...source, draft: guard(what, source.draft.bind(source)) };
  };
  return {
    ...profile,
    sources: profile.sources.map(guardSource),
    completePlan: guard('its completePlan threw', profile.completePlan.bind(profile)),
    refine: guard('its refine threw', profile.refine.bind(profile)),
    reads: guard('its reads threw', profile.reads.bind(profile)),
    divide: guard('its divide threw', profile.divide.bind(profile)),
  };
}
