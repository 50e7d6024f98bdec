import type { SyntaxNode } from '@lezer/common';
import {
  type Matcher,
  type PromQl,
  selectedNames,
  satisfies,
  selectorMatchers,
  selectorName,
  visitNodes,
} from '@g6/promql';
import { highest } from '@g6/problems';
import type { SpecIndex } from '@g6/model';

/** A series that an alert is tried out on. */
export interface ModelSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The meaning of its value: how much it rises a second, the value itself, or which bucket is hit. */
  readonly kind: 'slope' | 'value' | 'bucket';
  /** Upper bounds of the histogram that the series stands for. */
  readonly bounds?: readonly number[];
}

/** Says why an expression cannot be tried out; caught where alerts are. */
export class NotModelled extends Error {}

/**
 * The series that an expression selects: for each selector one that it matches. Of a renamed metric
 * they have the present name, or a former one by its place in the list.
 */
export function modelSeries(
  promql: PromQl,
  index: SpecIndex,
  recordedLabels: Readonly<Record<string, string>>,
  former?: number,
): ModelSeries[] {
  const found = new Map<string, ModelSeries>();
  visitNodes(promql, 'VectorSelector', (selector) => {
    const series = seriesOf(promql, selector, index, recordedLabels);
    if (series.name !== nameAt(series.name, index, former)) return;
    const key = seriesKey(series);
    if (!found.has(key)) found.set(key, series);
  });
  return [...found.values()];
}

/** The name that a series has at a time: now, or before so many renamings. */
function nameAt(name: string, index: SpecIndex, former: number | undefined): string {
  const current = index.currentName(name);
  const names = former === undefined ? [] : index.formerNamesOf(current);
  return names[former ?? 0] ?? names.at(-1) ?? current;
}

/** How many renamings back the series of expressions go. */
export function renamingsOf(exprs: readonly PromQl[], index: SpecIndex): number {
  const names = exprs.flatMap((promql) => [...selectedNames(promql)]);
  return Math.max(0, highest(names.map((name) => index.formerNamesOf(name).length)));
}

/** Says in the name of a test which of the former names its series have. */
export function formerTitle(former: number): string {
  return former === 0 ? ' under former names' : ` under former names ${former + 1}`;
}

/** A text that equal series share. */
export function seriesKey({ name, labels }: ModelSeries): string {
  return JSON.stringify([name, Object.entries(labels).sort()]);
}

function seriesOf(
  promql: PromQl,
  selector: SyntaxNode,
  index: SpecIndex,
  recordedLabels: Readonly<Record<string, string>>,
): ModelSeries {
  const name = selectorName(promql, selector);
  if (name === undefined) throw new NotModelled('a selector names no metric');
  const declared = index.labelsOf(name);
  if (!declared || name.startsWith('ALERTS')) throw new NotModelled(`"${name}" is not in the spec`);
  const matchers = selectorMatchers(promql, selector).filter(({ label }) => label !== '__name__');
  const labels: Record<string, string> = {};
  for (const label of declared) if (label !== 'le') labels[label] = `${label}_1`;
  if (index.recorded(index.currentName(name))) Object.assign(labels, recordedLabels);
  for (const rule of index.rulesFor(name).slice(0, 1)) Object.assign(labels, rule.labels);
  for (const matcher of matchers) {
    if (matcher.label === 'le') throw new NotModelled('a single bucket is selected');
    labels[matcher.label] = valueFor(matcher, labels[matcher.label] ?? '');
  }
  if (!matchers.every((matcher) => satisfies(matcher, labels))) {
    throw new NotModelled(`no value is found that all matchers of "${name}" accept`);
  }
  // An empty label is the same as none.
  const present = Object.entries(labels).filter(([, value]) => value !== '');
  return { name, labels: Object.fromEntries(present), ...kindOf(name, index) };
}

/** A value that a matcher accepts, the present one where it does. */
function valueFor(matcher: Matcher, present: string): string {
  if (matcher.operator === '=') return matcher.value;
  const candidates = [present, `${matcher.label}_1`, ...matcher.value.split('|'), ''];
  const accepted = candidates.find((value) => satisfies(matcher, { [matcher.label]: value }));
  if (accepted === undefined) {
    throw new NotModelled(
      `no value is found for ${matcher.label}${matcher.operator}"${matcher.value}"`,
    );
  }
  return accepted;
}

function kindOf(name: string, index: SpecIndex): Pick<ModelSeries, 'kind' | 'bounds'> {
  const series = index.exposed(name);
  switch (series?.samples) {
    case 'total':
      return { kind: 'slope' };
    case 'buckets':
      return { kind: 'bucket', bounds: series.metric.buckets ?? [1, 2] };
    case 'native':
      throw new NotModelled(`"${name}" is a native histogram, which tests cannot feed`);
    case 'value':
    case undefined:
      return { kind: 'value' };
  }
}
