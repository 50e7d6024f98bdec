import {
  type PromQlCache,
  readRecordedSeries,
  recordedMetric,
  type RecordedSeries,
} from '@g6/promql';
import { AlertThresholds } from './alert-thresholds';
import { type MetricSeries, traitsOf } from './metric-types';
import { DeclaredSeries } from './declared-series';
import { FormerNames } from './former-names';
import { fitsPattern } from './name-pattern';
import {
  DEFAULT_TARGET_LABELS,
  specMetrics,
  type Alert,
  type DeclaredRule,
  type Metric,
  type Spec,
} from './spec';

/** Series that Prometheus writes for alerts, with their labels. */
const ALERT_LABELS = new Map<string, readonly string[]>([
  ['ALERTS', ['alertname', 'alertstate', 'severity', 'family']],
  ['ALERTS_FOR_STATE', ['alertname', 'severity', 'family']],
]);
/** Series that Prometheus writes for each target. */
const TARGET_SERIES = new Set([
  'up',
  'scrape_duration_seconds',
  'scrape_samples_scraped',
  'scrape_samples_post_metric_relabeling',
  'scrape_series_added',
]);

/** A series that Prometheus stores for a metric of the spec. */
export interface ExposedSeries extends MetricSeries {
  readonly metric: Metric;
}

/** An alert with the metric that declares it. */
export interface DeclaredAlert {
  readonly metric: Metric;
  readonly alert: Alert;
}

const INDEXES = new WeakMap<Spec, SpecIndex>();

/** Finds what a name in PromQL refers to: a series, or an alert. */
export class SpecIndex {
  private readonly metrics = new Map<string, Metric>();
  private readonly exposedSeries = new Map<string, ExposedSeries>();
  private knownNames: readonly string[] | undefined;
  private alerts: Map<string, DeclaredAlert[]> | undefined;
  private thresholds: AlertThresholds | undefined;
  private readonly declaredSeries: DeclaredSeries;
  private readonly formerNames: FormerNames;

  /** The index of a spec, which is made once. */
  static of(spec: Spec): SpecIndex {
    let index = INDEXES.get(spec);
    if (!index) {
      index = new SpecIndex(spec);
      INDEXES.set(spec, index);
    }
    return index;
  }

  private constructor(private readonly spec: Spec) {
    this.declaredSeries = new DeclaredSeries(spec, (series) => this.allLabels(series));
    for (const metric of specMetrics(spec)) {
      if (!this.metrics.has(metric.name)) this.metrics.set(metric.name, metric);
    }
    for (const metric of this.metrics.values()) {
      for (const series of traitsOf(metric.type).series(metric)) {
        const name = metric.name + series.suffix;
        // A name that the spec gives to a metric means that metric.
        if (series.suffix !== '' && this.metrics.has(name)) continue;
        this.exposedSeries.set(name, { ...series, metric });
      }
    }
    this.formerNames = new FormerNames(this.metrics);
  }

  /** The names of all metrics, in spec order. */
  get names(): readonly string[] {
    return (this.knownNames ??= [...this.metrics.keys()]);
  }

  /** The metric with exactly this name. */
  metric(name: string): Metric | undefined {
    return this.metrics.get(name);
  }

  /** The series with exactly this name, if a metric of the spec has one. */
  exposed(series: string): ExposedSeries | undefined {
    return this.exposedSeries.get(this.currentName(series));
  }

  /** The present name of a series of a metric that was renamed; any other name as it is. */
  currentName(series: string): string {
    return this.formerNames.currentOf(series);
  }

  /** The names that a series had before its metric was renamed, recorded series included. */
  formerNamesOf(series: string): readonly string[] {
    if (this.formerNames.none || this.declares(series)) return [];
    const metric = this.owner(series);
    return metric ? this.formerNames.of(series, metric) : [];
  }

  /** All alerts of the spec that have a name; labels tell them apart. */
  alertsNamed(name: string): readonly DeclaredAlert[] {
    this.alerts ??= this.collectAlerts();
    return this.alerts.get(name) ?? [];
  }

  /** The thresholds of all alerts of the spec. */
  alertThresholds(promql: PromQlCache): AlertThresholds {
    return (this.thresholds ??= new AlertThresholds(
      specMetrics(this.spec).flatMap(({ alerts }) => alerts),
      promql,
    ));
  }

