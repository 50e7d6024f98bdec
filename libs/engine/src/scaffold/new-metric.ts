import { didYouMean, hasErrors, NO_PLACE, type Problem } from '@g6/problems';
import { type Metric, readSpec, type Spec, type SpecFile, specMetrics } from '@g6/model';
import { appendToList, readYaml } from '@g6/yaml';

/** A metric to add to a spec; what is undefined is not written. */
export interface MetricRequest {
  readonly family: string;
  readonly name: string;
  readonly type: string;
  readonly help?: string | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly cardinalityBudget?: number | undefined;
  readonly buckets?: readonly number[] | undefined;
  readonly unit?: string | undefined;
  readonly title?: string | undefined;
  readonly aggregate?: string | undefined;
  /** Whether a histogram has native buckets: `true` or `both`. */
  readonly native?: boolean | string | undefined;
}

/** The file of the spec that changes, or why none does; warnings may come with either. */
export interface NewMetric {
  readonly file?: SpecFile;
  readonly problems: readonly Problem[];
}

/**
 * Adds a metric at the end of its family, and leaves every other character of the spec alone. The
 * spec that this would make is read again first: where it has an error, nothing is offered.
 */
export function newMetric(request: MetricRequest, files: readonly SpecFile[]): NewMetric {
  const { spec, problems: before } = readSpec(files);
  if (hasErrors(before)) return { problems: before };
  const refusals = [...familyRefusal(request, spec), ...nameRefusal(request, spec)];
  if (refusals.length > 0) return { problems: refusals };
  const family = spec.families.find(({ name }) => name === request.family);
  const source = files.find(({ path }) => path === family?.ref.file.path);
  const text = source && extend(source, request);
  if (!source || text === undefined) return { problems: [notExtendable(request, source)] };
  const file = { ...source, text };
  const reading = readSpec(files.map((other) => (other === source ? file : other)));
  const problems = newProblems(reading.problems, before);
  return hasErrors(problems) ? { problems } : { file, problems };
}

function familyRefusal({ family }: MetricRequest, { families }: Spec): Problem[] {
  const known = families.map(({ name }) => name);
  if (known.includes(family)) return [];
  const hint = didYouMean(family, known) ?? `the spec has ${known.join(', ') || 'none yet'}`;
  const message = `the spec has no family "${family}"`;
  return [{ ...refusal('family', message), code: 'family-unknown', hint }];
}

function nameRefusal({ name }: MetricRequest, spec: Spec): Problem[] {
  const other = specMetrics(spec).find((metric: Metric) => metric.name === name);
  if (!other) return [];
  const { file, line, column } = other.ref.file.locate([...other.ref.path, 'name']);
  const message = `the metric "${name}" is already defined at ${file}:${line}:${column}`;
  return [{ ...refusal('name', message), code: 'metric-duplicate' }];
}

/** The text with the metric in it; undefined where the result would not be exactly that. */
function extend(source: SpecFile, request: MetricRequest): string | undefined {
  const item = metricItem(request);
  const text = appendToList(source.text, {
    section: 'families',
    owner: request.family,
    list: 'metrics',
    item,
  });
  if (text === undefined) return undefined;
  const before = valueOf(source.text) as RawSpec;
  const family = before.families[request.family];
  const metrics = [...(family?.metrics ?? []), item];
  const families = { ...before.families, [request.family]: { ...family, metrics } };
  // As texts, so that the order of keys counts as well.
  const expected = JSON.stringify({ ...before, families });
  return JSON.stringify(valueOf(text)) === expected ? text : undefined;
}

interface RawSpec {
  readonly families: Record<string, { readonly metrics?: readonly object[] | null } | null>;
}

function valueOf(text: string): unknown {
  return readYaml({ path: '', text }).file?.value;
}

/** The metric as it stands in the spec, keys in the order that people write them. */
function metricItem(request: MetricRequest): object {
  const { cardinalityBudget, name, type, native, title, help, ...rest } = request;
  const { labels, buckets, unit, aggregate } = rest;
  const item = {
    ...{ name, type, native, title, help, labels },
    cardinality_budget: cardinalityBudget,
    ...{ buckets, unit, aggregate },
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}

/** Problems of the extended text; nobody has that text, so they name only the file. */
function newProblems(after: readonly Problem[], before: readonly Problem[]): Problem[] {
  const known = new Set(before.map(({ code, message }) => `${code} ${message}`));
  return after
    .filter(({ code, message }) => !known.has(`${code} ${message}`))
    .map((problem) => ({ ...problem, ...NO_PLACE }));
}

function notExtendable({ family }: MetricRequest, source: SpecFile | undefined): Problem {
  const message = `the metrics of "${family}" are written in a form that cannot be extended safely`;
  const hint = 'aliases, anchors and tags are the usual causes; add the metric by hand';
  return { ...refusal(source?.path ?? 'spec', message), code: 'spec-form', hint };
}

function refusal(file: string, message: string) {
  return { file, line: 0, column: 0, severity: 'error' as const, message };
}
