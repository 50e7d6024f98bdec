import {
  type Alert,
  ALERT_ANNOTATION,
  GENERATOR_VERSION,
  GRAPH_TOOLTIPS,
  META_KEY,
  type Plan,
  type PlanAnnotation,
  type PlanLink,
  SCHEMA_VERSION,
  SIBLINGS_LINK,
} from '@g6/model';
import { firingAlerts } from '@g6/promql';
import { assemblePanel, datasourceRef, type DatasourceRef } from './assemble-panel';
import type { DashboardJson, DashboardMeta } from './dashboard-json';
import type { DraftBasis } from './draft-panels';
import type { GenerationOptions } from './generation-options';
import { mergePatch } from './merge-patch';
import { isWritten } from './panel-draft';
import { type PlacedPanel, unfolded } from './place-panels';
import type { PlanFilters } from './plan-parts/plan-filters';
import { datasourceVariable, planVariables } from './plan-parts/variables-json';
import type { UidOf } from './presentation/look/links';
import type { Profile } from './profiles/profile';

/** The parts of a dashboard whose panels have their places. */
export interface DashboardParts {
  readonly plan: Plan;
  readonly profile: Profile;
  readonly basis: DraftBasis;
  readonly panels: readonly PlacedPanel[];
  /** Alerts of the metrics that the dashboard includes. */
  readonly alerts: readonly Alert[];
  /** How many panels the caps left out. */
  readonly dropped: number;
  readonly filters: PlanFilters;
}

/** Writes a dashboard the way Grafana's file provisioning reads it. */
export function assembleDashboard(
  parts: DashboardParts,
  options: GenerationOptions,
): DashboardJson {
  const { plan, profile } = parts;
  const datasource = datasourceRef(options.datasourceUid);
  const uidOf = (slug: string) => `${options.uidPrefix}${slug}`;
  const chosen = options.datasourceUid === undefined ? [datasourceVariable()] : [];
  const dashboard = {
    uid: uidOf(plan.slug),
    title: plan.title,
    ...(plan.description === undefined ? {} : { description: plan.description }),
    tags: [...new Set([...plan.tags, ...options.tags])],
    editable: false,
    // A crosshair shared by all panels: what moved together is what people look for.
    graphTooltip: GRAPH_TOOLTIPS.indexOf(plan.graphTooltip ?? 'crosshair'),
    timezone: plan.timezone ?? 'browser',
    ...(plan.weekStart === undefined ? {} : { weekStart: plan.weekStart }),
    time: plan.time,
    timepicker: {},
    refresh: plan.refresh,
    fiscalYearStartMonth: 0,
    schemaVersion: SCHEMA_VERSION,
    preload: false,
    links: [siblingsLink(options.tags), ...plan.links.map((link) => headerLink(link, uidOf))],
    templating: { list: [...chosen, ...planVariables({ ...parts, datasource })] },
    annotations: { list: annotations(parts, datasource) },
    panels: parts.panels.map((panel) =>
      assemblePanel(withLowestStep(panel, plan), { datasource, uidOf, style: profile.style }),
    ),
    [META_KEY]: dashboardMeta(parts),
  };
  return (plan.grafana ? mergePatch(dashboard, plan.grafana) : dashboard) as DashboardJson;
}

/** Gives a panel the lowest step of its dashboard, if it sets none. */
function withLowestStep(panel: PlacedPanel, plan: Plan): PlacedPanel {
  const { minInterval } = plan;
  if (minInterval === undefined) return panel;
  const folded = panel.folded?.map((inner) => withLowestStep(inner, plan));
  return {
    ...panel,
    ...(folded ? { folded } : {}),
    ...(panel.queries.length === 0 ? {} : { look: { min_interval: minInterval, ...panel.look } }),
  };
}

function siblingsLink(tags: readonly string[]) {
  return {
    title: SIBLINGS_LINK,
    type: 'dashboards' as const,
    icon: 'external link',
    tooltip: 'Other generated dashboards, with the same time range',
    tags: [...tags],
    asDropdown: true,
    targetBlank: false,
    includeVars: true,
    keepTime: true,
  };
}

function headerLink(link: PlanLink, uidOf: UidOf) {
  const { title, dashboard, url, tags, icon, tooltip, newTab } = link;
  const byTag = dashboard === undefined && url === undefined;
  const address = dashboard === undefined ? url : `/d/${uidOf(dashboard)}`;
  return {
    title,
    type: byTag ? 'dashboards' : 'link',
    icon,
    tooltip,
    tags: [...tags],
    ...(address === undefined ? {} : { url: address }),
    asDropdown: link.dropdown,
    targetBlank: newTab,
    includeVars: link.keepVariables,
    keepTime: link.keepTime,
  };
}

function annotations({ alerts, plan, filters, basis }: DashboardParts, datasource: DatasourceRef) {
  const builtIn = {
    name: 'Annotations & Alerts',
    type: 'dashboard',
    builtIn: 1,
    datasource: { type: 'grafana', uid: '-- Grafana --' },
    enable: true,
    hide: true,
    iconColor: 'rgba(0, 211, 255, 1)',
  };
  const names = [...new Set(alerts.map(({ name }) => name))];
  const firing = {
    name: ALERT_ANNOTATION,
    datasource,
    enable: true,
    iconColor: 'red',
    expr: firingAlerts(names),
    step: '60s',
    titleFormat: '{{alertname}}',
    textFormat: '{{severity}}',
    tagKeys: 'severity',
    useValueForTime: false,
  };
  const own = plan.annotations.map((annotation) =>
    ownAnnotation(
      { ...annotation, expr: basis.renamed.read(filters.inject(annotation.expr)) },
      datasource,
    ),
  );
  return [builtIn, ...(alerts.length === 0 ? [] : [firing]), ...own];
}

function ownAnnotation(annotation: PlanAnnotation, datasource: DatasourceRef) {
  const { name, expr, title, text, tags, color, step, enabled, hidden } = annotation;
  return {
    name,
    datasource,
    enable: enabled,
    ...(hidden ? { hide: true } : {}),
    iconColor: color,
    expr,
    step,
    ...(title === undefined ? {} : { titleFormat: title }),
    ...(text === undefined ? {} : { textFormat: text }),
    ...(tags.length === 0 ? {} : { tagKeys: tags.join(',') }),
    useValueForTime: false,
  };
}

const UNCOUNTED_TYPES = new Set(['table', 'row', 'text']);

function dashboardMeta({ plan, basis, panels, alerts, dropped }: DashboardParts): DashboardMeta {
  return {
    spec_hash: basis.spec.hash.slice(0, 16),
    families: plan.families,
    placeholder_panels: unfolded(panels)
      .filter(({ type }) => !UNCOUNTED_TYPES.has(type))
      .every((panel) => !isWritten(panel)),
    description: plan.description ?? '',
    enriched: true,
    alerts_panel: alerts.length > 0,
    alerts_count: alerts.length,
    generator_version: GENERATOR_VERSION,
    truncated_panels: dropped,
    ...(plan.folder === undefined ? {} : { folder: plan.folder }),
  };
}
