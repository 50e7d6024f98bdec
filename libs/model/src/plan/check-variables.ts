import { didYouMean, didYouMeanOneOf, type Problem } from '@g6/problems';
import type { YamlRef } from '@g6/yaml';
import { DATASOURCE_VARIABLE } from '../conventions';
import { listVariables, undefinedVariables } from '../undefined-variables';
import type { LabelledSeries } from './label-series';
import type { Plan } from './plan';
import type { PlanVariable, VariableKind } from './plan-variable';
import { type PlanCheck, problemAt } from './plan-problems';

const CHOSEN: readonly VariableKind[] = ['label', 'query', 'values'];
const QUERIED: readonly VariableKind[] = ['label', 'query'];

/** Keys of a variable that only some kinds know. */
const KINDS_OF_KEY: ReadonlyMap<string, readonly VariableKind[]> = new Map([
  ['multi', CHOSEN],
  ['all', CHOSEN],
  ['all_value', CHOSEN],
  ['default', [...CHOSEN, 'interval']],
  ['regex', QUERIED],
  ['sort', QUERIED],
  ['refresh', QUERIED],
]);

/** Checks the variables and filters of a plan. */
export function checkVariables(check: PlanCheck, series: readonly LabelledSeries[]): Problem[] {
  const { plan } = check;
  return [
    ...repeatedNames(plan),
    ...plan.variables.flatMap((variable) => [
      ...reservedName(variable),
      ...misplacedKeys(variable),
      ...wrongDefaults(variable),
      ...unknownVariables(below(variable.ref, 'query'), queryOf(variable), plan, variable.name),
    ]),
    ...plan.filters.flatMap(({ ref, value }) => unknownVariables(ref, value, plan)),
    ...unknownLabels(check, series),
  ];
}

/** The names of all variables of a dashboard. */
export function variableNames(plan: Plan): string[] {
  const names = plan.variables.map(({ name }) => name).filter((name) => name !== '');
  return [...new Set([DATASOURCE_VARIABLE, ...names])];
}

/** Finds variables in a text that its dashboard does not have; `self` is a variable that is being defined. */
export function unknownVariables(ref: YamlRef, text: string, plan: Plan, self?: string): Problem[] {
  const known = variableNames(plan).filter((name) => name !== self);
  return undefinedVariables({ ref, text, known, dashboard: `the dashboard "${plan.slug}"`, self });
}

/** Finds a variable's name that its dashboard does not have. */
export function unknownVariable(ref: YamlRef, name: string, plan: Plan): Problem[] {
  const names = variableNames(plan);
  if (names.includes(name)) return [];
  const message = `the dashboard "${plan.slug}" has no variable "${name}"`;
  const hint = didYouMean(name, names) ?? listVariables(names);
  return [problemAt(ref, 'variable-undefined', message, hint)];
}

function queryOf({ kind, content, valuesQuery = '' }: PlanVariable): string {
  return kind === 'query' ? content : valuesQuery;
}

function repeatedNames({ variables }: Plan): Problem[] {
  return variables.flatMap(({ name, ref }, position) => {
    const first = variables.findIndex((other) => other.name === name);
    if (name === '' || first === position) return [];
    return [problemAt(ref, 'variable-duplicate', `the plan has two variables "${name}"`)];
  });
}

function reservedName({ name, ref }: PlanVariable): Problem[] {
  if (name !== DATASOURCE_VARIABLE && !name.startsWith('__')) return [];
  const message = `the name "${name}" of a variable is reserved`;
  const hint = 'give it another by the key "name"';
  return [problemAt(ref, 'variable-duplicate', message, hint)];
}

function misplacedKeys({ kind, all, ref }: PlanVariable): Problem[] {
  const written = ref.file.valueAt(ref.path);
  if (typeof written !== 'object' || written === null) return [];
  return Object.keys(written).flatMap((key) => {
    const kinds = KINDS_OF_KEY.get(key);
    if (kinds && !kinds.includes(kind)) {
      const message = `"${key}" does nothing on a variable with "${kind}"; it is for ${kinds.join(', ')}`;
      return [problemAt(below(ref, key), 'variable-key', message)];
    }
    if (key === 'all_value' && !all) {
      const message = '"all_value" does nothing on a variable without All; add "all: true"';
      return [problemAt(below(ref, key), 'variable-key', message)];
    }
    return [];
  });
}

function wrongDefaults({ kind, choices, defaults, multi, ref }: PlanVariable): Problem[] {
  const at = below(ref, 'default');
  const problems: Problem[] = [];
  if (defaults.length > 1 && !multi) {
    const message = 'only one value can be chosen at first; "multi: true" allows several';
    problems.push(problemAt(at, 'wrong-value', message));
  }
  if (kind !== 'values' && kind !== 'interval') return problems;
  const values = choices.map(({ value }) => value);
  for (const value of defaults.filter((chosen) => !values.includes(chosen))) {
    const message = `the default "${value}" is none of the values`;
    problems.push(
      problemAt(at, 'wrong-value', message, didYouMeanOneOf(value, values, 'the values are')),
    );
  }
  return problems;
}

function unknownLabels({ plan, spec }: PlanCheck, series: readonly LabelledSeries[]): Problem[] {
  if (spec.incomplete === true || spec.unsureLabels === true) return [];
  // Families that there are not have labels that nobody knows; that is told already.
  const families = new Set(spec.families.map(({ name }) => name));
  if (plan.families.some((name) => !families.has(name))) return [];
  const known = [...new Set(series.flatMap(({ labels }) => labels))];
  const wanted = [
    ...plan.variables
      .filter(({ kind }) => kind === 'label')
      .map(({ content, ref }) => ({ label: content, ref })),
    ...plan.filters,
  ];
  return wanted
    .filter(({ label }) => label !== '' && !known.includes(label))
    .map(({ label, ref }) =>
      problemAt(
        ref,
        'label-unknown',
        `no metric of the dashboard "${plan.slug}" has the label "${label}"`,
        didYouMeanOneOf(label, known, 'the metrics have'),
      ),
    );
}

function below({ file, path }: YamlRef, ...steps: string[]): YamlRef {
  return { file, path: [...path, ...steps] };
}
