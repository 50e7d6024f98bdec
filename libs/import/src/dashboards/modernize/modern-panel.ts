import type { JsonObject } from '../json-values';

/** The settings of today's panel type that stand for an old panel. */
export interface ModernPanel {
  readonly type: string;
  readonly defaults: JsonObject;
  readonly overrides: readonly JsonObject[];
  readonly options: JsonObject;
  readonly transformations: readonly JsonObject[];
  readonly lost: readonly string[];
}

/** Facts about a dashboard that its panels need. */
export interface PanelAge {
  readonly schemaVersion: number;
}

/** An override for the fields of a name; `/…/` is a pattern. */
export function overrideOf(
  pattern: string,
  properties: readonly { readonly id: string; readonly value: unknown }[],
): JsonObject {
  const id = /^\/.*\/[gimsuy]*$/s.test(pattern) ? 'byRegexp' : 'byName';
  return { matcher: { id, options: pattern }, properties };
}

/** Overrides that give each series a colour of its own, from `aliasColors`. */
export function colorOverrides(aliasColors: unknown): JsonObject[] {
  if (typeof aliasColors !== 'object' || aliasColors === null) return [];
  return Object.entries(aliasColors).flatMap(([alias, fixedColor]) =>
    typeof fixedColor === 'string'
      ? [
          {
            matcher: { id: 'byName', options: alias },
            properties: [{ id: 'color', value: { mode: 'fixed', fixedColor } }],
          },
        ]
      : [],
  );
}

/** Today's names of the statistics that old panels call `avg`, `current`, `total`. */
const REDUCERS: Readonly<Record<string, string>> = {
  avg: 'mean',
  current: 'lastNotNull',
  total: 'sum',
  last: 'lastNotNull',
  last_time: 'lastNotNull',
  first: 'firstNotNull',
  name: 'lastNotNull',
  min: 'min',
  max: 'max',
  count: 'count',
  delta: 'delta',
  diff: 'diff',
  range: 'range',
};

/** Today's name of a statistic; undefined if Grafana has none. */
export function reducerOf(name: unknown): string | undefined {
  return typeof name === 'string' && Object.hasOwn(REDUCERS, name) ? REDUCERS[name] : undefined;
}
