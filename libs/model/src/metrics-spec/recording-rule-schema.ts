import * as z from 'zod';
import { closedObject } from '@g6/yaml';
import { labelName, metricName } from './label-schema';

/** Schema of a recording rule that a family declares. */
export const recordingRuleSchema = closedObject({
  record: metricName().describe('Name of the series, usually level:metric:operation.'),
  expr: z
    .string()
    .min(1, 'promql-syntax: the expression is empty')
    .describe('PromQL whose result is recorded.'),
  labels: z.record(labelName(), z.string()).optional().describe('Labels to add or overwrite.'),
}).describe('A series that Prometheus records, under a name of its own.');
