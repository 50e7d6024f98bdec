import { interpolate, type Variables } from '../src/interpolate';
import type { Variable, VariableOption } from './dashboard-model';
import type { PreviewApi } from './preview-api';

/** The choice of all values. */
export const ALL = '$__all';

/** What is chosen, by the name of the variable. */
export type Choices = Readonly<Record<string, readonly string[]>>;

/** A variable with its options and what is chosen of them. */
export interface ResolvedVariable {
  readonly variable: Variable;
  readonly options: readonly VariableOption[];
  readonly chosen: readonly string[];
}

/** Finds the options of all variables in order: a query may read the variables before it. */
export async function resolveVariables(
  variables: readonly Variable[],
  choices: Choices,
  api: PreviewApi,
): Promise<ResolvedVariable[]> {
  const resolved: ResolvedVariable[] = [];
  for (const variable of variables) {
    const options = await optionsOf(variable, valuesOf(resolved), api).catch(() => []);
    resolved.push({
      variable,
      options,
      chosen: chooseFrom(variable, options, choices[variable.name]),
    });
  }
  return resolved;
}

/** The values that queries see. */
export function valuesOf(resolved: readonly ResolvedVariable[]): Variables {
  return Object.fromEntries(
    resolved.map(({ variable, options, chosen }) => {
      if (!chosen.includes(ALL)) {
        const isList = variable.multi === true || variable.includeAll === true;
        return [variable.name, isList ? chosen : (chosen[0] ?? '')];
      }
      const { allValue } = variable;
      const all = options.map(({ value }) => value).filter((value) => value !== ALL);
      return [variable.name, allValue == null || allValue === '' ? all : allValue];
    }),
  );
}

function chooseFrom(
  { current, includeAll, type }: Variable,
  options: readonly VariableOption[],
  asked: readonly string[] | undefined,
): readonly string[] {
  if (type === 'textbox' && asked) return asked;
  const offered = new Set(options.map(({ value }) => value));
  const wanted = asked ?? [current?.value ?? []].flat();
  const kept = wanted.filter((value) => offered.has(value));
  if (kept.length > 0) return kept;
  return includeAll === true ? [ALL] : options.slice(0, 1).map(({ value }) => value);
}

async function optionsOf(
  variable: Variable,
  values: Variables,
  api: PreviewApi,
): Promise<VariableOption[]> {
  const found = await foundOptions(variable, values, api);
  const all = variable.includeAll === true && found.length > 0 ? [{ text: 'All', value: ALL }] : [];
  return [...all, ...found];
}

async function foundOptions(
  variable: Variable,
  values: Variables,
  api: PreviewApi,
): Promise<readonly VariableOption[]> {
  const { query = '', type, options = [] } = variable;
  const text = typeof query === 'string' ? query : (query.query ?? '');
  switch (type) {
    case 'datasource':
      return [{ text: 'this preview', value: 'preview' }];
    case 'custom':
      return text.split(',').map((part) => {
        const [name = '', value = name] = part.split(' : ').map((one) => one.trim());
        return { text: name, value };
      });
    case 'interval':
    case 'constant':
    case 'textbox':
      return text.split(',').map((value) => ({ text: value.trim(), value: value.trim() }));
    case 'query':
      return queried(variable, interpolate(text, values), api);
    default:
      return options;
  }
}

const LABEL_VALUES = /^\s*label_values\(\s*(?:(.+)\s*,\s*)?([\w.:-]+)\s*\)\s*$/s;

async function queried(
  { regex = '', sort = 1 }: Variable,
  query: string,
  api: PreviewApi,
): Promise<VariableOption[]> {
  const [, selector, label] = LABEL_VALUES.exec(query) ?? [];
  if (label === undefined) return [];
  const values = await api.labelValues(label, selector);
  const kept = regex === '' ? values : values.flatMap((value) => captured(value, regex));
  const sorted = [...new Set(kept)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (sort % 2 === 0 && sort > 0) sorted.reverse();
  return sorted.map((value) => ({ text: value, value }));
}

function captured(value: string, regex: string): string[] {
  const [, body = regex, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(regex) ?? [];
  try {
    const match = new RegExp(body, flags.replace('g', '')).exec(value);
    return match ? [match[1] ?? match[0]] : [];
  } catch {
    return [value];
  }
}
