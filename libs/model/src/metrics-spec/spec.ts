import type { YamlRef } from '@g6/yaml';
import type { ExplicitPanel } from '../panels/panel';
import type { MetricType } from './metric-types';

/** An alert that the spec declares for a metric. */
export interface Alert {
  readonly name: string;
  readonly expr: string;
  readonly for: string | undefined;
  readonly severity: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly runbookUrl: string | undefined;
  readonly keepFiringFor: string | undefined;
  /** Further labels, without severity and family. */
  readonly labels: Readonly<Record<string, string>>;
  /** Further annotations, without those that have keys of their own. */
  readonly annotations: Readonly<Record<string, string>>;
  readonly ref: YamlRef;
}

/** How automatic panels can combine the series of a metric. */
export const AGGREGATES = ['sum', 'avg', 'min', 'max', 'count', 'last', 'none'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

/** What a spec knows of a label besides its name. */
export interface LabelFacts {
  readonly name: string;
  readonly help: string | undefined;
  /** All values that it can have; undefined if any. */
  readonly values: readonly string[] | undefined;
  /** Those values that mean failure. */
  readonly errors: readonly string[];
  readonly ref: YamlRef;
}

/** That a metric is on its way out. */
export interface Deprecation {
  /** Since when: a version or a date, as people know it. */
  readonly since: string | undefined;
  /** The metric to use instead. */
  readonly use: string | undefined;
  /** The last day on which anything may use it, `YYYY-MM-DD`. */
  readonly removeAfter: string | undefined;
  readonly ref: YamlRef;
}

/** A series that a family declares, with the expression that Prometheus records. */
export interface DeclaredRule {
  readonly record: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly family: string;
  readonly ref: YamlRef;
}

/** A governed metric with what the spec says of it. */
export interface Metric {
  readonly name: string;
  readonly type: MetricType;
  readonly family: string;
  readonly help: string | undefined;
  readonly labels: readonly string[];
  /** The labels that are written as objects. */
  readonly labelFacts: readonly LabelFacts[];
  /** A short noun phrase for people. */
  readonly title: string | undefined;
  /** How automatic panels combine its series; undefined for the way that suits its type. */
  readonly aggregate: Aggregate | undefined;
  /** Whether it gets automatic panels, or which panel sources draw them. */
  readonly auto: boolean | readonly string[];
  /** Whether a histogram has native buckets, or native and classic ones. */
  readonly native: true | 'both' | undefined;
  /** The most series that this metric may have. */
  readonly cardinalityBudget: number | undefined;
  /** Upper bounds, strictly rising; histograms only. */
  readonly buckets: readonly number[] | undefined;
  /** Grafana unit id that wins over inference from the name. */
  readonly unit: string | undefined;
  /** Names that it had before, under which queries read it as well. */
  readonly renamedFrom: readonly string[];
  /** Set if it should no longer be used. */
  readonly deprecated: Deprecation | undefined;
  readonly panels: readonly ExplicitPanel[];
  readonly alerts: readonly Alert[];
  readonly ref: YamlRef;
}

/** A family of metrics with one owner. */
export interface Family {
  readonly name: string;
  readonly title: string | undefined;
  /** The team, or the owner as free text. */
  readonly owner: string | undefined;
  /** How to reach the owner. */
  readonly contact: string | undefined;
  /** Where to read about the owner. */
  readonly ownerUrl: string | undefined;
  readonly recordingRules: readonly DeclaredRule[];
  readonly metrics: readonly Metric[];
  readonly ref: YamlRef;
}

/** The governed metrics catalogue. */
export interface Spec {
  readonly families: readonly Family[];
  /** Labels that scraping adds to every series; undefined for `job` and `instance`. */
  readonly targetLabels?: readonly string[];
  /** Names and patterns with `*` of metrics that are defined elsewhere. */
  readonly externalMetrics?: readonly string[];
  /** SHA-256 of what the spec was read from, hex, 64 digits. */
  readonly hash: string;
  /** Set where a part could not be read, so that nothing follows from a name being absent. */
  readonly incomplete?: true;
  /** Set where keys are wrong, so that nothing follows from a label being absent. */
  readonly unsureLabels?: true;
}

/** The labels that scraping adds where a spec names no others. */
export const DEFAULT_TARGET_LABELS: readonly string[] = ['job', 'instance'];

/** The text of a metric's help for the descriptions of its panels, with what replaces it. */
export function describeMetric({ help, deprecated }: Metric): string {
  return [help, deprecated && describeDeprecation(deprecated)].filter(Boolean).join('\n\n');
}

function describeDeprecation({ since, use, removeAfter }: Deprecation): string {
  const first = since === undefined ? 'Deprecated' : `Deprecated since ${since}`;
  const instead = use === undefined ? '' : `; use ${use}`;
  const until = removeAfter === undefined ? '' : ` It goes after ${removeAfter}.`;
  return `${first}${instead}.${until}`;
}

/** Every recording rule that families declare, in spec order. */
export function declaredRules(spec: Spec): DeclaredRule[] {
  return spec.families.flatMap(({ recordingRules }) => [...recordingRules]);
}

/** Every metric of a spec, in spec order. */
export function specMetrics(spec: Spec): Metric[] {
  return spec.families.flatMap((family) => [...family.metrics]);
}
