import type { Alert, DeclaredRule, ExplicitPanel, Metric, Plan } from '@g6/model';
import type { DraftBasis } from '../draft-panels';
import { type NamesInSpec, namesOf } from './names-in-spec';

/** What a dashboard depends on outside of the families that it shows. */
export interface SliceParts {
  /** Metrics that its queries mean, or whose alerts tell something of its panels. */
  readonly metrics: ReadonlySet<Metric>;
  /** Those of their alerts that do. */
  readonly alerts: ReadonlySet<Alert>;
  readonly rules: ReadonlySet<DeclaredRule>;
}

/** Collects what a plan depends on, with everything that this depends on in turn. */
export function collectSlice(
  plan: Plan,
  shown: readonly Metric[],
  { efficiency }: Pick<DraftBasis, 'efficiency'>,
  names: NamesInSpec,
): SliceParts {
  const metrics = new Set<Metric>();
  const alerts = new Set<Alert>();
  const rules = new Set<DeclaredRule>();
  const asked = new Set<string>();
  const waiting: string[] = [];
  const ask = (name: string) => {
    if (asked.has(name)) return;
    asked.add(name);
    waiting.push(name);
  };
  const take = (metric: Metric) => {
    if (metrics.has(metric)) return;
    metrics.add(metric);
    for (const name of namesOf(metric)) ask(name);
  };
  for (const metric of shown) take(metric);
  for (const expr of exprsOf(plan, shown, efficiency)) names.namesIn(expr).forEach(ask);
  const namesakes = shown.flatMap((metric) =>
    metric.alerts.flatMap(({ name }) => names.alertsNamed(name)),
  );
  const limits = panelsWithLimits(plan, shown).flatMap(({ queries }) =>
    queries.flatMap(({ expr }) => names.alertsOn(expr)),
  );
  for (const { metric, alert } of [...namesakes, ...limits]) {
    take(metric);
    alerts.add(alert);
  }
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const metric of names.metricsNamed(name)) take(metric);
    for (const rule of names.rulesNamed(name)) {
      if (rules.has(rule)) continue;
      rules.add(rule);
      ask(rule.record);
      names.namesIn(rule.expr).forEach(ask);
    }
  }
  return { metrics, alerts, rules };
}

/** Every expression that may stand on a dashboard and that somebody wrote. */
function exprsOf(
  plan: Plan,
  shown: readonly Metric[],
  efficiency: DraftBasis['efficiency'],
): string[] {
  const related = efficiency.filter(({ slugs }) => slugs.includes(plan.slug));
  return [
    ...shown.flatMap(({ panels, alerts }) => [
      ...panels.flatMap(({ queries }) => queries),
      ...alerts,
    ]),
    ...plan.panels.flatMap(({ queries }) => queries),
    ...plan.annotations,
    ...related.flatMap(({ queries }) => queries),
  ].map(({ expr }) => expr);
}

/** The panels that draw the limits of alerts on what they show. */
function panelsWithLimits(plan: Plan, shown: readonly Metric[]): ExplicitPanel[] {
  return [...shown.flatMap(({ panels }) => panels), ...plan.panels].filter(
    ({ look }) => look.thresholds === 'from_alerts',
  );
}