  private collectAlerts(): Map<string, DeclaredAlert[]> {
    const alerts = new Map<string, DeclaredAlert[]>();
    for (const metric of specMetrics(this.spec)) {
      for (const alert of metric.alerts) {
        const named = alerts.get(alert.name);
        if (named) named.push({ metric, alert });
        else alerts.set(alert.name, [{ metric, alert }]);
      }
    }
    return alerts;
  }

  /** The metric with this name, or whose series or recorded series has it. */
  owner(series: string): Metric | undefined {
    const own = this.metrics.get(series) ?? this.exposed(series)?.metric;
    if (own) return own;
    const recorded = recordedMetric(this.currentName(series));
    return recorded === undefined ? undefined : this.metrics.get(recorded);
  }

  /** The computation of a recorded series, by its name; undefined if no rule can be made. */
  recorded(series: string): RecordedSeries<Metric> | undefined {
    if (this.currentName(series) !== series) return undefined;
    if (this.metrics.has(series) || this.declares(series)) return undefined;
    return readRecordedSeries(
      series,
      (name) => this.metrics.get(name),
      ({ type }) => traitsOf(type).recorded,
    );
  }

  /** Whether the spec may have labels that could not be read. */
  get hasUnsureLabels(): boolean {
    return this.spec.unsureLabels === true;
  }

  /** Whether a name is that of a metric, its series, a recorded series or one of Prometheus itself. */
  defines(series: string): boolean {
    return (
      // Of a spec that could not be read whole, nobody can say that it does not.
      this.spec.incomplete === true ||
      ALERT_LABELS.has(series) ||
      TARGET_SERIES.has(series) ||
      this.metrics.has(series) ||
      this.exposedSeries.has(series) ||
      this.declares(series) ||
      this.isExternal(series) ||
      this.currentName(series) !== series ||
      this.recorded(series) !== undefined
    );
  }

  /** Whether a family declares a rule that records a series. */
  declares(series: string): boolean {
    return this.declaredSeries.of(series).length > 0;
  }

  /** The rules that families declare for a series. */
  rulesFor(series: string): readonly DeclaredRule[] {
    return this.declaredSeries.of(series);
  }

  /** Whether the spec says that a series is defined elsewhere. */
  isExternal(series: string): boolean {
    const patterns = this.spec.externalMetrics ?? [];
    return patterns.some((pattern) => fitsPattern(series, pattern));
  }

  /**
   * The labels by which a dashboard can filter a series: its own and those of its target. Rules and
   * alerts keep only what their expression keeps, and what nothing declares has at least a target.
   */
  filterLabels(series: string): readonly string[] {
    // Series of alerts have the labels of the alert's expression, which no metric tells.
    if (ALERT_LABELS.has(series)) return [];
    const labels = this.labelsOf(series) ?? [];
    if (this.declares(series)) return labels;
    const scraped = this.exposed(series) !== undefined || !series.includes(':');
    return scraped ? [...new Set([...labels, ...this.targetLabels])] : labels;
  }

  /** The labels that scraping adds to every series. */
  get targetLabels(): readonly string[] {
    return this.spec.targetLabels ?? DEFAULT_TARGET_LABELS;
  }

  /** All labels that a series is known to have, those of its target included. */
  private allLabels(series: string): readonly string[] | undefined {
    return this.labelsOf(series) && this.filterLabels(series);
  }

  /** The label that tells the instances of a target apart; undefined if scraping adds none. */
  get instanceLabel(): string | undefined {
    const { targetLabels } = this;
    return targetLabels.includes('instance') ? 'instance' : targetLabels.at(-1);
  }

  /** The labels that tell the results of a series apart: all but those that the rules for it fix. */
  varyingLabels(series: string): readonly string[] | undefined {
    return this.declares(series)
      ? this.declaredSeries.varyingLabels(series)
      : this.labelsOf(series);
  }

  /** The labels that a series carries beside those of its scrape; undefined if nothing defines it. */
  labelsOf(name: string): readonly string[] | undefined {
    const series = this.currentName(name);
    const alert = ALERT_LABELS.get(series);
    if (alert) return alert;
    if (TARGET_SERIES.has(series)) return this.targetLabels;
    if (this.declares(series)) return this.declaredSeries.labelsOfSeries(series);
    const exposed = this.exposed(series);
    if (exposed) return [...exposed.labels, ...exposed.metric.labels];
    return (this.metrics.get(series) ?? this.recorded(series))?.labels;
  }
}
