import {
  type Alert,
  ALERT_ANNOTATION,
  DATASOURCE_TYPE,
  DATASOURCE_VARIABLE,
  GENERATOR_VERSION,
  META_KEY,
  type Plan,
  SCHEMA_VERSION,
  SIBLINGS_LINK,
  type Spec,
} from '@g6/model';
import { firingAlerts } from '@g6/promql';
import { assemblePanel, datasourceRef, type DatasourceRef } from './assemble-panel';
import type { DashboardJson, DashboardMeta } from './dashboard-json';
import type { GenerationOptions } from './generation-options';
import type { PlacedPanel } from './place-panels';

/** The parts of a dashboard whose panels have their places. */
export interface DashboardParts {
  readonly plan: Plan;
  readonly spec: Spec;
  readonly panels: readonly PlacedPanel[];
  /** Alerts of the metrics that the dashboard includes. */
  readonly alerts: readonly Alert[];
  /** Panels that the caps left out. */
  readonly dropped: number;
}

/** Writes a dashboard the way Grafana's file provisioning reads it. */
export function assembleDashboard(
  parts: DashboardParts,
  options: GenerationOptions,
): DashboardJson {
  const { plan } = parts;
  const datasource = datasourceRef(options.datasourceUid);
  const uidOf = (slug: string) => `${options.uidPrefix}${slug}`;
  const tags = [...new Set([...plan.tags, ...options.tags])];
  return {
    uid: uidOf(plan.slug),
    title: plan.title,
    ...(plan.description === undefined ? {} : { description: plan.description }),
    tags,
    editable: false,
    // A crosshair shared by all panels: what moved together is what people look for.
    graphTooltip: 1,
    timezone: 'browser',
    time: plan.time,
    timepicker: {},
    refresh: plan.refresh,
    fiscalYearStartMonth: 0,
    schemaVersion: SCHEMA_VERSION,
    preload: false,
    links: [siblingsLink(options.tags)],
    templating: { list: options.datasourceUid === undefined ? [datasourceVariable()] : [] },
    annotations: { list: annotations(parts.alerts, datasource) },
    panels: parts.panels.map((panel) => assemblePanel(panel, datasource, uidOf)),
    [META_KEY]: dashboardMeta(parts),
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

function datasourceVariable() {
  return {
    type: 'datasource' as const,
    name: DATASOURCE_VARIABLE,
    label: 'Data source',
    query: DATASOURCE_TYPE,
    hide: 0 as const,
    refresh: 1 as const,
    regex: '',
    multi: false,
    includeAll: false,
    skipUrlSync: false,
    options: [],
  };
}

function annotations(alerts: readonly Alert[], datasource: DatasourceRef) {
  const builtIn = {
    name: 'Annotations & Alerts',
    type: 'dashboard',
    builtIn: 1,
    datasource: { type: 'grafana', uid: '-- Grafana --' },
    enable: true,
    hide: true,
    iconColor: 'rgba(0, 211, 255, 1)',
  };
  if (alerts.length === 0) return [builtIn];
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
  return [builtIn, firing];
}

const UNCOUNTED_TYPES = new Set(['table', 'row', 'text']);

function dashboardMeta({ plan, spec, panels, alerts, dropped }: DashboardParts): DashboardMeta {
  return {
    spec_hash: spec.hash.slice(0, 16),
    families: plan.families,
    placeholder_panels: panels
      .filter(({ type }) => !UNCOUNTED_TYPES.has(type))
      .every(({ source }) => source !== 'spec'),
    description: plan.description ?? '',
    enriched: true,
    alerts_panel: alerts.length > 0,
    alerts_count: alerts.length,
    generator_version: GENERATOR_VERSION,
    truncated_panels: dropped,
    ...(plan.folder === undefined ? {} : { folder: plan.folder }),
  };
}
