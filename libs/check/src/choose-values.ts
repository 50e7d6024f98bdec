import type { LintDashboard } from '@g6/lint';
import { type Ask, labelValues, readNames, type TimeSpan } from '@g6/prometheus-api';
import { isJsonObject, type JsonObject } from '@g6/generation';
import { findText, regexProblem } from '@g6/promql';
import { type Choice, type ChosenValue, interpolate } from './interpolate';

/** The two ways in which a dashboard is looked at: with All, and with the first value of each variable. */
export interface Choices {
  readonly all: Choice;
  readonly first: Choice;
}

/** Resolves the variables of a dashboard in their order, each with those before it. */
export async function chooseValues(
  dashboard: LintDashboard,
  span: TimeSpan,
  ask: Ask,
): Promise<Choices> {
  const all = new Map<string, ChosenValue>();
  const first = new Map<string, ChosenValue>();
  for (const variable of variablesOf(dashboard)) {
    const name = textOf(variable, 'name');
    const [ofAll, ofFirst] = [
      await valuesOf(variable, all, span, ask),
      await valuesOf(variable, first, span, ask),
    ];
    const several = variable['multi'] === true || variable['includeAll'] === true;
    if (ofAll) all.set(name, allOf(variable, ofAll, several));
    if (ofFirst) first.set(name, { values: ofFirst.slice(0, 1), several });
  }
  return { all, first };
}

function variablesOf({ raw }: LintDashboard): JsonObject[] {
  const { templating } = raw;
  const list: unknown = isJsonObject(templating) ? templating['list'] : undefined;
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

function allOf(variable: JsonObject, values: readonly string[], several: boolean): ChosenValue {
  if (variable['includeAll'] !== true) return { values: values.slice(0, 1), several };
  const { allValue } = variable;
  const verbatim = typeof allValue === 'string' && allValue !== '' ? allValue : undefined;
  // Without any value, Grafana asks for one that nothing has.
  return { values: values.length === 0 ? [''] : values, several, verbatim };
}

/** The values of a variable; undefined for one that queries do not read. */
async function valuesOf(
  variable: JsonObject,
  before: Choice,
  span: TimeSpan,
  ask: Ask,
): Promise<readonly string[] | undefined> {
  switch (variable['type']) {
    case 'query':
      return queriedValues(variable, before, span, ask);
    case 'custom':
      return textOf(variable, 'query')
        .split(/(?<!\\),/)
        .map((choice) => choice.split(' : ').at(-1)?.trim().replaceAll('\\,', ',') ?? '');
    case 'interval':
      return textOf(variable, 'query').split(',');
    case 'textbox':
    case 'constant':
      return [textOf(variable, 'query')];
    default:
      return undefined;
  }
}

async function queriedValues(
  variable: JsonObject,
  before: Choice,
  span: TimeSpan,
  ask: Ask,
): Promise<readonly string[]> {
  const query = interpolate(textOf(variable, 'query'), before);
  const [, selector, quoted] = LABEL_VALUES.exec(query) ?? [];
  // Other queries give names of metrics or results; nothing is known of them.
  if (quoted === undefined) return [];
  const label = quoted.replace(/^"(.*)"$/, '$1');
  const selectors = selector === undefined ? [] : [selector.trim()];
  const { data = [] } = readNames(await ask(labelValues(label, selectors, span)));
  const pattern = patternOf(textOf(variable, 'regex'));
  return pattern === undefined ? data : data.flatMap((value) => findText(pattern, value) ?? []);
}

const LABEL_VALUES = /^label_values\((?:(.*),)?\s*("[^"]*"|[\w.]+)\s*\)$/s;

/** The pattern by which a variable chooses; undefined if it has none that can be read. */
function patternOf(written: string): string | undefined {
  const body = /^\/(.*)\/[a-z]*$/s.exec(written)?.[1] ?? written;
  return body === '' || regexProblem(body) !== undefined ? undefined : body;
}

function textOf(variable: JsonObject, key: string): string {
  const value = variable[key];
  return typeof value === 'string' ? value : '';
}
