/**
 * Words of version 2 of dashboards for what classic dashboards write as numbers; the place in a list is
 * the number.
 */

/** What graphs share under the pointer. */
export const CURSOR_SYNC = ['Off', 'Crosshair', 'Tooltip'] as const;

/** What is hidden of a variable. */
export const VARIABLE_HIDE = ['dontHide', 'hideLabel', 'hideVariable', 'inControlsMenu'] as const;

/** When a variable reads its values. */
export const VARIABLE_REFRESH = ['never', 'onDashboardLoad', 'onTimeRangeChanged'] as const;

/** How a variable orders its values. */
export const VARIABLE_SORT = [
  'disabled',
  'alphabeticalAsc',
  'alphabeticalDesc',
  'numericalAsc',
  'numericalDesc',
  'alphabeticalCaseInsensitiveAsc',
  'alphabeticalCaseInsensitiveDesc',
  'naturalAsc',
  'naturalDesc',
] as const;

/** Types of variables, by their kinds. */
export const VARIABLE_KINDS = {
  QueryVariable: 'query',
  TextVariable: 'textbox',
  ConstantVariable: 'constant',
  DatasourceVariable: 'datasource',
  IntervalVariable: 'interval',
  CustomVariable: 'custom',
  AdhocVariable: 'adhoc',
} as const;

/** The intervals that a dashboard offers for reloading, unless it says otherwise. */
export const REFRESH_INTERVALS: readonly string[] = [
  ...['5s', '10s', '30s', '1m', '5m', '15m', '30m', '1h', '2h', '1d'],
];

/** Where version 2 keeps the query of a variable that is one text. */
export const QUERY_TEXT_KEY = '__legacyStringValue';

/** The number of a word; the value itself if it is not one of the words. */
export function numberOfWord(words: readonly string[], value: unknown): unknown {
  const place = words.indexOf(value as string);
  return place < 0 ? value : place;
}
