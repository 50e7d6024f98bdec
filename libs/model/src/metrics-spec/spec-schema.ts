import * as z from 'zod';
import { closedObject, wholeNumber } from '@g6/yaml';
import { panelSchema } from '../panels/panel-schema';
import { alertSchema } from './alert-schema';
import { labelName, labelSchema, metricName } from './label-schema';
import { METRIC_TYPES, sourcesOfMetrics, UNKNOWN_ALIAS } from './metric-types';
import { recordingRuleSchema } from './recording-rule-schema';
import { AGGREGATES } from './spec';

const oneOf = (values: readonly string[]) => values.join(', ');

/** Schema of what is said of a metric that is on its way out. */
const deprecationSchema = closedObject({
  since: z
    .string()
    .min(1, 'wrong-value: name a version or a date')
    .optional()
    .describe('Version or date since which it should not be used, as people know it.'),
  use: metricName().optional().describe('The metric to use instead.'),
  remove_after: z
    .string()
    .refine(isDay, 'wrong-value: {value} is not a day; write for example 2027-03-31')
    .optional()
    .describe('Last day on which it may be used, YYYY-MM-DD; lint reports an error after it.'),
});

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Schema of a metric. */
export const metricSchema = closedObject({
  name: metricName().describe('Prometheus metric name, unique in the spec.'),
  type: z
    .enum([...METRIC_TYPES, UNKNOWN_ALIAS], {
      error: () => `metric-type: unknown type {value}; use one of ${oneOf(METRIC_TYPES)}`,
    })
    .describe('Prometheus metric type.'),
  help: z
    .string()
    .optional()
    .describe('Help text in one line; becomes the description of the panels.'),
  labels: z
    .array(z.union([labelName(), labelSchema]))
    .optional()
    .describe('Labels, without those that Prometheus adds: names, or objects.'),
  cardinality_budget: wholeNumber()
    .positive('wrong-value: a cardinality budget must be a whole number above 0, got {value}')
    .optional()
    .describe('Maximum number of series of the metric.'),
  buckets: z
    .array(z.number())
    .min(1, 'wrong-value: buckets must hold at least one bound')
    .optional()
    .describe('Upper bounds of the buckets, rising; histograms only.'),
  unit: z
    .string()
    .min(1)
    .optional()
    .describe('Grafana unit id; overrides the unit derived from the name.'),
  title: z
    .string()
    .min(1, 'wrong-value: a title must not be empty')
    .optional()
    .describe(
      'A short noun phrase for people, such as "Requests"; titles of automatic panels use it.',
    ),
  aggregate: z
    .enum(AGGREGATES)
    .optional()
    .describe(
      'How automatic panels combine series: sum (default), avg, min, max, count, last or none.',
    ),
  auto: z
    .union([z.boolean(), z.array(z.enum(sourcesOfMetrics()))])
    .optional()
    .describe('Whether the metric gets automatic panels, or the panel sources that draw them.'),
  native: z
    .union([z.literal(true), z.literal('both')])
    .optional()
    .describe(
      'A histogram with native buckets only (true), or with native and classic ones (both).',
    ),
  renamed_from: z
    .array(metricName())
    .optional()
    .describe('Names that the metric had before; queries read it under these as well.'),
  deprecated: deprecationSchema
    .optional()
    .describe('That the metric should no longer be used, and what to use instead.'),
  panels: z.array(panelSchema).optional().describe('Explicit panels, shown before automatic ones.'),
  alerts: z.array(alertSchema).optional().describe('Alerts on the metric.'),
}).describe('A governed metric.');

/** Schema of an owner with the ways to reach it. */
const ownerSchema = closedObject({
  team: z.string().min(1, 'wrong-value: a team needs a name').describe('Name of the team.'),
  contact: z.string().optional().describe('How to reach it, such as a channel or an address.'),
  url: z.string().optional().describe('Where to read about it.'),
});

/** Schema of a family. */
export const familySchema = closedObject({
  title: z
    .string()
    .min(1, 'wrong-value: a title must not be empty')
    .optional()
    .describe('Name of the family for people.'),
  owner: z
    .union([z.string(), ownerSchema])
    .optional()
    .describe('Owner of the family: free text, or an object.'),
  recording_rules: z
    .array(recordingRuleSchema)
    .optional()
    .describe('Series that Prometheus records, in the order of their rules.'),
  metrics: z
    .array(metricSchema)
    .nullish()
    .describe('Metrics, in the order in which dashboards show them.'),
}).describe('A family of metrics with one owner.');

/** Schema of a spec file. */
export const specSchema = closedObject({
  version: z.literal(1).describe('Version of this format.'),
  families: z
    .looseRecord(
      // This accepts every key except notes. Names are checked separately, because zod skips the value
      // of a key that it rejects.
      z.string().regex(/^(?!x-)/),
      familySchema.nullable(),
    )
    .describe('Families of metrics by name, [a-z][a-z0-9_]*.'),
  target_labels: z
    .array(labelName())
    .optional()
    .describe('Labels that scraping adds to every series; default [job, instance].'),
  external_metrics: z
    .array(z.string().min(1, 'wrong-value: name a metric'))
    .optional()
    .describe('Metrics that are defined elsewhere: names, or patterns with `*` such as `kube_*`.'),
  codegen: z.unknown().optional().describe('Belongs to another tool: accepted and ignored.'),
}).describe('A governed catalogue of metrics.');
