import { type Spec, specMetrics } from '@g6/model';
import type { Position, Problem } from '@g6/problems';

/** Errors of an extended spec: those of what was added, and those of anything else. */
export interface Blame {
  /** By the key of what was added, the problem as whoever imports it can place it. */
  readonly blamed: ReadonlyMap<string, Problem>;
  readonly others: readonly Problem[];
}

/** The kinds of things that an import adds to a spec. */
export type AddedKind = 'metric' | 'alert' | 'rule';

/** The key of something that was added. */
export function addedKey(kind: AddedKind, name: string): string {
  return `${kind} "${name}"`;
}

/** Finds what of all that was added makes a spec invalid; `added` has the places in the sources. */
export function blameProblems(
  { spec, problems }: { readonly spec: Spec; readonly problems: readonly Problem[] },
  added: ReadonlyMap<string, Position>,
): Blame {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const blamed = new Map<string, Problem>();
  if (errors.length === 0) return { blamed, others: [] };
  const starts = startsOf(spec);
  const others: Problem[] = [];
  for (const error of errors) {
    const key = starts.findLast(({ file, line }) => file === error.file && line <= error.line)?.key;
    const place = key === undefined ? undefined : added.get(key);
    if (key === undefined || !place) others.push(error);
    else if (!blamed.has(key)) blamed.set(key, leftOut(key, error, place));
  }
  return { blamed, others };
}

/** Where each metric, alert and recording rule begins, in the order of the texts. */
function startsOf(spec: Spec) {
  const metrics = specMetrics(spec);
  const parts = [
    ...metrics.map(({ name, ref }) => ({ key: addedKey('metric', name), ref })),
    ...metrics.flatMap(({ alerts }) =>
      alerts.map(({ name, ref }) => ({ key: addedKey('alert', name), ref })),
    ),
    ...spec.families.flatMap(({ recordingRules }) =>
      recordingRules.map(({ record, ref }) => ({ key: addedKey('rule', record), ref })),
    ),
  ];
  return parts
    .map(({ key, ref }) => ({ key, ...ref.file.locate(ref.path) }))
    .sort((a, b) => a.line - b.line);
}

function leftOut(
  key: string,
  { message, hint }: Problem,
  { file, line, column }: Position,
): Problem {
  return {
    ...{ file, line, column, code: 'import-unfit', severity: 'warning' },
    message: `the ${key} does not fit the spec, and is left out: ${message}`,
    ...(hint === undefined ? {} : { hint }),
  };
}
