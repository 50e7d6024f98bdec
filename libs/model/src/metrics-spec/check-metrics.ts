import { addAll, type Position, type Problem, type ProblemCode } from '@g6/problems';
import { quote, type YamlRef } from '@g6/yaml';
import { checkLabelFacts } from './check-label-values';
import { checkPanel } from '../panels/check-panels';
import {
  isMetricType,
  type MetricType,
  missingEnding,
  traitsOf,
  typesWithKey,
} from './metric-types';
import { type Family, type Metric, type Spec } from './spec';

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
    addAll(problems, labelProblems(metric), bucketProblems(metric), suffixProblems(metric));
    addAll(problems, checkLabelFacts(metric), keyProblems(metric));
    addAll(problems, metric.panels.flatMap(checkPanel));
  }
  return [...problems, ...collisionProblems([...first.values()])];
}

/**
 * Finds metrics whose name is also that of a series of another metric: one that Prometheus stores, or
 * one that is recorded for the metric's automatic panels.
 */
function collisionProblems(metrics: readonly Metric[]): Problem[] {
  const owners = seriesOwners(metrics);
  return metrics.flatMap((metric) => {
    const owner = owners.get(metric.name.replace(/:p[0-9]+_5m$/, RECORDED_QUANTILE));
    if (!owner) return [];
    const where = place(locate(owner.ref, 'name'));
    const message = `the name "${metric.name}" is taken: the ${owner.type} "${owner.name}", defined at ${where}, has a series of that name`;
    return [error(locate(metric.ref, 'name'), 'metric-collision', message)];
  });
}

/** Ends the name of a recorded quantile, whatever its percentile; no metric can have this name. */
const RECORDED_QUANTILE = ':p<n>_5m';

/** The names of series that differ from their metric's name, with the metric. */
function seriesOwners(metrics: readonly Metric[]): Map<string, Metric> {
  return new Map(
    metrics.flatMap((metric) => {
      const { series, sources } = traitsOf(metric.type);
      const stored = series(metric).map(({ suffix }) => suffix);
      const recorded = sources.includes('auto_hist_quantile') ? [RECORDED_QUANTILE] : [];
      return [...stored, ...recorded]
        .filter((suffix) => suffix !== '')
        .map((suffix) => [metric.name + suffix, metric] as const);
    }),
  );
}

function labelProblems(metric: Metric): Problem[] {
  const problems: Problem[] = [];
  const reserved = traitsOf(metric.type).series(metric);
  const seen = new Set<string>();
  metric.labels.forEach((label, index) => {
    const at = () => locate(metric.ref, 'labels', index);
    const series = reserved.find(({ labels }) => labels.includes(label));
    if (series) {
      const carriers = series.carriers ?? 'series';
      const message = `the label "${label}" is reserved on a ${metric.type}; its ${carriers} carry it`;
      problems.push(error(at(), 'label-reserved', message));
    }
    if (label !== '' && seen.has(label)) {
      const message = `the label "${label}" stands twice on "${metric.name}"`;
      problems.push(error(at(), 'label-duplicate', message));
    }
    seen.add(label);
  });
  return problems;
}

function bucketProblems(metric: Metric): Problem[] {
  const { buckets } = metric;
  // The shape of the spec is checked already, so a type that is missing or unknown is reported.
  if (buckets === undefined || !isMetricType(metric.type)) return [];
  if (!traitsOf(metric.type).keys.includes('buckets')) {
    const message = `"${metric.name}" is a ${metric.type}; only a ${typesWithKey('buckets').join(' or ')} has buckets`;
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

/** Types whose series automatic panels combine by an operator that can be chosen. */
const COMBINED: readonly MetricType[] = ['counter', 'gauge', 'unknown'];

/** Finds `native` on anything but a histogram, and panel sources that do not draw the type. */
function keyProblems(metric: Metric): Problem[] {
  const { name, type, native, auto, aggregate, ref } = metric;
  if (!isMetricType(type)) return [];
  const { keys, sources, standardSources } = traitsOf(type);
  const known = [...sources, ...standardSources];
  const problems: Problem[] = [];
  if (native !== undefined && !keys.includes('native')) {
    const message = `"${name}" is a ${type}; only a ${typesWithKey('native').join(' or ')} can be native`;
    problems.push(error(locate(ref, 'native'), 'native-misplaced', message));
  }
  if (aggregate !== undefined && !COMBINED.some((combined) => combined === type)) {
    const message = `"aggregate" does nothing on a ${type}; it is for ${COMBINED.join(', ')}`;
    problems.push(error(locate(ref, 'aggregate'), 'wrong-value', message));
  } else if (aggregate === 'last' && type === 'counter') {
    const message = 'the last value of a counter says nothing; "last" is for gauges';
    problems.push(error(locate(ref, 'aggregate'), 'wrong-value', message));
  }
  const wanted = typeof auto === 'boolean' ? [] : auto;
  const unfit = wanted.flatMap((source, index) => {
    if (source === '' || known.includes(source)) return [];
    const message = `the panel source "${source}" draws no ${type}; it has ${known.join(', ')}`;
    return [error(locate(ref, 'auto', index), 'wrong-value', message)];
  });
  return [...problems, ...unfit];
}

function suffixProblems(metric: Metric): Problem[] {
  const ending = missingEnding(metric.name, metric.type);
  if (ending === undefined || metric.name === '') return [];
  const message = `the ${metric.type} "${metric.name}" does not end in "${ending}"`;
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
