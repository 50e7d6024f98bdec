import type { Position, Problem, ProblemCode } from '@g6/problems';
import { quote, type YamlRef } from '@g6/yaml';
import { METRIC_TYPES, type Family, type Metric, type Spec } from './spec';

const FAMILY_NAME = /^[a-z][a-z0-9_]*$/;

/** Finds names that repeat or collide, and fields that contradict each other. */
export function checkMetrics(spec: Spec): Problem[] {
  return [...familyProblems(spec.families), ...metricProblems(spec)];
}

function familyProblems(families: readonly Family[]): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, Family>();
  for (const family of families) {
    // Located only for a problem: most specs are sound.
    const at = () => family.ref.file.locateKey(family.ref.path);
    if (!FAMILY_NAME.test(family.name)) {
      const message = `the family name ${quote(family.name)} must match [a-z][a-z0-9_]*`;
      problems.push(error(at(), 'family-name', message));
    }
    const other = first.get(family.name);
    if (other) {
      const where = place(other.ref.file.locateKey(other.ref.path));
      const message = `the family "${family.name}" is already defined at ${where}`;
      problems.push(error(at(), 'family-duplicate', message));
    } else {
      first.set(family.name, family);
    }
  }
  return problems;
}

function metricProblems(spec: Spec): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, Metric>();
  for (const metric of spec.families.flatMap((family) => family.metrics)) {
    const other = first.get(metric.name);
    if (metric.name !== '' && other) {
      const message = `the metric "${metric.name}" is already defined at ${place(locate(other.ref, 'name'))}`;
      problems.push(error(locate(metric.ref, 'name'), 'metric-duplicate', message));
    } else {
      first.set(metric.name, metric);
    }
    problems.push(...labelProblems(metric), ...bucketProblems(metric), ...suffixProblems(metric));
  }
  return [...problems, ...collisionProblems([...first.values()])];
}

/**
 * Finds metrics whose name is also that of a series of a histogram: one that Prometheus stores, or
 * one that is recorded for the histogram's own panels.
 */
function collisionProblems(metrics: readonly Metric[]): Problem[] {
  const histograms = new Map(
    metrics.filter(({ type }) => type === 'histogram').map((metric) => [metric.name, metric]),
  );
  return metrics.flatMap((metric) => {
    const base = SERIES_OF_HISTOGRAM.exec(metric.name)?.[1];
    const histogram = base === undefined ? undefined : histograms.get(base);
    if (!histogram) return [];
    const where = place(locate(histogram.ref, 'name'));
    const message = `the name "${metric.name}" is taken: the histogram "${histogram.name}", defined at ${where}, has a series of that name`;
    return [error(locate(metric.ref, 'name'), 'metric-collision', message)];
  });
}

const SERIES_OF_HISTOGRAM = /^(.+)(?:_bucket|_sum|_count|:p[0-9]+_5m)$/;

/** Words that PromQL does not take for a label in `by (…)`. */
const UNGROUPABLE = /^(?:inf|nan|without)$/i;

function labelProblems(metric: Metric): Problem[] {
  const problems: Problem[] = [];
  metric.labels.forEach((label, index) => {
    const at = () => locate(metric.ref, 'labels', index);
    if (label === 'le' && metric.type === 'histogram') {
      const message = 'the label "le" is reserved on a histogram; its buckets carry it';
      problems.push(error(at(), 'label-reserved', message));
    }
    if (UNGROUPABLE.test(label)) {
      const message = `the label "${label}" is a keyword of PromQL, which cannot group by it`;
      problems.push(error(at(), 'label-reserved', message));
    }
    if (label !== '' && metric.labels.indexOf(label) < index) {
      const message = `the label "${label}" stands twice on "${metric.name}"`;
      problems.push(error(at(), 'label-duplicate', message));
    }
  });
  return problems;
}

function bucketProblems(metric: Metric): Problem[] {
  const { buckets } = metric;
  // The shape of the spec is checked already, so a type that is missing or unknown is reported.
  if (buckets === undefined || !METRIC_TYPES.includes(metric.type)) return [];
  if (metric.type !== 'histogram') {
    const message = `"${metric.name}" is a ${metric.type}; only a histogram has buckets`;
    return [error(locate(metric.ref, 'buckets'), 'buckets-misplaced', message)];
  }
  return buckets.flatMap((bound, index) => {
    const before = buckets[index - 1];
    // NaN stands for a value that is not a number, which is reported already.
    if (before === undefined || !(bound <= before)) return [];
    const message = `the bucket bound ${bound} does not rise above ${before}, the one before it`;
    return [error(locate(metric.ref, 'buckets', index), 'buckets-order', message)];
  });
}

function suffixProblems(metric: Metric): Problem[] {
  if (metric.type !== 'counter' || metric.name === '' || metric.name.endsWith('_total')) return [];
  const message = `the counter "${metric.name}" does not end in "_total"`;
  return [{ ...locate(metric.ref, 'name'), code: 'counter-suffix', severity: 'warning', message }];
}

function locate(ref: YamlRef, ...below: (string | number)[]): Position {
  return ref.file.locate([...ref.path, ...below]);
}

function place({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

function error(at: Position, code: ProblemCode, message: string): Problem {
  return { ...at, code, severity: 'error', message };
}
