import {
  DATASOURCE_TYPE,
  DATASOURCE_VARIABLE,
  dashboardSeries,
  type LabelledSeries,
  type Plan,
  type PlanVariable,
  REFRESH_MOMENTS,
  seriesWithLabel,
  SORT_ORDERS,
} from '@g6/model';
import { labelValuesQuery } from '@g6/promql';
import type { DatasourceRef } from '../assemble-panel';
import type { DraftBasis } from '../draft-panels';
import type { JsonObject } from '../json-object';
import type { PlanFilters } from './plan-filters';

/** Grafana's value of All. */
const ALL = '$__all';
/** What an interval variable divides a time range into, if it is to choose by itself. */
const AUTO_STEPS = { auto: false, auto_count: 30, auto_min: '10s' };

/** Everything that the variables of a dashboard depend on. */
export interface VariableContext {
  readonly plan: Plan;
  readonly basis: DraftBasis;
  readonly filters: PlanFilters;
  readonly datasource: DatasourceRef;
}

/** The variables of a plan as Grafana reads them, in their order. */
export function planVariables(context: VariableContext): JsonObject[] {
  const { plan, basis } = context;
  if (plan.variables.length === 0) return [];
  const series = dashboardSeries(plan, basis.spec, basis.index, basis.promql);
  return plan.variables.map((variable, position) => {
    const before = plan.variables.slice(0, position).filter(({ kind }) => kind === 'label');
    return variableJson(variable, { ...context, series, before });
  });
}

/** The variable by which readers choose the datasource. */
export function datasourceVariable() {
  return {
    type: 'datasource' as const,
    name: DATASOURCE_VARIABLE,
    label: 'Data source',
    query: DATASOURCE_TYPE,
    hide: 0 as const,
    refresh: 1 as const,
    regex: '',
    multi: false,
    includeAll: false,
    skipUrlSync: false,
    options: [],
  };
}

interface OneVariable extends VariableContext {
  readonly series: readonly LabelledSeries[];
  /** The variables of labels before this one. */
  readonly before: readonly PlanVariable[];
}

function variableJson(variable: PlanVariable, context: OneVariable): JsonObject {
  const { name, title, description } = variable;
  const common = {
    name,
    ...(title === undefined ? {} : { label: title }),
    ...(description === undefined ? {} : { description }),
    hide: hideNumber(variable),
    skipUrlSync: false,
  };
  switch (variable.kind) {
    case 'label':
      return {
        ...common,
        ...queryJson(variable, variable.valuesQuery ?? labelQuery(variable, context), context),
      };
    case 'query':
      return { ...common, ...queryJson(variable, variable.content, context) };
    case 'values':
      return { ...common, ...valuesJson(variable) };
    case 'interval':
      return { ...common, ...intervalJson(variable) };
    case 'text':
      return { ...common, ...fixedJson('textbox', variable) };
    case 'constant':
      return { ...common, ...fixedJson('constant', variable) };
    case 'adhoc':
      return { ...common, type: 'adhoc', datasource: context.datasource };
  }
}

function hideNumber({ hide, kind }: PlanVariable): number {
  if (hide === undefined) return kind === 'constant' ? 2 : 0;
  return hide === 'label' ? 1 : 2;
}

/** Asks a series that the dashboard shows; what was chosen before narrows the values down. */
function labelQuery(
  variable: PlanVariable,
  { series, before, filters, plan, basis }: OneVariable,
): string {
  const label = variable.content;
  const earlier = before.map(({ content }) => content);
  const fixed = plan.filters.map((filter) => filter.label);
  const asked = seriesWithLabel(series, label, [...earlier, ...fixed]);
  if (!asked) return labelValuesQuery([], label, []);
  const narrowing = filters
    .of(asked.name)
    .filter((matcher) => matcher.label !== label)
    .filter((matcher) => earlier.includes(matcher.label) || fixed.includes(matcher.label));
  return labelValuesQuery([asked.name, ...basis.index.formerNamesOf(asked.name)], label, narrowing);
}

function queryJson(variable: PlanVariable, query: string, { datasource }: OneVariable): JsonObject {
  return {
    type: 'query',
    datasource,
    definition: query,
    query,
    regex: variable.regex ?? '',
    sort: SORT_ORDERS.indexOf(variable.sort),
    refresh: REFRESH_MOMENTS.indexOf(variable.refresh),
    ...choiceJson(variable, (value) => value),
    options: [],
  };
}

function valuesJson(variable: PlanVariable): JsonObject {
  const textOf = (value: string) =>
    variable.choices.find((choice) => choice.value === value)?.text ?? value;
  const [first] = variable.choices;
  const chosen = variable.defaults.length === 0 && !variable.all && first ? [first.value] : [];
  return {
    type: 'custom',
    query: variable.choices
      .map(({ value, text }) =>
        text === undefined ? escapeChoice(value) : `${escapeChoice(text)} : ${escapeChoice(value)}`,
      )
      .join(','),
    ...choiceJson({ ...variable, defaults: [...variable.defaults, ...chosen] }, textOf),
    options: [],
  };
}

/** In the list of a custom variable a comma parts values. */
function escapeChoice(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/,/g, '\\,');
}

function intervalJson({ choices, defaults }: PlanVariable): JsonObject {
  const values = choices.map(({ value }) => value);
  const chosen = defaults[0] ?? values[0] ?? '';
  return {
    type: 'interval',
    query: values.join(','),
    refresh: 2,
    ...AUTO_STEPS,
    current: { text: chosen, value: chosen },
    options: values.map((value) => ({ text: value, value, selected: value === chosen })),
  };
}

function fixedJson(type: 'textbox' | 'constant', { content }: PlanVariable): JsonObject {
  const option = { text: content, value: content };
  return { type, query: content, current: option, options: [{ ...option, selected: true }] };
}

function choiceJson(
  { multi, all, allValue, defaults }: PlanVariable,
  textOf: (value: string) => string,
): JsonObject {
  const values = defaults.length === 0 && all ? [ALL] : defaults;
  const texts = values.map((value) => (value === ALL ? 'All' : textOf(value)));
  const [text] = texts;
  return {
    multi,
    includeAll: all,
    ...(all && allValue !== undefined ? { allValue } : {}),
    ...(text === undefined ? {} : { current: chosenJson(multi, texts, values) }),
  };
}

function chosenJson(multi: boolean, texts: readonly string[], values: readonly string[]) {
  return multi ? { text: texts, value: values } : { text: texts[0], value: values[0] };
}
