import { readRecordedSeries, recordedMetric, type RecordedSeries } from '@g6/promql';
import { specMetrics, type Metric, type Spec } from './spec';

/** The series that Prometheus makes of a histogram, beside its own name. */
const HISTOGRAM_SERIES = ['_bucket', '_sum', '_count'];
/** Series that Prometheus itself writes, with their labels. */
const BUILT_IN_SERIES = new Map<string, readonly string[]>([
  ['ALERTS', ['alertname', 'alertstate', 'severity', 'family']],
  ['ALERTS_FOR_STATE', ['alertname', 'severity', 'family']],
  ['up', ['job', 'instance']],
  ['scrape_duration_seconds', ['job', 'instance']],
  ['scrape_samples_scraped', ['job', 'instance']],
  ['scrape_samples_post_metric_relabeling', ['job', 'instance']],
  ['scrape_series_added', ['job', 'instance']],
]);

/** Finds what a series name in PromQL refers to. */
export class SpecIndex {
  private readonly metrics = new Map<string, Metric>();

  constructor(private readonly spec: Spec) {
    for (const metric of specMetrics(spec)) {
      if (!this.metrics.has(metric.name)) this.metrics.set(metric.name, metric);
    }
  }

  /** The names of all metrics, in spec order. */
  get names(): string[] {
    return [...this.metrics.keys()];
  }

  /** The metric with exactly this name. */
  metric(name: string): Metric | undefined {
    return this.metrics.get(name);
  }

  /** The metric that a series belongs to: its own, a histogram's, or one recorded from it. */
  owner(series: string): Metric | undefined {
    const own = this.metrics.get(series);
    if (own) return own;
    const histogram = this.histogramOf(series);
    if (histogram) return histogram;
    const recorded = recordedMetric(series);
    return recorded === undefined ? undefined : this.metrics.get(recorded);
  }

  /** What a recorded series is computed from, by its name; undefined where no rule can be made. */
  recorded(series: string): RecordedSeries<Metric> | undefined {
    if (this.metrics.has(series)) return undefined;
    return readRecordedSeries(series, (name) => this.metrics.get(name));
  }

  /** Whether a metric, a histogram series, a recorded series or Prometheus defines a name. */
  defines(series: string): boolean {
    return (
      // Of a spec that could not be read whole, nobody can say that it does not.
      this.spec.incomplete === true ||
      BUILT_IN_SERIES.has(series) ||
      this.metrics.has(series) ||
      this.histogramOf(series) !== undefined ||
      this.recorded(series) !== undefined
    );
  }

  /** The labels that a series carries beside those of its scrape; undefined if nothing defines it. */
  labelsOf(series: string): readonly string[] | undefined {
    const builtIn = BUILT_IN_SERIES.get(series);
    if (builtIn) return builtIn;
    const own = this.metrics.get(series);
    if (own) return own.labels;
    const histogram = this.histogramOf(series);
    if (histogram) {
      return series.endsWith('_bucket') ? ['le', ...histogram.labels] : histogram.labels;
    }
    return this.recorded(series)?.labels;
  }

  private histogramOf(series: string): Metric | undefined {
    for (const suffix of HISTOGRAM_SERIES) {
      if (!series.endsWith(suffix)) continue;
      const metric = this.metrics.get(series.slice(0, -suffix.length));
      if (metric?.type === 'histogram') return metric;
    }
    return undefined;
  }
}
