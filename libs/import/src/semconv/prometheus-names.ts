import type { FoundType } from '../found-metric';

/**
 * Names of OpenTelemetry's metrics in Prometheus, by the rules of
 * https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/
 */

/** Prometheus' names of units in the notation of UCUM. */
const UNITS: Readonly<Record<string, string>> = {
  ...{ d: 'days', h: 'hours', min: 'minutes', s: 'seconds', ms: 'milliseconds' },
  ...{ us: 'microseconds', ns: 'nanoseconds' },
  ...{ By: 'bytes', KiBy: 'kibibytes', MiBy: 'mebibytes', GiBy: 'gibibytes', TiBy: 'tibibytes' },
  ...{ KBy: 'kilobytes', MBy: 'megabytes', GBy: 'gigabytes', TBy: 'terabytes' },
  ...{ m: 'meters', V: 'volts', A: 'amperes', J: 'joules', W: 'watts', g: 'grams' },
  ...{ Cel: 'celsius', Hz: 'hertz', '1': '', '%': 'percent' },
};

/** The same for what stands below the stroke of `By/s`. */
const PER_UNITS: Readonly<Record<string, string>> = {
  ...{ s: 'second', m: 'minute', h: 'hour', d: 'day', w: 'week', mo: 'month', y: 'year' },
};

/** A unit as a word of a name, `bytes` or `bytes_per_second`; undefined if it has none. */
export function prometheusUnit(unit: string, type: FoundType): string | undefined {
  if (unit.trim() === '1') return type === 'gauge' ? 'ratio' : undefined;
  const { main, per } = unitWords(unit);
  const word = [main, per === '' ? '' : `per_${per}`].filter((part) => part !== '').join('_');
  return word === '' ? undefined : word;
}

/**
 * The name of a metric: words joined by `_`, then the unit unless the name has it, then `_total` for
 * a counter. `http.server.request.duration` in seconds is `http_server_request_duration_seconds`.
 */
export function prometheusName(name: string, unit: string, type: FoundType): string {
  const words = name.split(/[^a-zA-Z0-9:]+/).filter((word) => word !== '');
  const { main, per } = unitWords(unit);
  if (main !== '' && !words.includes(main)) words.push(main);
  if (per !== '' && !words.includes(per)) words.push('per', per);
  const last = type === 'counter' ? 'total' : isRatio(unit, type) ? 'ratio' : undefined;
  const ordered = last === undefined ? words : [...words.filter((word) => word !== last), last];
  const joined = ordered.join('_');
  return /^[0-9]/.test(joined) ? `_${joined}` : joined;
}

/** The name of a label: what Prometheus does not take in a name becomes `_`. */
export function prometheusLabel(attribute: string): string {
  const label = attribute.replace(/[^a-zA-Z0-9_]+/g, '_');
  if (/^[0-9]/.test(label)) return `key_${label}`;
  return label.startsWith('_') && !label.startsWith('__') ? `key${label}` : label;
}

function isRatio(unit: string, type: FoundType): boolean {
  return type === 'gauge' && unit.trim() === '1';
}

function unitWords(unit: string): { readonly main: string; readonly per: string } {
  const [main = '', per = ''] = unit.split('/', 2).map((part) => part.trim());
  return { main: unitWord(main, UNITS), per: unitWord(per, PER_UNITS) };
}

/** A unit in braces, `{request}`, only says what is counted. */
function unitWord(unit: string, words: Readonly<Record<string, string>>): string {
  if (unit.includes('{') || unit.includes('}')) return '';
  const word = Object.hasOwn(words, unit) ? (words[unit] ?? '') : unit;
  return word.replace(/[^a-zA-Z0-9]+/g, '_').replace(/^_|_$/g, '');
}
