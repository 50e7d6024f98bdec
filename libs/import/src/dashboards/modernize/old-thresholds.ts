import { toNumber } from '../../documents/raw-part';
import { type JsonObject, objectsOf, textOf } from '../json-values';

/** A step of thresholds; the base has no value. */
export interface Step {
  readonly value: number | null;
  readonly color: string;
}

/** Steps from colours and the values between them, `"1,2"` or a list, as singlestats have them. */
export function stepsBetween(values: unknown, colors: unknown): Step[] | undefined {
  const list = Array.isArray(values) ? values : typeof values === 'string' ? values.split(',') : [];
  const numbers = list.flatMap((value) => toNumber(value) ?? []);
  if (!Array.isArray(colors) || colors.length === 0 || numbers.length === 0) return undefined;
  return colors
    .filter((color) => typeof color === 'string')
    .slice(0, numbers.length + 1)
    .map((color, index) => ({ value: index === 0 ? null : (numbers[index - 1] ?? null), color }));
}

/** The thresholds of a graph, and how they are drawn. */
export interface GraphThresholds {
  readonly steps: readonly Step[];
  readonly style: 'line' | 'area' | 'line+area';
}

/**
 * Turns the conditions of a graph's thresholds into steps: below a `lt` lies its colour, above a `gt`
 * its own, and between them nothing.
 */
export function graphThresholds(value: unknown): GraphThresholds | undefined {
  const conditions = objectsOf(value)
    .flatMap((source) => {
      const at = toNumber(source['value']);
      return at === undefined ? [] : [{ at, below: source['op'] === 'lt', source }];
    })
    .sort((a, b) => a.at - b.at);
  if (conditions.length === 0) return undefined;
  const steps: Step[] = [];
  for (const [index, { at, below, source }] of conditions.entries()) {
    if (!below) {
      steps.push({ value: at, color: colorOf(source) });
      continue;
    }
    if (steps.length === 0) steps.push({ value: null, color: colorOf(source) });
    const next = conditions[index + 1];
    steps.push({ value: at, color: next?.below ? colorOf(next.source) : 'transparent' });
  }
  if (steps[0]?.value !== null) steps.unshift({ value: null, color: 'transparent' });
  const area = conditions.some(({ source }) => source['fill'] === true);
  const line = conditions.some(({ source }) => source['line'] === true);
  return { steps, style: area ? (line ? 'line+area' : 'area') : 'line' };
}

function colorOf(threshold: JsonObject): string {
  switch (threshold['colorMode']) {
    case 'warning':
      return 'orange';
    case 'ok':
      return 'green';
    case 'custom':
      return textOf(threshold['fillColor']) ?? textOf(threshold['lineColor']) ?? 'red';
    default:
      return 'red';
  }
}
