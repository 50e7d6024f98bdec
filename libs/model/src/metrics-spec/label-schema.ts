/** Schemas of names, and of labels with what is known of their values. */
import * as z from 'zod';
import { closedObject } from '@g6/yaml';

const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** Schema of the name of a metric. */
export function metricName() {
  return z
    .string()
    .regex(
      METRIC_NAME,
      'metric-name: {value} is not a valid metric name; use letters, digits, "_" and ":", and start with no digit',
    );
}

/** Schema of the name of a label. */
export function labelName() {
  return z
    .string()
    .regex(
      LABEL_NAME,
      'label-name: {value} is not a valid label name; use letters, digits and "_", and start with no digit',
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
