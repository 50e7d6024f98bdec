import type { FoundPanel, FoundQuery } from '../dashboards/found-dashboard';
import type { JsonObject } from '../dashboards/json-values';
import type { FilteredPanel } from './dashboard-filters';
import { fieldEntry, overrideEntries } from './field-entry';
import type { FurtherEntries } from './further-entries';
import { heatmapOptions, heatmapUnits } from './heatmap-entry';
import { withoutUndefined } from './metric-entry';
import { unlessDrawn } from './type-defaults';

/** Writes the expressions of a panel on their way into a plan. */
export type WriteExprs = (exprs: readonly string[]) => FilteredPanel;

/** A panel as a plan has it: keys in the order in which people write them, defaults left out. */
export function panelEntry(
  panel: FoundPanel,
  write: WriteExprs,
  further: FurtherEntries,
): Record<string, unknown> {
  const { type, title, description, gridPos, options, repeat } = panel;
  const { look, rest } = fieldEntry(panel);
  const refs = refNames(panel.queries);
  const overrides = overrideEntries(panel.overrides, refs);
  const { exprs, unfiltered } = write(panel.queries.map(({ expr }) => expr));
  return withoutUndefined({
    // A plan needs a title; Grafana shows none for a space.
    title: title.trim() === '' ? ' ' : title,
    ...queryEntries(panel, refs, exprs),
    panel_type: type === 'timeseries' ? undefined : type,
    unit: unitOf(panel),
    description: description === '' ? undefined : description,
    content: type === 'text' ? contentOf(options) : undefined,
    span: gridPos.w === 12 ? undefined : clamp(gridPos.w, 1, 24),
    height: gridPos.h === 8 ? undefined : clamp(gridPos.h, 1, 100),
    ...(type === 'text' ? {} : { ...look, ...shownEntries(panel) }),
    overrides: overrides.length > 0 ? overrides : undefined,
    options: unlessEmpty({ ...ownOptions(panel), ...further.options }),
    properties: unlessEmpty({ ...rest, ...further.properties }),
    transform: transformEntries(panel, refs),
    min_interval: intervalOf(panel.interval),
    max_data_points: panel.maxDataPoints,
    time_from: intervalOf(panel.timeFrom),
    time_shift: intervalOf(panel.timeShift),
    links: linkEntries(panel),
    repeat: repeat?.variable,
    repeat_direction: repeat?.direction === 'v' ? 'v' : undefined,
    max_per_row: repeat?.maxPerRow,
    transparent: panel.transparent || undefined,
    filters: unfiltered ? false : undefined,
    grafana: panel.hideTimeOverride ? { hideTimeOverride: true } : undefined,
  });
}

/** Which of Grafana's panel types that a plan has are shown without a range of time. */
const INSTANT_TYPES = new Set(['table']);

function linkEntries({ links }: FoundPanel): Record<string, unknown>[] | undefined {
  if (links.length === 0) return undefined;
  return links.map(({ title, url, targetBlank }) =>
    withoutUndefined({ title: title === '' ? url : title, url, new_tab: targetBlank || undefined }),
  );
}

/** A plan takes a panel without a unit for one of plain numbers; Grafana rounds none of those. */
function unitOf(panel: FoundPanel): string | undefined {
  const { type } = panel;
  if (type === 'text') return undefined;
  const unit = type === 'heatmap' ? heatmapUnits(panel).own : panel.unit;
  return unit === undefined ? 'none' : unit === 'short' ? undefined : unit;
}

/** Transformations; a table without any says so, since it would have its columns put in order. */
function transformEntries(
  { type, transformations }: FoundPanel,
  refs: ReadonlyMap<string, string>,
): Record<string, unknown>[] | undefined {
  const steps = transformations.filter(({ disabled }) => disabled !== true);
  if (steps.length === 0) return type === 'table' ? [] : undefined;
  return steps.map(({ id, options }) => withoutUndefined({ id, options: withRefs(options, refs) }));
}

function queryEntries(
  { queries, type }: FoundPanel,
  refs: ReadonlyMap<string, string>,
  exprs: readonly string[],
): Record<string, unknown> {
  if (queries.length === 0) return {};
  const entries = queries.map((query, index) =>
    queryEntry(
      { ...query, refId: refs.get(query.refId) ?? query.refId, expr: exprs[index] ?? query.expr },
      index,
      type,
    ),
  );
  const [first] = entries;
  const isPlain =
    entries.length === 1 && first && Object.keys(first).every((key) => PLAIN_KEYS.has(key));
  return isPlain ? first : { queries: entries };
}

/** Names for queries whose own a plan cannot have, such as those with spaces. */
function refNames(queries: readonly FoundQuery[]): ReadonlyMap<string, string> {
  const taken = new Set(queries.map(({ refId }) => refId));
  const names = new Map<string, string>();
  queries.forEach(({ refId }, index) => {
    if (/^\S(?:.{0,98}\S)?$/.test(refId)) return;
    const letter = String.fromCharCode(65 + (index % 26));
    const name = taken.has(letter) ? `${letter}${index}` : letter;
    names.set(refId, name);
  });
  return names;
}

