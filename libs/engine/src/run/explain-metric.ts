import type { DraftBasis, DraftedDashboard } from '@g6/generation';
import { declaredRules, type Metric, type Plan, type PlanVariable } from '@g6/model';
import type { Position } from '@g6/problems';
import { DEFAULT_RULE_OPTIONS, deriveSeries } from '@g6/rules';
import { explainPanels } from './explain-dashboard';
import { seriesReached } from './series-reached';

/** A panel that reads a metric. */
export interface ReadingPanel {
  readonly slug: string;
  readonly title: string;
  readonly panel_uuid: string;
  readonly source: string;
}

/** A series that a rule records from a metric. */
export interface ReadingRule {
  readonly record: string;
  readonly expr: string;
  /** Where it is declared; a series whose rule follows from its name has no place. */
  readonly at?: Position;
}

/** An alert that reads a metric, its own or that of another. */
export interface ReadingAlert {
  readonly alert: string;
  readonly at: Position;
}

/** A variable of a dashboard that filters a metric, or takes its values from it. */
export interface ReadingVariable {
  readonly slug: string;
  readonly name: string;
  readonly at: Position;
}

/** A metric, and everything that it reaches. */
export interface ExplainedMetric {
  readonly name: string;
  readonly type: string;
  readonly family: string;
  readonly at: Position;
  readonly panels: readonly ReadingPanel[];
  readonly rules: readonly ReadingRule[];
  readonly alerts: readonly ReadingAlert[];
  readonly variables: readonly ReadingVariable[];
  /** Why no dashboard shows it, if none does. */
  readonly notShown?: string;
}

/** Explains a metric by everything in a workspace that reads it, as it is or through recorded series. */
export function explainMetric(
  metric: Metric,
  dashboards: readonly DraftedDashboard[],
  basis: DraftBasis,
): ExplainedMetric {
  const { name, type, family, ref } = metric;
  const reads = (expr: string) => seriesReached([expr], basis).metrics.includes(name);
  const panels = dashboards.flatMap((dashboard) =>
    explainPanels(dashboard, basis)
      .filter(({ metrics }) => metrics.includes(name))
      .map(({ title, panel_uuid, source }) => {
        return { slug: dashboard.plan.slug, title, panel_uuid, source };
      }),
  );
  const plans = dashboards.map(({ plan }) => plan);
  const notShown = panels.length > 0 ? undefined : whyNotShown(metric, plans);
  return {
    ...{ name, type, family, at: ref.file.locate(ref.path), panels },
    rules: rulesReading(plans, basis, reads),
    alerts: basis.metrics
      .flatMap(({ alerts }) => alerts)
      .filter(({ expr }) => reads(expr))
      .map((alert) => ({ alert: alert.name, at: alert.ref.file.locate(alert.ref.path) })),
    variables: variablesReading(metric, plans, new Set(panels.map(({ slug }) => slug)), basis),
    ...(notShown === undefined ? {} : { notShown }),
  };
}

function rulesReading(
  plans: readonly Plan[],
  basis: DraftBasis,
  reads: (expr: string) => boolean,
): ReadingRule[] {
  const derived = deriveSeries(basis, DEFAULT_RULE_OPTIONS, plans).series;
  return [
    ...derived.map(({ name, expr }) => ({ record: name, expr })),
    ...declaredRules(basis.spec).map(({ record, expr, ref }) => {
      return { record, expr, at: ref.file.locate(ref.path) };
    }),
  ].filter(({ expr }) => reads(expr));
}

function variablesReading(
  metric: Metric,
  plans: readonly Plan[],
  showing: ReadonlySet<string>,
  basis: DraftBasis,
): ReadingVariable[] {
  const labels = basis.index.filterLabels(metric.name);
  const concerns = (variable: PlanVariable, slug: string) =>
    variable.kind === 'label'
      ? showing.has(slug) && labels.includes(variable.content)
      : variable.kind === 'query' && asksFor(metric.name, variable.content, basis);
  return plans.flatMap(({ slug, variables }) =>
    variables
      .filter((variable) => concerns(variable, slug))
      .map(({ name, ref }) => ({ slug, name, at: ref.file.locate(ref.path) })),
  );
}

/** Whether a query of Grafana for the values of a variable, such as `label_values`, reads a metric. */
function asksFor(metric: string, query: string, basis: DraftBasis): boolean {
  const [, inner = ''] =
    /^label_values\((.*),[^,{}]+\)$/.exec(query.trim()) ??
    /^query_result\((.*)\)$/.exec(query.trim()) ??
    [];
  return inner !== '' && seriesReached([inner], basis).metrics.includes(metric);
}

function whyNotShown({ family, auto }: Metric, plans: readonly Plan[]): string {
  const showing = plans.filter(({ families }) => families.includes(family));
  if (showing.length === 0) return `no plan shows the family "${family}"`;
  const slugs = showing.map(({ slug }) => slug).join(', ');
  if (auto === false) {
    return `the spec turns its automatic panels off, and no panel is written for it (plans with its family: ${slugs})`;
  }
  return `its panels are excluded or over the cap; see the explanation of ${slugs}`;
}
