import { isMapping, type RawPart, scalarText } from '../documents/raw-part';
import type { FoundVariable } from './found-dashboard';
import { objectOf, textOf } from './json-values';

const SORTS = [
  ...['disabled', 'alphabeticalAsc', 'alphabeticalDesc', 'numericalAsc', 'numericalDesc'],
  ...['alphabeticalCaseInsensitiveAsc', 'alphabeticalCaseInsensitiveDesc'],
  ...['naturalAsc', 'naturalDesc'],
];

const HIDES: Readonly<Record<string, FoundVariable['hide']>> = {
  1: 'label',
  2: 'variable',
  3: 'no',
  hideLabel: 'label',
  hideVariable: 'variable',
};

const REFRESHES: Readonly<Record<string, FoundVariable['refresh']>> = {
  1: 'load',
  true: 'load',
  2: 'time',
  onDashboardLoad: 'load',
  onTimeRangeChanged: 'time',
};

/** Reads the variables of a list, in their order; an item without a name is left out. */
export function readVariables(items: readonly RawPart[]): FoundVariable[] {
  return items.flatMap((item) => {
    const name = item.text('name');
    return name === undefined || name === '' ? [] : [readVariable(item, name)];
  });
}

function readVariable(item: RawPart, name: string): FoundVariable {
  const source = objectOf(item.value);
  const texts = {
    label: textOf(source['label']),
    description: textOf(source['description']),
    query: queryOf(source),
    regex: textOf(source['regex']),
    allValue: textOf(source['allValue']),
    datasource: datasourceOf(source['datasource']),
  };
  const type = textOf(source['type']) ?? 'query';
  return {
    type,
    name,
    ...(Object.fromEntries(
      Object.entries(texts).filter(([, value]) => value !== undefined),
    ) as Pick<FoundVariable, 'label' | 'query'>),
    hide: HIDES[scalarText(source['hide']) ?? ''] ?? 'no',
    sort: typeof source['sort'] === 'string' ? source['sort'] : sortOf(source['sort']),
    refresh: REFRESHES[scalarText(source['refresh']) ?? ''] ?? 'never',
    multi: source['multi'] === true,
    includeAll: source['includeAll'] === true,
    current: currentOf(source['current']),
    source,
    place: item.place,
  };
}

function sortOf(value: unknown): string {
  return (typeof value === 'number' ? SORTS[value] : undefined) ?? 'disabled';
}

/** A query is a text, or an object that the editor of the datasource wrote. */
function queryOf(source: Readonly<Record<string, unknown>>): string | undefined {
  const { query, definition } = source;
  if (typeof query === 'string') return query;
  const { query: inner, expr } = objectOf(query);
  return textOf(inner) ?? textOf(expr) ?? textOf(definition);
}

function datasourceOf(value: unknown): string | undefined {
  return textOf(isMapping(value) ? (value['uid'] ?? value['name']) : value);
}

/** The selected values; a text of an old dashboard that only names them counts as well. */
function currentOf(value: unknown): string[] {
  const { value: selected, text } = objectOf(value);
  const chosen = selected ?? text;
  const list: unknown[] = Array.isArray(chosen) ? chosen : [chosen];
  return list.flatMap((item) => scalarText(item) ?? []).filter((item) => item !== '');
}
