import { RawValue, type YamlFile, type YamlRef } from '@g6/yaml';

/** The key of a variable that says what kind of variable it is. */
export const VARIABLE_KINDS = [
  'label',
  'query',
  'values',
  'interval',
  'text',
  'constant',
  'adhoc',
] as const;
export type VariableKind = (typeof VARIABLE_KINDS)[number];

/** Orders of a variable's values; the place in the list is Grafana's number. */
export const SORT_ORDERS = [
  'none',
  'alphabetical',
  'alphabetical-desc',
  'numerical',
  'numerical-desc',
  'alphabetical-ignoring-case',
  'alphabetical-ignoring-case-desc',
  'natural',
  'natural-desc',
] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/** When Grafana reads a variable's values; the place in the list is its number. */
export const REFRESH_MOMENTS = ['never', 'load', 'time'] as const;
export type RefreshMoment = (typeof REFRESH_MOMENTS)[number];

/** A value that can be chosen. */
export interface VariableChoice {
  readonly value: string;
  /** Shown in its place. */
  readonly text: string | undefined;
}

/** A variable of a dashboard, as a plan asks for it. */
export interface PlanVariable {
  readonly kind: VariableKind;
  /** Name in queries, without `$`. */
  readonly name: string;
  /** The label, the query, the text or the constant; empty for the other kinds. */
  readonly content: string;
  /** The query for the values of a label; undefined to ask a metric of the dashboard. */
  readonly valuesQuery: string | undefined;
  /** Values or intervals to choose from. */
  readonly choices: readonly VariableChoice[];
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Whether several values can be chosen at once. */
  readonly multi: boolean;
  /** Whether All can be chosen. */
  readonly all: boolean;
  /** What All stands for; undefined for the list of all values. */
  readonly allValue: string | undefined;
  /** Values chosen at first. */
  readonly defaults: readonly string[];
  readonly regex: string | undefined;
  readonly sort: SortOrder;
  readonly hide: 'label' | 'variable' | undefined;
  readonly refresh: RefreshMoment;
  readonly ref: YamlRef;
}

/** Word of a plan for an All that stands for the list of all values. */
const LISTED = 'list';
/** Matches every series, those without the label included. */
const EVERYTHING = '.*';

/** The variable's name of a label: `k8s.pod.name` becomes `k8s_pod_name`. */
export function variableNameOf(label: string): string {
  return label.replace(/\W/g, '_');
}

/** Builds a variable from its value, the name of a label or an object. */
export function buildVariable(file: YamlFile, raw: RawValue): PlanVariable {
  const short = typeof raw.value === 'string' ? raw.value : undefined;
  const written = short === undefined ? raw : new RawValue({ label: short }, raw.path);
  const kind = VARIABLE_KINDS.find((key) => written.at(key).value !== undefined) ?? 'label';
  const byLabel = kind === 'label';
  const content = written.text(kind) ?? '';
  const allValue = written.text('all_value') ?? EVERYTHING;
  return {
    kind,
    name: written.text('name') ?? variableNameOf(written.text('label') ?? ''),
    content,
    valuesQuery: byLabel ? written.text('query') : undefined,
    choices: kind === 'values' || kind === 'interval' ? choicesOf(written.items(kind)) : [],
    title: written.text('title'),
    description: written.text('description'),
    multi: written.flag('multi') ?? byLabel,
    all: written.flag('all') ?? byLabel,
    allValue: allValue === LISTED ? undefined : allValue,
    defaults: written.texts('default') ?? textList(written.text('default')),
    regex: written.text('regex'),
    sort: (written.text('sort') ?? 'alphabetical') as SortOrder,
    hide: written.text('hide') as PlanVariable['hide'],
    refresh: (written.text('refresh') ?? 'time') as RefreshMoment,
    ref: { file, path: raw.path },
  };
}

function choicesOf(items: readonly RawValue[]): VariableChoice[] {
  return items.map((item) => {
    const plain = scalarText(item.value);
    if (plain !== undefined) return { value: plain, text: undefined };
    return { value: scalarText(item.at('value').value) ?? '', text: item.text('text') };
  });
}

function scalarText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function textList(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}