/** A value in which the new names of queries stand for the old ones. */
function withRefs(value: unknown, refs: ReadonlyMap<string, string>): unknown {
  if (refs.size === 0) return value;
  if (typeof value === 'string') return refs.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => withRefs(item, refs));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withRefs(item, refs)]),
  );
}

const PLAIN_KEYS = new Set(['promql', 'legend']);
const FORMATS = ['time_series', 'table', 'heatmap'];

function queryEntry(query: FoundQuery, index: number, type: string) {
  const usualRef = String.fromCharCode(65 + index);
  const usualFormat = type === 'table' ? 'table' : type === 'heatmap' ? 'heatmap' : 'time_series';
  const isInstant = query.instant && !query.range;
  return withoutUndefined({
    promql: query.expr,
    legend: isColumn(query, type) ? undefined : (query.legend ?? ''),
    ref: query.refId === usualRef ? undefined : query.refId,
    instant: isInstant === INSTANT_TYPES.has(type) ? undefined : isInstant,
    format:
      query.format === usualFormat && type !== 'heatmap' ? undefined : oneOf(query.format, FORMATS),
    hide: query.hide || undefined,
    exemplar: query.exemplar || undefined,
    interval: intervalOf(query.interval),
  });
}

/** Whether the result of a query is columns of a table, which no legend names. */
function isColumn({ legend, format }: FoundQuery, type: string): boolean {
  return type === 'table' && format === 'table' && (legend ?? '__auto') === '__auto';
}

/** Grafana's `>30s` is a lowest step as well. */
function intervalOf(interval: string | undefined): string | undefined {
  const text = interval?.replace(/^>\s*/, '').trim();
  return text !== undefined && /^(?:\d+(?:ms|s|m|h|d|w|M|y)$|\$)/.test(text) ? text : undefined;
}

function shownEntries({ type, options }: FoundPanel): Record<string, unknown> {
  const pointer = oneOf(objectAt(options, 'tooltip')['mode'], ['single', 'multi', 'none']);
  return {
    calc: REDUCED.has(type) ? calcOf(options) : undefined,
    legend_options: WITH_LEGEND.has(type) ? legendOptions(type, options) : undefined,
    tooltip: unlessDrawn(type, 'tooltip', pointer),
  };
}

/** Panel types that reduce a series to one value. */
const REDUCED = new Set(['stat', 'gauge', 'bargauge', 'piechart']);

/** Panel types whose legend a plan can shape. */
const WITH_LEGEND = new Set([
  ...['timeseries', 'trend', 'xychart', 'barchart', 'histogram', 'piechart', 'state-timeline'],
  ...['status-history', 'bargauge'],
]);

function contentOf(options: JsonObject): string {
  const { content } = options;
  return typeof content === 'string' ? content : '';
}

function calcOf(options: JsonObject): string | undefined {
  const { calcs } = objectAt(options, 'reduceOptions');
  const [calc] = Array.isArray(calcs) ? (calcs as unknown[]) : [];
  return typeof calc === 'string' && calc !== 'lastNotNull' ? calc : undefined;
}

/** A legend; one that is a list below says so, since generation has other ideas of its own. */
function legendOptions(type: string, options: JsonObject): Record<string, unknown> | undefined {
  const { displayMode, placement, calcs, showLegend } = objectAt(options, 'legend');
  const isHidden = showLegend === false || displayMode === 'hidden';
  // The bars of a bar gauge carry their names.
  if (type === 'bargauge' && showLegend !== true) return undefined;
  if (isHidden) return { hidden: true };
  const values = Array.isArray(calcs) ? calcs : [];
  const mode = displayMode === 'table' ? 'table' : 'list';
  const usual = values.length > 0 ? 'table' : 'list';
  return withoutUndefined({
    placement: placement === 'right' || type === 'piechart' ? (placement ?? 'bottom') : undefined,
    mode: mode === usual ? undefined : mode,
    calcs: values,
    hidden: type === 'bargauge' ? false : undefined,
  });
}

/** Options without which a panel would show something else. */
function ownOptions(panel: FoundPanel): JsonObject {
  if (panel.type === 'heatmap') return heatmapOptions(panel);
  const mode = panel.type === 'text' ? panel.options['mode'] : undefined;
  return typeof mode === 'string' && mode !== 'markdown' ? { mode } : {};
}

function unlessEmpty(entries: JsonObject): JsonObject | undefined {
  return Object.keys(entries).length > 0 ? entries : undefined;
}

/** The object at a key; an empty one if there is none. */
export function objectAt(value: JsonObject, key: string): JsonObject {
  const found = value[key];
  return typeof found === 'object' && found !== null && !Array.isArray(found)
    ? (found as JsonObject)
    : {};
}

/** A text if it is one of these. */
export function oneOf(value: unknown, allowed: readonly string[]): string | undefined {
  return typeof value === 'string' && allowed.includes(value) ? value : undefined;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)));
}
