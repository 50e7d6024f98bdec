import { type RawValue, type YamlFile } from '@g6/yaml';
import { buildPanel } from '../panels/build-panel';
import {
  DEFAULT_TIME,
  type GraphTooltip,
  type Plan,
  type PlanAnnotation,
  type PlanExclusion,
  type PlanFilter,
  type PlanLayout,
  type PlanLink,
  type PlanSection,
  type SectionGrid,
  type SectionPanel,
  titleFromSlug,
} from './plan';
import { buildVariable } from './plan-variable';

/** Builds a plan from its value; what has the wrong shape is left out, since it is reported. */
export function buildPlan(file: YamlFile, raw: RawValue): Plan {
  const slug = raw.text('slug') ?? '';
  const time = raw.at('time');
  const sections = raw.items('sections').map((section) => buildSection(file, section));
  return {
    slug,
    title: raw.text('title') ?? titleFromSlug(slug),
    families: raw.texts('families') ?? [],
    description: raw.text('description'),
    tags: raw.texts('tags') ?? [],
    profile: raw.text('profile'),
    quantiles: raw.text('quantiles') as Plan['quantiles'],
    time: { from: time.text('from') ?? DEFAULT_TIME.from, to: time.text('to') ?? DEFAULT_TIME.to },
    refresh: raw.text('refresh') ?? '30s',
    folder: raw.text('folder'),
    alertPreview: raw.at('alert_preview').value === true,
    variables: raw.items('variables').map((variable) => buildVariable(file, variable)),
    filters: raw.entries('filters').map(([label, filter]) => buildFilter(file, label, filter)),
    sections,
    ...(raw.text('layout') === undefined ? {} : { layout: raw.text('layout') as PlanLayout }),
    panels: [
      ...raw.items('panels').map((panel, i) => buildPanel(file, panel, `Panel ${i}`)),
      ...sections.flatMap(({ panels }) =>
        panels.flatMap((panel) => ('written' in panel ? panel.written : [])),
      ),
    ],
    exclude: raw.items('exclude').map((exclusion) => buildExclusion(file, exclusion)),
    rateWindow: raw.text('rate_window'),
    annotations: raw.items('annotations').map((annotation) => buildAnnotation(file, annotation)),
    links: raw.items('links').map((link) => buildLink(file, link)),
    timezone: raw.text('timezone'),
    graphTooltip: raw.text('graph_tooltip') as GraphTooltip | undefined,
    weekStart: raw.text('week_start'),
    minInterval: raw.text('min_interval'),
    grafana: mappingOf(raw.at('grafana').value),
    ref: { file, path: raw.path },
  };
}

const WRITTEN_OPERATOR = /^(?:=~|!~|!=|=)/;

function buildFilter(file: YamlFile, label: string, raw: RawValue): PlanFilter {
  const written = typeof raw.value === 'string' ? raw.value : '';
  const operator = WRITTEN_OPERATOR.exec(written)?.[0];
  const value = operator === undefined ? written : written.slice(operator.length).trimStart();
  return { label, operator, value, ref: { file, path: raw.path } };
}

function buildSection(file: YamlFile, raw: RawValue): PlanSection {
  return {
    title: raw.text('title'),
    collapsed: raw.flag('collapsed') ?? false,
    repeat: raw.text('repeat'),
    ...(raw.text('grid') === undefined ? {} : { grid: raw.text('grid') as SectionGrid }),
    ...(raw.flag('show_if_data') === true ? { showIfData: true } : {}),
    families: raw.texts('families') ?? [],
    metrics: raw.texts('metrics') ?? [],
    panels: raw.items('panels').map((panel, i) => buildSectionPanel(file, panel, raw, i)),
    sources: raw.texts('sources') ?? [],
    ref: { file, path: raw.path },
  };
}

function buildSectionPanel(
  file: YamlFile,
  panel: RawValue,
  section: RawValue,
  index: number,
): SectionPanel {
  if (typeof panel.value === 'string') return { named: panel.value };
  const name = section.text('title') ?? 'Panel';
  return { written: buildPanel(file, panel, `${name} ${index}`) };
}

function buildExclusion(file: YamlFile, raw: RawValue): PlanExclusion {
  return {
    metric: raw.text('metric'),
    source: raw.text('source'),
    title: raw.text('title'),
    panelUuid: raw.text('panel_uuid'),
    ref: { file, path: raw.path },
  };
}

function buildAnnotation(file: YamlFile, raw: RawValue): PlanAnnotation {
  return {
    name: raw.text('name') ?? '',
    expr: raw.text('promql') ?? '',
    title: raw.text('title'),
    text: raw.text('text'),
    tags: raw.texts('tags') ?? [],
    color: raw.text('color') ?? 'blue',
    step: raw.text('step') ?? '60s',
    enabled: raw.flag('enabled') ?? true,
    hidden: raw.flag('hidden') ?? false,
    ref: { file, path: raw.path },
  };
}

function buildLink(file: YamlFile, raw: RawValue): PlanLink {
  return {
    title: raw.text('title') ?? '',
    url: raw.text('url'),
    dashboard: raw.text('dashboard'),
    tags: raw.texts('tags') ?? [],
    tooltip: raw.text('tooltip') ?? '',
    icon: raw.text('icon') ?? 'external link',
    newTab: raw.flag('new_tab') ?? false,
    keepTime: raw.flag('keep_time') ?? true,
    keepVariables: raw.flag('keep_variables') ?? true,
    dropdown: raw.flag('dropdown') ?? false,
    ref: { file, path: raw.path },
  };
}

function mappingOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
