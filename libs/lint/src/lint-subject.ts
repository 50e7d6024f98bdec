import type { DashboardFile, FilePanel } from '@g6/dashboard-files';
import { shownMetrics } from '@g6/inventory';
import type { ExplicitPanel, Metric, Plan } from '@g6/model';
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
} from './lint';
import { SUBJECT_LINTS } from './lints';

/** Which dashboards are looked at, and which of them the plans ask for. */
export interface LintedDashboards {
  /** The dashboards whose content is checked. */
  readonly checked: readonly DashboardFile[];
  /** The dashboards as the plans ask for them. */
  readonly planned: readonly DashboardFile[];
  /** The uid of their datasource, if the settings fix it. */
  readonly datasourceUid?: string | undefined;
  /** The day, `YYYY-MM-DD`; without one no date is past. */
  readonly today?: string | undefined;
  /** Names of what others find, which exceptions may name. */
  readonly exceptableElsewhere?: readonly string[] | undefined;
}

/** Gathers everything that lints look at. */
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
    expressions: expressionsOf(basis, plans),
    dashboards: dashboards.checked.map((dashboard) => lintDashboard(dashboard, basis, plans)),
    datasourceUid: dashboards.datasourceUid,
    today: dashboards.today,
    shown: shownMetrics(dashboards.planned, index, promql),
    exceptable: SUBJECT_LINTS.map(({ name }) => name),
    exceptableElsewhere: dashboards.exceptableElsewhere ?? [],
    exceptions: exceptionsOf(basis, plans),
  };
}

function expressionsOf(
  { metrics, efficiency, promql }: DraftBasis,
  plans: readonly Plan[],
): LintExpression[] {
  const written = metrics.flatMap((metric) => [
    ...metric.panels
      .flatMap(({ queries }) => queries)
      .map(({ expr, ref }) => ({ expr, ref, metric })),
    ...metric.alerts.map((alert) => ({ expr: alert.expr, ref: below(alert.ref, 'expr'), metric })),
  ]);
  const related = efficiency.flatMap((panel) =>
    panel.queries.map(({ expr }, position) => ({
      expr,
      ref: below(panel.ref, 'queries', position, 'expr'),
      metric: undefined,
    })),
  );
  const planned = plans.flatMap(({ panels, annotations }) => [
    ...panels
      .flatMap(({ queries }) => queries)
      .map(({ expr, ref }) => ({ expr, ref, metric: undefined })),
    ...annotations.map(({ expr, ref }) => ({ expr, ref: below(ref, 'promql'), metric: undefined })),
  ]);
  return [...written, ...related, ...planned].map((found) => ({
    ...found,
    analysis: promql.analyze(found.expr),
  }));
}

/** Of the catalogue in the package only the panels in use count, as nobody answers for the others. */
function exceptionsOf({ spec, efficiency }: DraftBasis, plans: readonly Plan[]): LintException[] {
  const files = new Set<YamlFile>(spec.families.map(({ ref }) => ref.file));
  const roots = [...files].map((file) => ({ file, path: [] }));
  return [...roots, ...plans.map(({ ref }) => ref), ...efficiency.map(({ ref }) => ref)].flatMap(
    collectExceptions,
  );
}

function lintDashboard(
  file: DashboardFile,
  basis: DraftBasis,
  plans: readonly Plan[],
): LintDashboard {
  const { slug, path = slug, title = '' } = file;
  const plan = plans.find((candidate) => candidate.slug === slug);
  const place: Place = plan ? placeOf(plan.ref) : { position: { file: path, line: 1, column: 1 } };
  const panels = file.panels.map((panel) => lintPanel(panel, place, basis, plan));
  return { ...file, title, panels, place };
}

function lintPanel(
  panel: FilePanel,
  dashboard: Place,
  basis: DraftBasis,
  plan: Plan | undefined,
): LintPanel {
  const { title = '', meta } = panel;
  const metric = basis.index.metric(meta?.metric ?? '');
  const written = writtenPanels(meta?.source, metric, basis, plan);
  const ref = written.find((candidate) => candidate.title === title)?.ref ?? metric?.ref;
  return { ...panel, title, metric, place: ref ? placeOf(ref) : dashboard };
}

/** Everything that a person may have written for a panel of a source. */
function writtenPanels(
  source: string | undefined,
  metric: Metric | undefined,
  { efficiency }: DraftBasis,
  plan: Plan | undefined,
): readonly Pick<ExplicitPanel, 'title' | 'ref'>[] {
  if (source === 'spec') return metric?.panels ?? [];
  if (source === 'plan') return plan?.panels ?? [];
  return metric ? [] : efficiency;
}

function below({ file, path }: YamlRef, ...steps: (string | number)[]): YamlRef {
  return { file, path: [...path, ...steps] };
}
