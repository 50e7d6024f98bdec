import * as z from 'zod';
import { closedObject } from '@g6/yaml';

const slugs = z.array(z.string());

const querySchema = closedObject({
  expr: z.string().min(1, 'promql-syntax: the expression is empty').describe('PromQL.'),
  legend: z
    .string()
    .optional()
    .describe('Grafana legend template; default derived from the labels of the query.'),
}).describe('A query of the panel.');

const panelSchema = closedObject({
  title: z.string().min(1, 'wrong-value: a title must not be empty').describe('Title.'),
  description: z.string().optional().describe('What the panel shows.'),
  unit: z.string().min(1).optional().describe('Grafana unit id; default short.'),
  requires: z
    .array(z.string())
    .min(1, 'wrong-value: a cross-metric panel requires at least one metric')
    .describe('Metrics that the spec must define for the panel to appear.'),
  slugs: slugs
    .optional()
    .describe('Dashboards that show the panel; default the slugs of the file.'),
  queries: z
    .array(querySchema)
    .min(1, 'wrong-value: a panel has at least one query')
    .describe('Queries, in the order of their refIds.'),
}).describe('A panel that relates several metrics to each other.');

/** Schema of an efficiency catalogue. */
export const efficiencySchema = closedObject({
  version: z.literal(1).describe('Version of this format.'),
  slugs: slugs.optional().describe('Dashboards that show the panels without slugs of their own.'),
  panels: z.array(panelSchema).describe('Panels, in the order in which dashboards show them.'),
}).describe('A catalogue of cross-metric panels.');
