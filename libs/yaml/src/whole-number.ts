import * as z from 'zod';

/**
 * A whole number. Zod's own ends all checks around it where the number is a fraction, and unknown
 * keys beside it would go untold.
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
