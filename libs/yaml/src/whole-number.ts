import * as z from 'zod';

/**
 * A whole number. Zod's own integer stops all checks around a fraction, so that unknown keys next to it
 * would not be reported.
 */
export function wholeNumber() {
  return z
    .number()
    .refine(Number.isInteger, 'wrong-type: expected a whole number, got {value}')
    .refine(
      (value) => !Number.isInteger(value) || Number.isSafeInteger(value),
      'wrong-value: {value} is too large to be told from its neighbours',
    )
    .meta({ type: 'integer' });
}
