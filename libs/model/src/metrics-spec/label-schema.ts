/** Schemas of names, and of labels with what is known of their values. */
import * as z from 'zod';
import { closedObject } from '@g6/yaml';

/** Prometheus 3 takes any UTF-8 text; what nobody sees in a query is refused here. */
const NAME = /^[^\p{Cc}\p{Cs}\p{Z}]+$/u;

/** Schema of the name of a metric. */
export function metricName() {
  return z
    .string()
    .regex(
      NAME,
      'metric-name: {value} is not a valid metric name; it must have no spaces or control characters',
    );
}

/** Schema of the name of a label. */
export function labelName() {
  return z
    .string()
    .regex(
      NAME,
      'label-name: {value} is not a valid label name; it must have no spaces or control characters',
    )
    .refine(
      (label) => !label.startsWith('__'),
      'label-reserved: the label {value} is reserved; Prometheus keeps names starting with "__" to itself',
    );
}

/** Schema of a label that is written with what is known of it. */
export const labelSchema = closedObject({
  name: labelName().describe('Name of the label.'),
  help: z.string().optional().describe('Meaning of the label in one line.'),
  values: z
    .array(z.string())
    .min(1, 'wrong-value: values must list at least one value')
    .optional()
    .describe('All values that the label can have; a query that asks for another is reported.'),
  errors: z.array(z.string()).optional().describe('Those of its values that mean failure.'),
}).describe('A label: its name, or an object.');
