import { didYouMeanOneOf, type Problem } from '@g6/problems';
import { quote, type YamlRef } from '@g6/yaml';
import { checkExpression } from '../metrics-spec/check-expressions';
import { checkPanel, missingAlertThresholds } from '../panels/check-panels';
import type { ExplicitPanel } from '../panels/panel';
import { checkSections } from './check-sections';
import { checkVariables, unknownVariable, unknownVariables } from './check-variables';
import { dashboardSeries } from './label-series';
import type { Plan } from './plan';
import { type PlanCheck, problemAt } from './plan-problems';

/** Checks what the shape of a plan cannot say. */
export function checkPlan(check: PlanCheck): Problem[] {
  const { plan, spec, index, promql } = check;
  const filtered = plan.variables.length > 0 || plan.filters.length > 0;
  const series = filtered ? dashboardSeries(plan, spec, index, promql) : [];
  return [
    ...emptyPlan(plan),
    ...checkVariables(check, series),
    ...checkSections(check),
    ...plan.panels.flatMap((panel) => checkOwnPanel(panel, check)),
    ...missingAlertThresholds(plan.panels, () => index.alertThresholds(promql)),
    ...shownPanels(check).flatMap((panel) => checkPanelInPlan(panel, check)),
    ...checkAnnotations(check),
    ...plan.links.flatMap(({ dashboard, ref }) =>
      unknownSlug(below(ref, 'dashboard'), dashboard, check),
    ),
    ...ownedParts(plan),
  ];
}

function emptyPlan(plan: Plan): Problem[] {
  if (plan.panels.length > 0) return [];
  const written = plan.ref.file.valueAt(plan.ref.path);
  if (typeof written !== 'object' || written === null || 'families' in written) return [];
  return [problemAt(plan.ref, 'missing-key', 'the key "families" is missing here')];
}

/** The explicit panels that a dashboard shows: those of its metrics and its own. */
function shownPanels({ plan, spec }: PlanCheck): ExplicitPanel[] {
  const shown = spec.families.filter(({ name }) => plan.families.includes(name));
  const panels = shown.flatMap(({ metrics }) => metrics.flatMap((metric) => [...metric.panels]));
  return [...panels, ...plan.panels];
}

function checkOwnPanel(panel: ExplicitPanel, { index, promql }: PlanCheck): Problem[] {
  return [
    ...checkPanel(panel),
    ...panel.queries.flatMap(({ ref, expr }) => checkExpression(ref, expr, index, promql)),
  ];
}

/** Checks what a panel takes from its dashboard and its siblings: variables and slugs. */
function checkPanelInPlan({ queries, look, ref }: ExplicitPanel, check: PlanCheck): Problem[] {
  const { plan } = check;
  const links = (look.links ?? []).map(({ dashboard }, i) => [dashboard, ['links', i]] as const);
  const fieldLinks = (look.overrides ?? []).flatMap((override, i) =>
    (override.links ?? []).map(
      ({ dashboard }, j) => [dashboard, ['overrides', i, 'links', j]] as const,
    ),
  );
  return [
    ...queries.flatMap((query) => unknownVariables(query.ref, query.expr, plan)),
    ...(look.repeat === undefined ? [] : unknownVariable(below(ref, 'repeat'), look.repeat, plan)),
    ...[...links, ...fieldLinks].flatMap(([slug, path]) =>
      unknownSlug(below(ref, ...path, 'dashboard'), slug, check),
    ),
  ];
}

function checkAnnotations({ plan, index, promql }: PlanCheck): Problem[] {
  return plan.annotations.flatMap(({ ref, expr }) => {
    const at = below(ref, 'promql');
    return [...checkExpression(at, expr, index, promql), ...unknownVariables(at, expr, plan)];
  });
}

function unknownSlug(ref: YamlRef, slug: string | undefined, { slugs }: PlanCheck): Problem[] {
  if (slug === undefined || !slugs || slugs.has(slug)) return [];
  const hint = didYouMeanOneOf(slug, [...slugs].sort(), 'the plans have');
  return [problemAt(ref, 'link-unknown', `no plan has the slug "${slug}"`, hint)];
}

/** Parts of a dashboard's JSON that have a key of their own, or that identity or layout own. */
const OWNED_PARTS: ReadonlyMap<string, string> = new Map([
  ['uid', 'slug'],
  ['id', 'slug'],
  ['title', 'title'],
  ['description', 'description'],
  ['tags', 'tags'],
  ['time', 'time'],
  ['refresh', 'refresh'],
  ['timezone', 'timezone'],
  ['graphTooltip', 'graph_tooltip'],
  ['weekStart', 'week_start'],
  ['links', 'links'],
  ['templating', 'variables'],
  ['annotations', 'annotations'],
  ['panels', 'panels and sections'],
  ['schemaVersion', 'the generator alone'],
  ['g6_meta', 'the generator alone'],
]);

function ownedParts({ grafana = {}, ref }: Plan): Problem[] {
  return Object.keys(grafana).flatMap((key) => {
    const owner = OWNED_PARTS.get(key);
    if (owner === undefined) return [];
    const message = `${quote(key)} cannot be patched; set it by ${owner}`;
    return [problemAt(below(ref, 'grafana', key), 'grafana-owned', message)];
  });
}

function below({ file, path }: YamlRef, ...steps: (string | number)[]): YamlRef {
  return { file, path: [...path, ...steps] };
}
