/** The value of a variable of a dashboard. */
export interface VariableValue {
  readonly values: readonly string[];
  /** The values as people read them. */
  readonly texts: readonly string[];
  /** Whether there may be several values, so that queries take each as a regular expression. */
  readonly isList: boolean;
  /** What stands for all values; it is used as it is written, in every format for queries. */
  readonly whole?: string;
}

/** Values by the name of the variable; a text is that of a variable that nobody chooses. */
export type Variables = Readonly<Record<string, VariableValue | string>>;

const VARIABLE = /\$(\w+)|\$\{(\w+)(?:\.[^:}]+)?(?::([^}]+))?\}|\[\[(\w+)(?::(\w+))?\]\]/g;

/** The names of the variables that a text reads. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(VARIABLE)].map(([, plain, braced, , bracketed]) => {
    return plain ?? braced ?? bracketed ?? '';
  });
}

/**
 * Replaces `$name`, `${name}`, `${name:format}` and `[[name]]` in a query, as Grafana does for
 * Prometheus: several values become a regular expression. A variable without a value stays.
 * https://grafana.com/docs/grafana/latest/dashboards/variables/variable-syntax/
 */
export function interpolate(text: string, variables: Variables): string {
  return replaceVariables(text, variables, 'promql');
}

/** Replaces variables in a text for people, where the values of a list stand one after the other. */
export function interpolateTitle(text: string, variables: Variables): string {
  return replaceVariables(text, variables, 'text');
}

/** Replaces variables in the address of a link, where several values are a list in braces. */
export function interpolateAddress(text: string, variables: Variables): string {
  return replaceVariables(text, variables, 'glob');
}

function replaceVariables(text: string, variables: Variables, usual: string): string {
  return text.replace(VARIABLE, (whole: string, ...groups: readonly unknown[]) => {
    const [plain, braced, format, bracketed, bracketFormat] = groups as (string | undefined)[];
    const name = plain ?? braced ?? bracketed ?? '';
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) return whole;
    const [kind = '', detail] = (format ?? bracketFormat ?? usual).split(/:(.*)/s);
    if (typeof value === 'string') return kind === 'date' ? dateOf(value, detail) : value;
    if (value.whole === undefined || /^(?:text|queryparam)$/.test(kind)) {
      return (FORMATS[kind] ?? glob)(value, name);
    }
    // What stands for all values may read other variables, but not itself.
    const { [name]: _, ...others } = variables;
    return replaceVariables(value.whole, others, usual);
  });
}

type Format = (value: VariableValue, name: string) => string;

const glob: Format = ({ values }) =>
  values.length > 1 ? `{${values.join(',')}}` : (values[0] ?? '');

const FORMATS: Readonly<Record<string, Format>> = {
  promql: ({ values, isList }) => {
    if (!isList) return (values[0] ?? '').replace(/["\\]/g, '\\$&');
    return alternatives(values.map((one) => one.replace(/[\\^$*+?.()|[\]{}]/g, '\\\\$&')));
  },
  regex: ({ values }) =>
    alternatives(values.map((one) => one.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&'))),
  pipe: ({ values }) => values.join('|'),
  csv: ({ values }) => values.join(','),
  raw: ({ values }) => values.join(','),
  text: ({ texts }) => texts.join(' + '),
  json: ({ values, isList }) => JSON.stringify(isList ? values : (values[0] ?? '')),
  glob,
  doublequote: ({ values }) => values.map((one) => `"${one.replaceAll('"', '\\"')}"`).join(','),
  singlequote: ({ values }) => values.map((one) => `'${one.replaceAll("'", "\\'")}'`).join(','),
  sqlstring: ({ values }) => values.map((one) => `'${one.replaceAll("'", "''")}'`).join(','),
  lucene: ({ values }) => {
    const quoted = values.map((one) => `"${one.replace(/["\\]/g, '\\$&')}"`);
    return quoted.length > 1 ? `(${quoted.join(' OR ')})` : (values[0] ?? '');
  },
  distributed: ({ values }, name) => values.join(`,${name}=`),
  percentencode: ({ values }) => encoded(values.join(',')),
  queryparam: ({ values }, name) =>
    values.map((one) => `var-${encoded(name)}=${encoded(one)}`).join('&'),
};

function alternatives(patterns: readonly string[]): string {
  return patterns.length === 1 ? (patterns[0] ?? '') : `(${patterns.join('|')})`;
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}

/** A time in milliseconds since 1970, as ISO 8601, in seconds, or in signs like `YYYY-MM-DD`. */
function dateOf(milliseconds: string, form = 'iso'): string {
  const time = new Date(Number(milliseconds));
  if (Number.isNaN(time.valueOf())) return milliseconds;
  const iso = time.toISOString();
  if (form === 'iso') return iso;
  if (form === 'seconds') return String(Math.floor(time.valueOf() / 1000));
  const parts: Readonly<Record<string, string>> = {
    YYYY: iso.slice(0, 4),
    MM: iso.slice(5, 7),
    DD: iso.slice(8, 10),
    HH: iso.slice(11, 13),
    mm: iso.slice(14, 16),
    ss: iso.slice(17, 19),
  };
  return form.replace(/YYYY|MM|DD|HH|mm|ss/g, (sign) => parts[sign] ?? sign);
}
