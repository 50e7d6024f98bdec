import {
  type Alert,
  type DeclaredRule,
  declaredRules,
  type Metric,
  specMetrics,
  type Spec,
  traitsOf,
} from '@g6/model';
import {
  bareExpression,
  type PromQlCache,
  readSelectors,
  recordedMetric,
  splitComparison,
} from '@g6/promql';

/** An alert with its metric. */
interface OwnedAlert {
  readonly metric: Metric;
  readonly alert: Alert;
}

/** What stands under a name somewhere in a spec. */
export class NamesInSpec {
  /** Metrics by every name under which a query may mean them or a series of them. */
  private readonly metrics = new Map<string, Metric[]>();
  /** Rules by the series that they record, and by the metric that its name begins with. */
  private readonly rules = new Map<string, DeclaredRule[]>();
  private readonly alerts = new Map<string, OwnedAlert[]>();
  /** Alerts by the expression that they compare with a number. */
  private readonly limits = new Map<string, OwnedAlert[]>();
  private readonly read = new Map<string, readonly string[]>();

  constructor(
    spec: Spec,
    private readonly promql: PromQlCache,
  ) {
    for (const metric of specMetrics(spec)) {
      for (const name of namesOf(metric)) add(this.metrics, name, metric);
      for (const alert of metric.alerts) this.addAlert({ metric, alert });
    }
    for (const rule of declaredRules(spec)) {
      for (const name of stemsOf(rule.record)) add(this.rules, name, rule);
    }
  }

  private addAlert(owned: OwnedAlert): void {
    const { name, expr } = owned.alert;
    add(this.alerts, name, owned);
    const comparison = splitComparison(this.promql.analyze(expr).promql);
    if (comparison) add(this.limits, bareExpression(comparison.value), owned);
  }

  /** The metrics that a name may mean, also by a series that is recorded of them. */
  metricsNamed(name: string): readonly Metric[] {
    return stemsOf(name).flatMap((stem) => this.metrics.get(stem) ?? []);
  }

  /** The declared rules for a series, or for series whose name begins with that of this metric. */
  rulesNamed(name: string): readonly DeclaredRule[] {
    return this.rules.get(name) ?? [];
  }

  /** Every alert of a name. */
  alertsNamed(name: string): readonly OwnedAlert[] {
    return this.alerts.get(name) ?? [];
  }

  /** Every alert that compares an expression with a number. */
  alertsOn(expr: string): readonly OwnedAlert[] {
    return this.limits.get(bareExpression(expr)) ?? [];
  }

  /** The names of series that an expression reads. */
  namesIn(expr: string): readonly string[] {
    const known = this.read.get(expr);
    if (known) return known;
    const selectors = readSelectors(this.promql.analyze(expr).promql);
    const names = [...new Set(selectors.flatMap(({ name }) => name ?? []))];
    this.read.set(expr, names);
    return names;
  }
}

/** Every name under which a query may mean a metric or a series of it. */
export function namesOf(metric: Metric): string[] {
  const suffixes = [
    '',
    ...traitsOf(metric.type)
      .series(metric)
      .map(({ suffix }) => suffix),
  ];
  const names = [metric.name, ...metric.renamedFrom];
  return [...new Set(names.flatMap((name) => suffixes.map((suffix) => name + suffix)))];
}

/** A name, and that of the metric from which a series of this name would be recorded. */
function stemsOf(name: string): string[] {
  const metric = recordedMetric(name);
  return metric === undefined || metric === name ? [name] : [name, metric];
}

function add<Value>(lists: Map<string, Value[]>, name: string, value: Value): void {
  const list = lists.get(name);
  if (list) list.push(value);
  else lists.set(name, [value]);
}
