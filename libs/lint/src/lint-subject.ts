import { META_KEY, type Plan } from '@g6/model';
import {
  isJsonObject,
  type JsonObject,
  type NamedDashboard,
  panelsOf,
  shownMetrics,
  textAt,
} from '@g6/inventory';
import type { DraftBasis } from '@g6/generation';
import type { YamlFile, YamlRef } from '@g6/yaml';
import { collectExceptions, type LintException } from './exceptions';
import {
  placeOf,
  type LintDashboard,
  type LintExpression,
  type LintPanel,
  type LintSubject,
  type Place,
} from './lint-rule';

/** Which dashboards are looked at, and which of them the plans ask for. */
export interface LintedDashboards {
  /** The dashboards whose JSON is checked. */
  readonly checked: readonly NamedDashboard[];
  /** The dashboards as the plans ask for them. */
  readonly planned: readonly NamedDashboard[];
}

/** Gathers what rules look at. */
export function lintSubject(
  basis: DraftBasis,
  plans: readonly Plan[],
  dashboards: LintedDashboards,
): LintSubject {
  const { spec, metrics, index, efficiency, promql } = basis;
  return {
    spec,
    metrics,
    index,
    efficiency,
    promql,
    plans,
    expressions: expressionsOf(basis),
    dashboards: dashboards.checked.map((dashboard) => lintDashboard(dashboard, basis, plans)),
    shown: shownMetrics(dashboards.planned, index, promql),
    exceptions: exceptionsOf(basis, plans),
  };
}

function expressionsOf({ metrics, efficiency, promql }: DraftBasis): LintExpression[] {
  const written = metrics.flatMap((metric) => [
    ...metric.panels.map((panel) => ({
      expr: panel.promql,
      ref: below(panel.ref, 'promql'),
      metric,
    })),
    ...metric.alerts.map((alert) => ({ expr: alert.expr, ref: below(alert.ref, 'expr'), metric })),
  ]);
  const related = efficiency.flatMap((panel) =>
    panel.queries.map(({ expr }, position) => ({
      expr,
      ref: below(panel.ref, 'queries', position, 'expr'),
      metric: undefined,
    })),
  );
  return [...written, ...related].map((found) => ({
    ...found,
    analysis: promql.analyze(found.expr),
  }));
}

/** Of the catalogue that the package brings, only the panels in use: the others are nobody's. */
function exceptionsOf({ spec, efficiency }: DraftBasis, plans: readonly Plan[]): LintException[] {
  const files = new Set<YamlFile>(spec.families.map(({ ref }) => ref.file));
  const roots = [...files].map((file) => ({ file, path: [] }));
  return [...roots, ...plans.map(({ ref }) => ref), ...efficiency.map(({ ref }) => ref)].flatMap(
    collectExceptions,
  );
}

function lintDashboard(
  { slug, path, json }: NamedDashboard,
  basis: DraftBasis,
  plans: readonly Plan[],
): LintDashboard {
  const plan = plans.find((candidate) => candidate.slug === slug);
  const place: Place = plan
    ? placeOf(plan.ref)
    : { position: { file: path ?? slug, line: 1, column: 1 } };
  const panels = panelsOf(json).map((panel) => lintPanel(panel, place, basis));
  return { slug, title: textAt(json, 'title'), json, panels, place };
}

function lintPanel(json: JsonObject, dashboard: Place, basis: DraftBasis): LintPanel {
  const found = json[META_KEY];
  const meta = isJsonObject(found) ? found : {};
  const title = textAt(json, 'title');
  const metric = basis.index.metric(textAt(meta, 'metric'));
  const explicit =
    textAt(meta, 'source') === 'spec'
      ? metric?.panels.find((panel) => panel.title === title)
      : basis.efficiency.find((panel) => panel.title === title && !metric);
  const ref = explicit?.ref ?? metric?.ref;
  return {
    json,
    type: textAt(json, 'type'),
    title,
    metric,
    place: ref ? placeOf(ref) : dashboard,
  };
}

function below({ file, path }: YamlRef, ...steps: (string | number)[]): YamlRef {
  return { file, path: [...path, ...steps] };
}
