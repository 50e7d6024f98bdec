import { type PromQlCache, recordedQuantile } from '@g6/promql';
import { type Metric, QUANTILES, specMetrics, type Spec } from '@g6/model';
import { ExplicitCoverage } from './explicit-coverage';

/** How far the quantile panels of a spec have moved to recorded series. */
export interface RuleUsage {
  /** Quantile panels, explicit and automatic, that read a recorded series. */
  readonly recorded: number;
  /** Explicit panels that compute `histogram_quantile` themselves. */
  readonly inline: number;
  /** Recorded among all, 0 to 100 with one decimal; 0 where there is no quantile panel. */
  readonly migratedPercent: number;
}

const RECORDED_QUANTILE = /:p[0-9]+_[0-9]+[smhd]/;

/** The recorded series that automatic panels of a metric read. */
export function automaticQuantiles({ name, type, auto }: Metric): string[] {
  const wanted = typeof auto === 'boolean' ? auto : auto.includes('auto_hist_quantile');
  if (!wanted || type !== 'histogram') return [];
  return QUANTILES.map((percentile) => recordedQuantile(name, percentile));
}

/** Counts recorded and inline quantile panels over the whole spec. */
export function ruleUsage(spec: Spec, promql: PromQlCache): RuleUsage {
  const metrics = specMetrics(spec);
  let inline = 0;
  let recorded = 0;
  for (const { queries } of metrics.flatMap((metric) => metric.panels)) {
    const facts = queries.map(({ expr }) => promql.analyze(expr).facts);
    if (facts.some(({ computesQuantile }) => computesQuantile)) inline += 1;
    else if (facts.some(({ reads }) => [...reads].some((name) => RECORDED_QUANTILE.test(name)))) {
      recorded += 1;
    }
  }
  const coverage = new ExplicitCoverage(
    metrics.flatMap(({ panels }) => panels),
    promql,
  );
  recorded += metrics.flatMap(automaticQuantiles).filter((name) => !coverage.shows(name)).length;
  const all = recorded + inline;
  const migratedPercent = all === 0 ? 0 : Math.round((recorded / all) * 1000) / 10;
  return { recorded, inline, migratedPercent };
}
