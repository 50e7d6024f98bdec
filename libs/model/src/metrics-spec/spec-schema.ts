import * as z from 'zod';
import { closedObject, wholeNumber } from '@g6/yaml';
import { panelSchema } from '../panels/panel-schema';
import { METRIC_TYPES } from './metric-types';

const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
/** As Prometheus reads durations: units from years to milliseconds, each at most once. */
const DURATION = /^(?!$)(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$|^0$/;

const oneOf = (values: readonly string[]) => values.join(', ');

/** Schema of an alert. */
export const alertSchema = closedObject({
  alert: z.string().min(1, 'wrong-value: an alert needs a name').describe('Name of the alert.'),
  expr: z
    .string()
    .min(1, 'promql-syntax: the expression is empty')
    .describe('PromQL that returns samples while the alert is active.'),
  for: z
    .string()
    .regex(
      DURATION,
      'wrong-value: {value} is not a Prometheus duration; write for example 30s, 5m, 1h30m',
    )
    .optional()
    .describe('Time for which the expression must hold before the alert fires, for example 5m.'),
  severity: z.string().optional().describe('Severity, for example warning or critical.'),
  summary: z.string().optional().describe('The problem in one line.'),
  description: z.string().optional().describe('What the alert means and what to do.'),
  runbook_url: z.string().optional().describe('URL of the runbook.'),
}).describe('An alert on the metric.');

/** Schema of a metric. */
export const metricSchema = closedObject({
  name: z
    .string()
    .regex(
      METRIC_NAME,
      'metric-name: {value} is not a valid metric name; use letters, digits, "_" and ":", and start with no digit',
    )
    .describe('Prometheus metric name, unique in the spec.'),
  type: z
    .enum(METRIC_TYPES, {
      error: () => `metric-type: unknown type {value}; use one of ${oneOf(METRIC_TYPES)}`,
    })
    .describe('Prometheus metric type.'),
  help: z
    .string()
    .optional()
    .describe('Help text in one line; becomes the description of the panels.'),
  labels: z
    .array(
      z
        .string()
        .regex(
          LABEL_NAME,
          'label-name: {value} is not a valid label name; use letters, digits and "_", and start with no digit',
        )
        .refine(
          (label) => !label.startsWith('__'),
          'label-reserved: the label {value} is reserved; Prometheus keeps names starting with "__" to itself',
        ),
    )
    .optional()
    .describe('Label names, without those that Prometheus adds.'),
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
  panels: z.array(panelSchema).optional().describe('Explicit panels, shown before automatic ones.'),
  alerts: z.array(alertSchema).optional().describe('Alerts on the metric.'),
}).describe('A governed metric.');

/** Schema of a family. */
export const familySchema = closedObject({
  owner: z.string().optional().describe('Owner of the family, as free text.'),
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
  codegen: z.unknown().optional().describe('Belongs to another tool: accepted and ignored.'),
}).describe('A governed catalogue of metrics.');
