import { variableNameOf } from '@g6/model';
import type { FoundVariable } from '../dashboards/found-dashboard';
import { withoutUndefined } from './metric-entry';

/** A variable that a plan filters by. */
export interface LabelChoice {
  readonly label: string;
  /** Whether the plan has to say which values there are, because it would ask another series. */
  readonly keepsQuery: boolean;
}

/** The types of variables that a plan has; ours has a datasource variable of its own. */
export function isPlanVariable({ type }: Pick<FoundVariable, 'type'>): boolean {
  return !['datasource', 'groupby', 'switch', 'system', 'snapshot'].includes(type);
}

/** A variable as a plan has it, without what is the default. */
export function variableEntry(found: FoundVariable, choice?: LabelChoice): unknown {
  const variable = hasValues(found) ? found : asText(found);
  const { name, label, description, hide, multi, includeAll, refresh, sort } = variable;
  const isQuery = variable.type === 'query';
  const isList = isQuery || variable.type === 'custom';
  // A label that a plan names takes several values and All, unless it says otherwise.
  const flag = (value: boolean) => (value === (choice !== undefined) ? undefined : value);
  const entry = withoutUndefined({
    ...(choice
      ? {
          label: choice.label,
          name: name === variableNameOf(choice.label) ? undefined : name,
          query: choice.keepsQuery ? variable.query : undefined,
        }
      : { name, ...kindEntry(variable) }),
    title: label === '' || label === name ? undefined : label,
    description: description === '' ? undefined : description,
    multi: isList ? flag(multi) : undefined,
    all: isList ? flag(includeAll) : undefined,
    all_value: isList && includeAll ? allValueOf(variable) : undefined,
    default: defaultOf(variable),
    regex: isQuery ? emptyToUndefined(variable.regex) : undefined,
    sort: isQuery ? SORTS[sort] : undefined,
    refresh: isQuery && refresh !== 'time' ? refresh : undefined,
    hide: hide === 'no' || isUsuallyHidden(variable) ? undefined : hide,
  });
  return choice && Object.keys(entry).join() === 'label' ? choice.label : entry;
}

/** The orders of values by Grafana's names; the one left out is the default. */
const SORTS: Readonly<Record<string, string>> = {
  disabled: 'none',
  alphabeticalDesc: 'alphabetical-desc',
  numericalAsc: 'numerical',
  numericalDesc: 'numerical-desc',
  alphabeticalCaseInsensitiveAsc: 'alphabetical-ignoring-case',
  alphabeticalCaseInsensitiveDesc: 'alphabetical-ignoring-case-desc',
  naturalAsc: 'natural',
  naturalDesc: 'natural-desc',
};

/** What All stands for; the default of a plan is everything. */
function allValueOf({ allValue }: FoundVariable): string | undefined {
  const value = emptyToUndefined(allValue) ?? 'list';
  return value === '.*' ? undefined : value;
}

function isUsuallyHidden({ type, hide }: FoundVariable): boolean {
  return type === 'constant' && hide === 'variable';
}

/** Whether a variable that offers values has any, or could have. */
function hasValues({ type, query = '', current }: FoundVariable): boolean {
  switch (type) {
    case 'custom':
      return choicesOf(query).length > 0;
    case 'interval':
      return durationsOf(query).length > 0;
    case 'constant':
      return (query === '' ? (current[0] ?? '') : query) !== '';
    case 'query':
      return query.trim() !== '';
    default:
      return true;
  }
}

/** A variable that offers nothing as a field for text, with what is chosen in it. */
function asText(variable: FoundVariable): FoundVariable {
  return { ...variable, type: 'textbox', query: variable.current[0] ?? '' };
}

function kindEntry({ type, query = '', current }: FoundVariable): Record<string, unknown> {
  switch (type) {
    case 'custom':
      return { values: choicesOf(query) };
    case 'interval':
      return { interval: durationsOf(query) };
    case 'constant':
      return { constant: query === '' ? (current[0] ?? '') : query };
    case 'textbox':
      return { text: query };
    case 'adhoc':
      return { adhoc: true };
    default:
      return { query };
  }
}

function durationsOf(query: string): unknown[] {
  return choicesOf(query).filter((choice) => DURATION.test(String(choice)));
}

const DURATION = /^\d+(?:ms|s|m|h|d|w|M|y)$/;

/** The values of a list such as `a, b : c`, with `\,` for a comma. */
function choicesOf(query: string): unknown[] {
  return query
    .split(/(?<!\\),/)
    .map((part) => part.trim().replaceAll('\\,', ','))
    .filter((part) => part !== '')
    .map((part) => {
      const [, text, value] = /^(.+?) : (.+)$/.exec(part) ?? [];
      return value === undefined ? part : { value: value.trim(), text: text?.trim() };
    });
}

function valuesOf(choices: readonly unknown[]): unknown[] {
  return choices.map((choice) =>
    typeof choice === 'object' && choice !== null && 'value' in choice ? choice.value : choice,
  );
}

/**
 * The values that are chosen at first, if they are among those that the dashboard lists: what was
 * chosen among the values of a query when the dashboard was saved means nothing elsewhere.
 */
function defaultOf(variable: FoundVariable): unknown {
  const { type, query = '', current, multi, includeAll } = variable;
  if (type !== 'custom' && type !== 'interval') return undefined;
  const listed = valuesOf(type === 'custom' ? choicesOf(query) : durationsOf(query));
  const chosen = current.filter((value) => listed.includes(value));
  if (chosen.length === 0 || (includeAll && chosen.length < current.length)) return undefined;
  if (multi && chosen.length > 1) return chosen;
  return chosen[0] === listed[0] && !includeAll ? undefined : chosen[0];
}

function emptyToUndefined(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
