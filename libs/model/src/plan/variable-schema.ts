import * as z from 'zod';
import { closedObject } from '@g6/yaml';
import { filledText, intervalText } from '../schema-parts';
import { REFRESH_MOMENTS, SORT_ORDERS, VARIABLE_KINDS } from './plan-variable';

const choice = z.union([
  filledText('a value'),
  z.number(),
  closedObject({
    value: z.union([filledText('a value'), z.number()]).describe('The value.'),
    text: filledText().optional().describe('Shown in its place.'),
  }),
]);

/** Schema of a variable that is written with options. */
const longVariable = closedObject({
  label: filledText('a label')
    .optional()
    .describe('Label whose values can be chosen and filter by.'),
  query: filledText('a query')
    .optional()
    .describe(
      "Grafana's query for the values, such as `label_values(up, job)`; with `label`, instead of one about a metric of the dashboard.",
    ),
  values: z
    .array(choice)
    .min(1, 'wrong-value: values must list at least one value')
    .optional()
    .describe('Values to choose from, each a text or `{value, text}`.'),
  interval: z
    .array(intervalText(/^[0-9]+(ms|s|m|h|d|w|M|y)$/))
    .min(1, 'wrong-value: interval must list at least one duration')
    .optional()
    .describe('Durations to choose from.'),
  text: z
    .string()
    .optional()
    .describe('A field for free text; this is what stands in it at first.'),
  constant: filledText('a constant').optional().describe('A value that readers do not change.'),
  adhoc: z
    .literal(true, 'wrong-value: adhoc is true or left out')
    .optional()
    .describe('Filters that readers add themselves.'),
  name: z
    .string()
    .regex(/^\w+$/, 'wrong-value: the name {value} of a variable must match [a-zA-Z0-9_]+')
    .optional()
    .describe('Name in queries, without `$`; default the label.'),
  title: filledText('a title')
    .optional()
    .describe('Shown in front of the variable; default its name.'),
  description: z.string().optional().describe('Shown as a hint.'),
  multi: z
    .boolean()
    .optional()
    .describe('Whether several values can be chosen; default true for a label, else false.'),
  all: z
    .boolean()
    .optional()
    .describe('Whether All can be chosen; default true for a label, else false.'),
  all_value: filledText('all_value')
    .optional()
    .describe(
      'What All stands for: a regular expression (default `.*`), or `list` for all values.',
    ),
  default: z
    .union([filledText('a value'), z.array(filledText('a value'))])
    .optional()
    .describe('Value or values chosen at first; default All if it can be chosen.'),
  regex: filledText('a regular expression').optional().describe('Keeps the values that match.'),
  sort: z
    .enum(SORT_ORDERS)
    .optional()
    .describe(`Order of the values: ${SORT_ORDERS.join(', ')}; default alphabetical.`),
  hide: z
    .enum(['label', 'variable'])
    .optional()
    .describe('What is hidden: the label, or the whole variable.'),
  refresh: z
    .enum(REFRESH_MOMENTS)
    .optional()
    .describe('When the values are read: never, on load, or on change of time (default).'),
})
  .refine(
    ({ query, ...written }) => {
      const kinds = VARIABLE_KINDS.filter(
        (kind) => kind !== 'query' && written[kind] !== undefined,
      );
      const [only] = kinds;
      return kinds.length === 0
        ? query !== undefined
        : kinds.length === 1 && (query === undefined || only === 'label');
    },
    `wrong-value: a variable takes exactly one of ${VARIABLE_KINDS.join(', ')}`,
  )
  .refine(
    (written) => written.label !== undefined || written.name !== undefined,
    'missing-key: the key "name" is missing here; only a label names its variable itself',
  );

/** Schema of a variable of a plan: the name of a label, or an object with options. */
export const variableSchema = z
  .union([filledText('a label'), longVariable])
  .describe('A variable: the name of a label, or an object.');
