/**
 * Prometheus expands `{{ … }}` in labels and annotations of alerts, and refuses a file in which it
 * cannot. A text that only happens to hold braces is kept as it is.
 */

/** What stands in double braces; texts in quotes may hold braces of their own. */
const ACTION = /\{\{((?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^"`{}]|\}(?!\}))*)\}\}/g;

/** What may open an action: a variable, a field, a literal, a group, or a word of the language. */
const ACTION_START = /^-?\s*(?:[$."`(]|\/\*|[0-9]|([a-zA-Z_]+)\b)/;

/** Variables that Prometheus defines; a template may define more with `:=`. */
const VARIABLES = ['labels', 'externalLabels', 'externalURL', 'value'];

/** Keywords and functions of Prometheus templates, https://prometheus.io/docs/prometheus/latest/configuration/template_reference/. */
const WORDS = new Set(
  (
    'if else end range with template define block break continue nil true false ' +
    'and or not eq ne lt le gt ge len index slice print printf println html js urlquery call ' +
    'query first label value sortByLabel humanize humanize1024 humanizeDuration humanizePercentage ' +
    'humanizeTimestamp toTime toDuration now title toUpper toLower graphLink tableLink match ' +
    'reReplaceAll parseDuration stripPort stripDomain args tmpl safeHtml externalURL pathPrefix strvalue'
  ).split(' '),
);

/** Whether Prometheus would expand something in a text. */
export function isTemplate(text: string): boolean {
  return text.includes('{{');
}

/** Escapes the braces of a text that Prometheus could not expand; a template stays as written. */
export function templateText(text: string): string {
  if (!text.includes('{{')) return text;
  const variables = new Set([...VARIABLES, ...definedIn(text)]);
  const bodies = [...text.matchAll(ACTION)].map(([, body]) => body ?? '');
  const whole = !text.replace(ACTION, '').includes('{{');
  if (whole && bodies.every((body) => isAction(body, variables))) return text;
  return text.replace(/\{\{/g, '{{ "{{" }}');
}

function definedIn(text: string): string[] {
  return [...text.matchAll(/\$(\w+)(?:\s*,\s*\$(\w+))?\s*:=/g)].flatMap((match) =>
    (match.slice(1) as (string | undefined)[]).flatMap((name) => name ?? []),
  );
}

function isAction(body: string, variables: ReadonlySet<string>): boolean {
  const start = ACTION_START.exec(body);
  if (!start) return false;
  const used = [...body.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/\$(\w+)/g)];
  if (used.some(([, name]) => !variables.has(name ?? ''))) return false;
  return start[1] === undefined || WORDS.has(start[1]);
}
