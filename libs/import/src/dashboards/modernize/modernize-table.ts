import { toNumber } from '../../documents/raw-part';
import { type JsonObject, objectOf, objectsOf, present, textOf } from '../json-values';
import { type ModernPanel, overrideOf, reducerOf } from './modern-panel';
import { stepsBetween } from './old-thresholds';

/** Today's transformations for the ways in which the old table showed series. */
const TRANSFORMATIONS: Readonly<Record<string, string>> = {
  timeseries_to_rows: 'seriesToRows',
  timeseries_to_columns: 'joinByField',
  timeseries_aggregations: 'reduce',
  table: 'merge',
};

/** The style that the old table gives to every column that no other style is for. */
const EVERY_COLUMN = '/.*/';

/** Turns the table of Grafana 6 and older, with its column `styles`, into today's `table`. */
export function modernizeTable(panel: JsonObject): ModernPanel {
  const styles = objectsOf(panel['styles']);
  const fieldConfig = objectOf(panel['fieldConfig']);
  const every = styles.find((style) => style['pattern'] === EVERY_COLUMN);
  const defaults = objectOf(fieldConfig['defaults']);
  const sort = objectOf(panel['sort']);
  return {
    type: 'table',
    defaults: { ...defaults, ...(every ? defaultsOf(every, defaults) : {}) },
    overrides: [
      ...objectsOf(fieldConfig['overrides']),
      ...styles.filter((style) => style !== every).flatMap((style) => styleOverride(style)),
    ],
    options: { showHeader: panel['showHeader'] !== false, ...objectOf(panel['options']) },
    transformations: [...transformationsOf(panel), ...objectsOf(panel['transformations'])],
    lost: toNumber(sort['col']) === undefined ? [] : ['sort'],
  };
}

function transformationsOf(panel: JsonObject): JsonObject[] {
  const name = textOf(panel['transform']) ?? '';
  const id = Object.hasOwn(TRANSFORMATIONS, name) ? TRANSFORMATIONS[name] : undefined;
  if (id === undefined) return [];
  if (id !== 'reduce') return [{ id, options: {} }];
  const reducers = objectsOf(panel['columns']).flatMap(({ value }) => reducerOf(value) ?? []);
  return [{ id, options: { reducers, includeTimeField: false } }];
}

function styleOverride(style: JsonObject): JsonObject[] {
  const pattern = textOf(style['pattern']);
  if (pattern === undefined) return [];
  const properties = [
    ['displayName', textOf(style['alias'])],
    ['unit', unitOf(style)],
    ['decimals', decimalsOf(style)],
    ['custom.hidden', style['type'] === 'hidden' ? true : undefined],
    ['links', linksOf(style)],
    ['custom.cellOptions', cellOptionsOf(style)],
    ['custom.align', alignOf(style)],
    ['thresholds', thresholdsOf(style)],
    ['mappings', mappingsOf(style)],
  ] as const;
  const given = properties.filter(([, value]) => value !== undefined);
  return given.length === 0
    ? []
    : [
        overrideOf(
          pattern,
          given.map(([id, value]) => ({ id, value })),
        ),
      ];
}

function defaultsOf(style: JsonObject, defaults: JsonObject): JsonObject {
  const custom = present({ align: alignOf(style), cellOptions: cellOptionsOf(style) });
  return present({
    unit: unitOf(style),
    decimals: decimalsOf(style),
    displayName: textOf(style['alias']),
    thresholds: thresholdsOf(style),
    custom: { ...objectOf(defaults['custom']), ...custom },
  });
}

function unitOf(style: JsonObject): string | undefined {
  if (style['type'] === 'date')
    return `time: ${textOf(style['dateFormat']) ?? 'YYYY-MM-DD HH:mm:ss'}`;
  // A style of texts has a unit only because the form had a field for it.
  return style['type'] === 'string' ? undefined : textOf(style['unit']);
}

function decimalsOf(style: JsonObject): number | undefined {
  return style['type'] === 'number' || style['type'] === undefined
    ? toNumber(style['decimals'])
    : undefined;
}

function alignOf(style: JsonObject): string | undefined {
  const align = textOf(style['align']);
  return align === 'auto' ? undefined : align;
}

function cellOptionsOf(style: JsonObject): JsonObject | undefined {
  switch (style['colorMode']) {
    case 'cell':
    case 'row':
      return { type: 'color-background' };
    case 'value':
      return { type: 'color-text' };
    default:
      return undefined;
  }
}

function thresholdsOf(style: JsonObject): JsonObject | undefined {
  const steps = stepsBetween(style['thresholds'], style['colors']);
  return steps && { mode: 'absolute', steps };
}

function linksOf(style: JsonObject): JsonObject[] | undefined {
  const url = textOf(style['linkUrl']);
  if (style['link'] !== true || url === undefined) return undefined;
  const targetBlank = style['linkTargetBlank'] === true;
  return [{ title: textOf(style['linkTooltip']) ?? '', url, targetBlank }];
}

function mappingsOf(style: JsonObject): JsonObject[] | undefined {
  const maps = objectsOf(style['valueMaps']).filter(({ value }) => value !== undefined);
  if (style['type'] !== 'string' || style['mappingType'] === 2 || maps.length === 0) {
    return undefined;
  }
  const options = Object.fromEntries(maps.map(({ value, text }) => [String(value), { text }]));
  return [{ type: 'value', options }];
}
