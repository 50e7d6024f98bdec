import { type VariableValue, type Variables, variablesIn } from '../interpolate';
import type { Variable, VariableOption } from './dashboard-model';
import type { DataReads, Span } from './data-reads';
import { findOptions, queryOf } from './variable-options';

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

/**
 * Finds the options of all variables, each after those that its query reads, whatever their order.
 * Variables that read each other in a circle see no value there.
 */
export function resolveVariables(
  variables: readonly Variable[],
  choices: Choices,
  api: DataReads,
  span: Span,
): Promise<ResolvedVariable[]> {
  const known = new Map<string, Promise<ResolvedVariable>>();
  const resolve = (variable: Variable, path: readonly string[]): Promise<ResolvedVariable> => {
    const before = known.get(variable.name);
    if (before) return before;
    const own = [...path, variable.name];
    const read = variablesIn(`${queryOf(variable)} ${variable.regex ?? ''}`);
    const needed = variables.filter(({ name }) => read.includes(name) && !own.includes(name));
    const resolved = Promise.all(needed.map((one) => resolve(one, own))).then(async (found) => {
      const options = await optionsOf(variable, valuesOf(found), api, span).catch(() => []);
      return { variable, options, chosen: chooseFrom(variable, options, choices[variable.name]) };
    });
    known.set(variable.name, resolved);
    return resolved;
  };
  return Promise.all(variables.map((variable) => resolve(variable, [])));
}

/** The values that queries and titles see. */
export function valuesOf(resolved: readonly ResolvedVariable[]): Variables {
  return Object.fromEntries(resolved.map((one) => [one.variable.name, valueOf(one)]));
}

function valueOf({ variable, options, chosen }: ResolvedVariable): VariableValue {
  const isList = variable.multi === true || variable.includeAll === true;
  if (chosen.includes(ALL)) {
    const values = realOptions(options).map(({ value }) => value);
    const { allValue } = variable;
    const whole = allValue == null || allValue === '' ? {} : { whole: allValue };
    return { values, texts: ['All'], isList, ...whole };
  }
  const texts = chosen.map((value) => options.find((one) => one.value === value)?.text ?? value);
  return { values: chosen, texts, isList };
}

/** The filters that a user has written for every query. */
export function filtersOf(resolved: readonly ResolvedVariable[]): string[] {
  return resolved
    .filter(({ variable }) => variable.type === 'adhoc')
    .flatMap(({ chosen }) => chosen)
    .filter((filter) => filter.trim() !== '');
}

/** The choices that a repeated panel or row stands for, one each. */
export function chosenOptions({ options, chosen }: ResolvedVariable): readonly VariableOption[] {
  const real = realOptions(options);
  return chosen.includes(ALL) ? real : real.filter(({ value }) => chosen.includes(value));
}

function realOptions(options: readonly VariableOption[]): readonly VariableOption[] {
  return options.filter(({ value }) => value !== ALL);
}

function chooseFrom(
  { current, includeAll, type }: Variable,
  options: readonly VariableOption[],
  asked: readonly string[] | undefined,
): readonly string[] {
  // Whatever is typed is a value.
  if ((type === 'textbox' || type === 'adhoc') && asked) return asked;
  const offered = new Set(options.map(({ value }) => value));
  const wanted = asked ?? [current?.value ?? []].flat();
  const kept = wanted.filter((value) => offered.has(value));
  if (kept.length > 0) return kept;
  return includeAll === true ? [ALL] : options.slice(0, 1).map(({ value }) => value);
}

async function optionsOf(
  variable: Variable,
  values: Variables,
  api: DataReads,
  span: Span,
): Promise<VariableOption[]> {
  const found = await findOptions(variable, values, api, span);
  return [...(variable.includeAll === true ? [{ text: 'All', value: ALL }] : []), ...found];
}
