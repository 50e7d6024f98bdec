import { highest } from '@g6/problems';
import { selectMetric } from '@g6/promql';

/** How many digits of a value a test compares. */
const DIGITS = 6;

/** Values as an expression with rounding gives them. */
export interface RoundedValues {
  readonly values: readonly number[];
  /** The expression that rounds a series likewise. */
  readonly expr: string;
}

/**
 * Rounds the values that a series should have, and spells the rounding in PromQL. promtool compares
 * samples exactly, and sums of floats may differ in their last digits.
 */
export function roundExpected(series: string, values: readonly number[]): RoundedValues {
  const largest = highest(values.map(Math.abs));
  let places = largest === 0 ? 0 : Math.max(0, DIGITS - 1 - Math.floor(Math.log10(largest)));
  // A value halfway between two multiples would be rounded either way.
  while (values.some((value) => isHalfway(value * 10 ** places))) places += 1;
  const scale = 10 ** places;
  const selected = selectMetric(series);
  return {
    values: values.map((value) => Math.floor(value * scale + 0.5) / scale),
    expr: scale === 1 ? `round(${selected})` : `round(${selected} * ${scale}) / ${scale}`,
  };
}

function isHalfway(scaled: number): boolean {
  return Math.abs(scaled - Math.floor(scaled) - 0.5) < 0.01;
}
