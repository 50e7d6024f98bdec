import * as z from 'zod';
import { closedObject, wholeNumber } from '@g6/yaml';
import { METRIC_TYPES } from './metric-types';
import { PANEL_TYPES } from './spec';

const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
/** As Prometheus reads durations: units from years to milliseconds, each at most once. */
const DURATION = /^(?!$)(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$|^0$/;

const oneOf = (values: readonly string[]) => values.join(', ');

/** One explicit panel, as written. */
export const panelSchema = closedObject({
  title: z
    .string()
    .min(1, 'wrong-value: a title must not be empty')
    .optional()
    .describe('Title; default "<metric> panel <index from 0>".'),
  promql: z
    .string()
    .min(1, 'promql-syntax: the expression is empty')
    .describe('The query, kept exactly as written.'),
  panel_type: z
    .enum(PANEL_TYPES, {
      error: () => `panel-type: unknown panel type {value}; use one of ${oneOf(PANEL_TYPES)}`,
    })
    .optional()
    .describe('Grafana panel type; default timeseries.'),
  unit: z.string().min(1).optional().describe('Grafana unit id; default short.'),
  kind: z.string().optional().describe('A free tag, kept in the metadata.'),
  span: wholeNumber()
    .min(1, 'wrong-value: a span must be between 1 and 24 columns, got {value}')
    .max(24, 'wrong-value: a span must be between 1 and 24 columns, got {value}')
    .optional()
    .describe("Width in columns of Grafana's grid, 1 to 24; default 12."),
}).describe('A panel that is drawn for the metric, in the order written.');

/** One alert, as written. */
export const alertSchema = closedObject({
  alert: z.string().min(1, 'wrong-value: an alert needs a name').describe('Name of the alert.'),
  expr: z
    .string()
    .min(1, 'promql-syntax: the expression is empty')
    .describe('PromQL that yields samples while the alert is active.'),
  for: z
    .string()
    .regex(
      DURATION,
      'wrong-value: {value} is no Prometheus duration; write for example 30s, 5m, 1h30m',
    )
    .optional()
    .describe('How long the expression must hold before the alert fires, for example 5m.'),
  severity: z.string().optional().describe('For example warning or critical.'),
  summary: z.string().optional().describe('What is wrong, in one line.'),
  description: z.string().optional().describe('What it means and what to do.'),
  runbook_url: z.string().optional().describe('Where the runbook is.'),
}).describe('An alert that watches the metric.');

/** One metric, as written. */
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
  help: z.string().optional().describe("One line; becomes the panels' description."),
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
    .describe('Label names, without those that Prometheus adds itself.'),
  cardinality_budget: wholeNumber()
    .positive('wrong-value: a cardinality budget must be a whole number above 0, got {value}')
    .optional()
    .describe('The most series that this metric may have.'),
  buckets: z
    .array(z.number())
    .min(1, 'wrong-value: buckets must hold at least one bound')
    .optional()
    .describe('Upper bounds of the buckets, rising; histograms only.'),
  unit: z
    .string()
    .min(1)
    .optional()
    .describe('Grafana unit id; wins over inference from the name.'),
  panels: z.array(panelSchema).optional().describe('Panels to draw before any automatic one.'),
  alerts: z.array(alertSchema).optional().describe('Alerts that watch this metric.'),
}).describe('A governed metric.');

/** One family, as written. */
export const familySchema = closedObject({
  owner: z.string().optional().describe('Who or what owns the family, as free text.'),
  metrics: z
    .array(metricSchema)
    .nullish()
    .describe('Metrics, in the order that dashboards show them.'),
}).describe('A family of metrics with one owner.');

/** A spec file, as written. */
export const specSchema = closedObject({
  version: z.literal(1).describe('Version of this format.'),
  families: z
    .looseRecord(
      // Only notes pass; names are checked apart, because zod passes over the value of any key
      // that it refuses.
      z.string().regex(/^(?!x-)/),
      familySchema.nullable(),
    )
    .describe('Families of metrics by name, [a-z][a-z0-9_]*.'),
  codegen: z.unknown().optional().describe('Belongs to another tool: accepted and ignored.'),
}).describe('A governed metrics catalogue.');
