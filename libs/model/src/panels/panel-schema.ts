import * as z from 'zod';
import { closedObject, wholeNumber } from '@g6/yaml';
import { LOOK_SHAPE, linkSchema, overrideSchema } from './look-schema';
import { filledText, intervalText } from '../schema-parts';
import { PANEL_TYPES } from './panel-types';
import { TRANSFORMATIONS } from './transformations';

const expression = () => z.string().min(1, 'promql-syntax: the expression is empty');
const interval = () => intervalText(/^[0-9]+(ms|s|m|h|d|w|M|y)$|^\$/);

/** Schema of a query of a panel. */
const querySchema = closedObject({
  promql: expression().describe('Query, kept exactly as written.'),
  legend: z.string().optional().describe('Legend text with `{{label}}` templates.'),
  ref: z
    .string()
    .regex(
      /^\S(?:.{0,98}\S)?$/,
      'wrong-value: {value} is not a letter or a name without spaces at its ends',
    )
    .optional()
    .describe('Name of the query for overrides and transformations; default A, B, …'),
  instant: z.boolean().optional().describe('Whether it asks for one moment and not for a range.'),
  format: z
    .enum(['time_series', 'table', 'heatmap'])
    .optional()
    .describe('Form of the result; follows from the panel type.'),
  hide: z.boolean().optional().describe('Whether the result is only for transformations.'),
  exemplar: z.boolean().optional().describe('Whether exemplars are asked for.'),
  interval: interval().optional().describe('Lowest step of this query, for example 1m.'),
}).describe('A query.');

const LEGEND_CALC = filledText().describe(
  'A reduction of Grafana such as `mean` or `lastNotNull`.',
);

const legendOptions = closedObject({
  placement: z.enum(['bottom', 'right']).optional(),
  mode: z.enum(['list', 'table']).optional(),
  calcs: z.array(LEGEND_CALC).optional().describe('Values beside each name.'),
  hidden: z.boolean().optional().describe('Whether there is no legend.'),
});

const transformation = closedObject({
  id: z
    .enum(TRANSFORMATIONS, {
      error: () => 'wrong-value: Grafana has no transformation {value}',
    })
    .describe("Grafana's id of the transformation."),
  options: z.record(z.string(), z.unknown()).optional().describe('Its options, as Grafana.'),
}).describe('A transformation.');

const span = (what: string, least: number, most: number) =>
  wholeNumber()
    .min(least, `wrong-value: ${what}, got {value}`)
    .max(most, `wrong-value: ${what}, got {value}`);

/** Schema of an explicit panel. */
export const panelSchema = closedObject({
  title: z
    .string()
    .min(1, 'wrong-value: a title must not be empty')
    .optional()
    .describe('Title; default "<metric> panel <index from 0>".'),
  promql: expression().optional().describe('Query, kept exactly as written.'),
  queries: z
    .array(querySchema)
    .min(1, 'wrong-value: queries must hold at least one query')
    .optional()
    .describe('Several queries, or one with options; instead of `promql`.'),
  legend: z
    .string()
    .optional()
    .describe('Legend text of `promql` with `{{label}}` templates; default its labels.'),
  panel_type: z
    .enum(PANEL_TYPES, {
      error: () => `panel-type: unknown panel type {value}; use one of ${PANEL_TYPES.join(', ')}`,
    })
    .optional()
    .describe('Grafana panel type; default timeseries.'),
  unit: z.string().min(1).optional().describe('Grafana unit id; default short.'),
  kind: z.string().optional().describe('Free-form tag, kept in the metadata.'),
  span: span('a span must be between 1 and 24 columns', 1, 24)
    .optional()
    .describe("Width in columns of Grafana's grid, 1 to 24; default 12."),
  height: span('a height must be between 1 and 100 rows', 1, 100)
    .optional()
    .describe("Height in rows of Grafana's grid; default 8."),
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'wrong-value: the id {value} must match [a-z0-9-]+')
    .optional()
    .describe(
      'Stable name, [a-z0-9-]+, unique on a dashboard: title, query and unit may change without breaking links.',
    ),
  description: z.string().optional().describe("Description; default the metric's help."),
  content: z.string().optional().describe('Markdown of a `text` panel.'),
  ...LOOK_SHAPE,
  calc: filledText()
    .optional()
    .describe('How a stat, gauge, bar gauge or pie chart reduces a series; default `lastNotNull`.'),
  legend_options: legendOptions.optional().describe('The legend.'),
  tooltip: z.enum(['single', 'multi', 'none']).optional().describe('What the tooltip shows.'),
  overrides: z.array(overrideSchema).optional().describe('What differs for some fields.'),
  transform: z
    .array(transformation)
    .optional()
    .describe('Transformations of the results, in order.'),
  min_interval: interval().optional().describe('Lowest step of the queries, for example 1m.'),
  max_data_points: span('there must be between 1 and 100000 points', 1, 100_000)
    .optional()
    .describe('Most points of a series.'),
  time_from: interval().optional().describe("A time range of the panel's own, for example 1h."),
  time_shift: interval().optional().describe('Shift of the time range into the past.'),
  links: z.array(linkSchema).optional().describe('Links in the corner of the panel.'),
  repeat: filledText()
    .optional()
    .describe('Variable for each of whose values the panel is repeated.'),
  repeat_direction: z.enum(['h', 'v']).optional().describe('Side by side (default) or downwards.'),
  max_per_row: span('a row has between 1 and 24 panels', 1, 24)
    .optional()
    .describe('Most repeated panels side by side.'),
  filters: z
    .literal(false, {
      error: () => 'wrong-value: filters can only be false; leave the key out otherwise',
    })
    .optional()
    .describe("`false` keeps the dashboard's filters out of the queries."),
  options: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("Other options of the panel type by Grafana's names, such as `graphMode`."),
  properties: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("Other properties of all fields by Grafana's ids, such as `custom.spanNulls`."),
  transparent: z.boolean().optional().describe('Whether the panel has no background.'),
  grafana: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('A JSON merge patch (RFC 7386) on the finished panel, for everything else.'),
}).describe('A panel of the metric. Panels appear in the order of the spec.');
