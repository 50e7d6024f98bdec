import { type Spec, specMetrics } from '@g6/model';
import type { Problem } from '@g6/problems';
import type { FoundMetric } from '../found-metric';

/** Errors of an extended spec: those of metrics that were added, and those of anything else. */
export interface Blame {
  /** By the name of the metric, the problem as whoever imports it can place it. */
  readonly blamed: ReadonlyMap<string, Problem>;
  readonly others: readonly Problem[];
}

/** Finds which of the metrics that were added make a spec invalid. */
export function blameProblems(
  { spec, problems }: { readonly spec: Spec; readonly problems: readonly Problem[] },
  added: ReadonlySet<string>,
  found: readonly FoundMetric[],
): Blame {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const blamed = new Map<string, Problem>();
  if (errors.length === 0) return { blamed, others: [] };
  const starts = startsOf(spec);
  const places = new Map(found.map(({ name, place }) => [name, place]));
  const others: Problem[] = [];
  for (const error of errors) {
    const name = starts.findLast(
      ({ file, line }) => file === error.file && line <= error.line,
    )?.name;
    const place = name !== undefined && added.has(name) ? places.get(name) : undefined;
    if (name === undefined || !place) others.push(error);
    else if (!blamed.has(name)) blamed.set(name, leftOut(name, error, place));
  }
  return { blamed, others };
}

/** Where each metric begins, in the order of the texts. */
function startsOf(spec: Spec) {
  return specMetrics(spec).map(({ name, ref }) => ({ ...ref.file.locate(ref.path), name }));
}

function leftOut(
  name: string,
  { message, hint }: Problem,
  { file, line, column }: FoundMetric['place'],
): Problem {
  return {
    ...{ file, line, column, code: 'import-unfit', severity: 'warning' },
    message: `"${name}" does not fit the spec, and is left out: ${message}`,
    ...(hint === undefined ? {} : { hint }),
  };
}
