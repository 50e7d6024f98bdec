import { interpolate, type Variables } from '../interpolate';
import type { Variable, VariableOption } from './dashboard-model';
import type { DataReads, Span } from './data-reads';

/** The query of a variable, or the list that it is written as. */
export function queryOf({ query = '' }: Variable): string {
  return typeof query === 'string' ? query : (query.query ?? '');
}

/** The values that a variable offers; a query reads the values of other variables. */
export async function findOptions(
  variable: Variable,
  values: Variables,
  api: DataReads,
  span: Span,
): Promise<readonly VariableOption[]> {
  const text = queryOf(variable);
  switch (variable.type) {
    case 'datasource':
      return [{ text: 'this preview', value: 'preview' }];
    case 'custom':
      return customOptions(text);
    case 'interval':
      return [...text.matchAll(/(["'])(.*?)\1|\w+/g)].map(([word, , quoted]) =>
        plain(quoted ?? word),
      );
    case 'constant':
    case 'textbox':
      return [plain(text)];
    case 'query': {
      const found = await ask(interpolate(text, values), api, span);
      return sorted(filtered(found, interpolate(variable.regex ?? '', values)), variable.sort);
    }
    default:
      return variable.options ?? [];
  }
}

function plain(value: string): VariableOption {
  return { text: value, value };
}

/** Values between commas, `text : value` each; `\,` is a comma of a value. */
export function customOptions(list: string): VariableOption[] {
  return [...list.matchAll(/(?:\\,|[^,])+/g)].map(([part]) => {
    const own = part.replaceAll('\\,', ',').trim();
    const [, text, value] = /^(.+)\s:\s(.+)$/s.exec(own) ?? [];
    return text === undefined || value === undefined
      ? plain(own)
      : { text: text.trim(), value: value.trim() };
  });
}

/** A call of `label_values` and the like, with what stands in its parentheses. */
const CALL = /^\s*(label_values|label_names|metrics|query_result)\s*\((.*)\)\s*$/s;
/** The last argument of `label_values`: a label, in quotes if its name needs them. */
const LABEL = /^(?:(.*),)?\s*(?:"((?:[^"\\]|\\.)+)"|([^\s,"{}()]+))\s*$/s;

async function ask(query: string, api: DataReads, span: Span): Promise<readonly string[]> {
  const [, name, inside = ''] = CALL.exec(query) ?? [];
  switch (name) {
    case 'label_values': {
      const [, selector = '', quoted, bare = ''] = LABEL.exec(inside) ?? [];
      const label = quoted?.replace(/\\(.)/g, '$1') ?? bare;
      return label === '' ? [] : api.labelValues(label, orNone(selector), span);
    }
    case 'label_names':
      return api.labelNames(orNone(inside), span);
    case 'metrics':
      return api.labelValues('__name__', metricsSelector(inside), span);
    case 'query_result': {
      const asked = { expr: inside, written: inside, ...span, step: 0, instant: true, filters: [] };
      const { result } = await api.query(asked, new AbortController().signal);
      return result.map(({ metric, value }) => {
        const [time, number] = value ?? [0, ''];
        return `${spelled(metric)} ${number} ${time * 1000}`;
      });
    }
    default:
      return [];
  }
}

function orNone(selector: string): string | undefined {
  return selector.trim() === '' ? undefined : selector.trim();
}

function metricsSelector(pattern: string): string | undefined {
  const text = pattern.trim();
  return text === '' ? undefined : `{__name__=~${JSON.stringify(`.*(?:${text}).*`)}}`;
}

function spelled({ __name__: name = '', ...labels }: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return `${name}{${pairs.join(',')}}`;
}

/** What a pattern finds in values: its groups `text` and `value`, its first group, or all of it. */
export function filtered(values: readonly string[], pattern: string): VariableOption[] {
  const regex = regexOf(pattern);
  const found = values.flatMap((value): VariableOption[] => {
    if (!regex) return [plain(value)];
    const match = regex.exec(value);
    if (!match) return [];
    const { text, value: named } = match.groups ?? {};
    const own = named ?? text ?? match[1] ?? match[0];
    return [{ text: text ?? own, value: own }];
  });
  return [...new Map(found.map((one) => [one.value, one])).values()];
}

/** A pattern as Grafana writes it, `/…/flags`; one that is not valid filters nothing. */
function regexOf(pattern: string): RegExp | undefined {
  if (pattern === '') return undefined;
  const [, body, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(pattern) ?? [];
  try {
    return body === undefined
      ? new RegExp(`^${pattern}$`)
      : new RegExp(body, flags.replace('g', ''));
  } catch {
    return undefined;
  }
}

const NATURAL = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The orders of Grafana by half their number: as found, by letters, numbers, either case, naturally. */
const ORDERS: readonly ((a: string, b: string) => number)[] = [
  (a, b) => compare(a, b),
  (a, b) => compare(numberIn(a), numberIn(b)),
  (a, b) => compare(a.toLowerCase(), b.toLowerCase()),
  (a, b) => NATURAL.compare(a, b),
];

/** Sorts options by Grafana's number of an order: 0 as found, odd rising, even falling. */
export function sorted(options: readonly VariableOption[], order = 0): VariableOption[] {
  const by = ORDERS[Math.ceil(order / 2) - 1];
  if (!by) return [...options];
  const sign = order % 2 === 0 ? -1 : 1;
  return [...options].sort((a, b) => sign * by(a.text, b.text));
}

function compare<Kind extends string | number>(a: Kind, b: Kind): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function numberIn(text: string): number {
  return Number(/\d+(?:\.\d+)?/.exec(text)?.[0] ?? -1);
}
