import * as z from 'zod';
import { closedObject } from '@g6/yaml';
import { labelName } from './label-schema';

/** As Prometheus reads durations: units from years to milliseconds, each at most once. */
const DURATION = /^(?!$)(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$|^0$/;

const duration = () =>
  z
    .string()
    .regex(
      DURATION,
      'wrong-value: {value} is not a Prometheus duration; write for example 30s, 5m, 1h30m',
    );

/** Schema of an alert. */
export const alertSchema = closedObject({
  alert: z.string().min(1, 'wrong-value: an alert needs a name').describe('Name of the alert.'),
  expr: z
    .string()
    .min(1, 'promql-syntax: the expression is empty')
    .describe('PromQL that returns samples while the alert is active.'),
  for: duration()
    .optional()
    .describe('Time for which the expression must hold before the alert fires, for example 5m.'),
  keep_firing_for: duration()
    .optional()
    .describe('Time for which the alert goes on firing after its expression ceased to hold.'),
  severity: z.string().optional().describe('Severity, for example warning or critical.'),
  summary: z.string().optional().describe('The problem in one line.'),
  description: z.string().optional().describe('What the alert means and what to do.'),
  runbook_url: z.string().optional().describe('URL of the runbook.'),
  labels: z
    .record(labelName(), z.string())
    .optional()
    .describe('Further labels by name, which may be templates.'),
  annotations: z
    .record(labelName(), z.string())
    .optional()
    .describe('Further annotations by name, which may be templates.'),
}).describe('An alert on the metric.');
