import type { RawValue, YamlFile } from '@g6/yaml';
import { type ExplicitPanel, type ExplicitQuery, lookOf } from './panel';
import type { PanelType } from './panel-types';

/** Builds a panel from its value; `defaultTitle` names one without a title. */
export function buildPanel(file: YamlFile, raw: RawValue, defaultTitle: string): ExplicitPanel {
  const type = (raw.text('panel_type') ?? 'timeseries') as PanelType;
  return {
    title: raw.text('title') ?? defaultTitle,
    queries: buildQueries(file, raw),
    type,
    unit: raw.text('unit') ?? 'short',
    kind: raw.text('kind'),
    span: raw.number('span'),
    height: raw.number('height'),
    id: raw.text('id'),
    description: raw.text('description'),
    content: raw.text('content'),
    unfiltered: raw.flag('filters') === false,
    look: typeof raw.value === 'object' && raw.value !== null ? lookOf(raw.value) : {},
    ref: { file, path: raw.path },
  };
}

function buildQueries(file: YamlFile, raw: RawValue): ExplicitQuery[] {
  const listed = raw.items('queries').map((query) => buildQuery(file, query));
  const single = raw.text('promql');
  if (single === undefined) return listed;
  return [{ ...buildQuery(file, raw), format: undefined, refId: undefined }, ...listed];
}

function buildQuery(file: YamlFile, raw: RawValue): ExplicitQuery {
  return {
    expr: raw.text('promql') ?? '',
    legend: raw.text('legend'),
    refId: raw.text('ref'),
    instant: raw.flag('instant'),
    format: raw.text('format') as ExplicitQuery['format'],
    hide: raw.flag('hide'),
    exemplar: raw.flag('exemplar'),
    interval: raw.text('interval'),
    ref: { file, path: raw.path.concat('promql') },
  };
}
