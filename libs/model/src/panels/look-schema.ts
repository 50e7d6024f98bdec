/** The keys that say how values are drawn; a panel has them for all fields, an override for some. */
import * as z from 'zod';
import { filledText } from '../schema-parts';
import { closedObject, wholeNumber } from '@g6/yaml';

const color = () =>
  filledText().describe('A colour of Grafana such as `green` or `dark-red`, or `#rrggbb`.');

/** Schema of a step of thresholds. */
const thresholdStep = closedObject({
  value: z.number().optional().describe('Where the step begins; the base has no value.'),
  color: color(),
});

const thresholdSteps = z
  .array(thresholdStep)
  .min(1, 'wrong-value: thresholds need at least one step')
  .describe('The steps, lowest first.');

const THRESHOLD_LINES = ['off', 'line', 'dashed', 'area', 'line+area', 'dashed+area'] as const;

/** Schema of thresholds in their short form, and of everything but a bare list of steps. */
const thresholdsInWords = closedObject({
  warning: z.number().optional().describe('From here on a value is orange.'),
  critical: z.number().optional().describe('From here on a value is red.'),
  direction: z
    .enum(['above', 'below'])
    .optional()
    .describe('Whether values above (default) or below the limits are bad.'),
  steps: thresholdSteps.optional(),
  mode: z
    .enum(['absolute', 'percentage'])
    .optional()
    .describe('Whether steps are values (default) or percentages from `min` to `max`.'),
  show: z
    .enum(THRESHOLD_LINES)
    .optional()
    .describe('How a graph draws them; default `dashed` on a panel that sets thresholds.'),
}).refine(
  ({ steps, warning, critical }) =>
    (steps === undefined) !== (warning === undefined && critical === undefined),
  'wrong-value: thresholds take either steps, or warning and critical',
);

const thresholds = z.union([z.literal('from_alerts'), thresholdSteps, thresholdsInWords]);

const MAPPING_KEYS = ['value', 'range', 'regex', 'special'] as const;
const bound = z.union([z.number(), z.null()]);

/** Schema of a value mapping. */
const mapping = closedObject({
  value: z.union([z.number(), z.string(), z.boolean()]).optional().describe('The value to match.'),
  range: z
    .array(bound)
    .length(2, 'wrong-value: a range has two bounds; write null for an open one')
    .optional()
    .describe('The lowest and the highest value to match; `null` is open.'),
  regex: filledText().optional().describe('A regular expression, as Grafana reads it.'),
  special: z
    .enum(['null', 'nan', 'null+nan', 'true', 'false', 'empty'])
    .optional()
    .describe('A value that is none.'),
  text: z.string().optional().describe('What is shown instead.'),
  color: color().optional(),
}).refine(
  (written) => MAPPING_KEYS.filter((key) => written[key] !== undefined).length === 1,
  `wrong-value: a mapping takes exactly one of ${MAPPING_KEYS.join(', ')}`,
);

const axis = closedObject({
  label: z.string().optional().describe('Text beside the axis.'),
  log: z.literal([2, 10]).optional().describe('A logarithmic scale to this base.'),
  soft_min: z.number().optional().describe('The axis begins here unless a value is lower.'),
  soft_max: z.number().optional().describe('The axis ends here unless a value is higher.'),
  placement: z.enum(['auto', 'left', 'right', 'hidden']).optional(),
});

/** Schema of a link; one to a dashboard of ours keeps the time range and the variables. */
export const linkSchema = closedObject({
  title: z.string().min(1, 'wrong-value: a link needs a title').describe('Text of the link.'),
  url: filledText()
    .optional()
    .describe('An address, with variables such as `${__field.labels.pod}`.'),
  dashboard: filledText().optional().describe('Slug of a dashboard of ours.'),
  new_tab: z.boolean().optional().describe('Whether it opens in a new tab.'),
})
  .refine(
    ({ url, dashboard }) => (url === undefined) !== (dashboard === undefined),
    'wrong-value: a link takes either url or dashboard',
  )
  .describe('A link.');

const fraction = (what: string) =>
  z
    .number()
    .min(0, `wrong-value: ${what}, got {value}`)
    .max(100, `wrong-value: ${what}, got {value}`);

/** The keys that panels and overrides share, except for the unit. */
export const LOOK_SHAPE = {
  decimals: wholeNumber().optional().describe('Digits behind the point.'),
  min: z.number().optional().describe('Lowest value of the scale.'),
  max: z.number().optional().describe('Highest value of the scale.'),
  no_value: z.string().optional().describe('Text where there is no value.'),
  color: filledText()
    .optional()
    .describe("A colour, or one of Grafana's colour modes such as `thresholds`."),
  thresholds: thresholds
    .optional()
    .describe(
      'Steps of `{value, color}`, or `{warning, critical, direction}`, or `from_alerts` for those of the alerts on the same query.',
    ),
  mappings: z.array(mapping).optional().describe('Texts and colours for values.'),
  style: z.enum(['line', 'bars', 'points']).optional().describe('How a series is drawn.'),
  stack: z.enum(['none', 'normal', 'percent']).optional().describe('Whether series are stacked.'),
  fill: fraction('an opacity is between 0 and 100')
    .optional()
    .describe('Opacity of the area below a line, 0 to 100.'),
  line_width: wholeNumber()
    .min(0, 'wrong-value: a line width is between 0 and 10, got {value}')
    .max(10, 'wrong-value: a line width is between 0 and 10, got {value}')
    .optional()
    .describe('Width of a line in pixels, 0 to 10.'),
  axis: axis.optional().describe('The axis of the values.'),
};

const names = z.union([
  filledText(),
  z.array(filledText()).min(1, 'wrong-value: the list must name at least one field'),
]);

const MATCH_KEYS = ['field', 'regex', 'query', 'type', 'id'] as const;

const match = closedObject({
  field: names.optional().describe('Display name of a field, or several.'),
  regex: filledText().optional().describe('Display names that match, `/like this/`.'),
  query: filledText().optional().describe('The fields of a query, by its `ref`.'),
  type: z
    .enum(['number', 'string', 'time', 'boolean'])
    .optional()
    .describe('The fields of a type.'),
  id: filledText().optional().describe("Another matcher by Grafana's id, such as `byValue`."),
  options: z.unknown().optional().describe('The options of the matcher that `id` names.'),
})
  .refine(
    (written) => MATCH_KEYS.filter((key) => written[key] !== undefined).length === 1,
    `wrong-value: a match takes exactly one of ${MATCH_KEYS.join(', ')}`,
  )
  .refine(
    ({ id, options }) => options === undefined || id !== undefined,
    'wrong-value: the options of a match belong to its "id", which is missing',
  );

const HIDDEN_PARTS = ['legend', 'tooltip', 'graph'] as const;

/** Schema of an override: what differs for some fields of a panel. */
export const overrideSchema = closedObject({
  match: match.describe('Which fields it is about.'),
  title: z.string().optional().describe('Display name.'),
  unit: filledText().optional().describe('Grafana unit id.'),
  ...LOOK_SHAPE,
  links: z.array(linkSchema).optional().describe('Links on each value.'),
  hide: z
    .union([z.boolean(), z.array(z.enum(HIDDEN_PARTS))])
    .optional()
    .describe('Whether the fields are hidden, or from what: legend, tooltip, graph.'),
  width: wholeNumber().optional().describe('Width of a table column in pixels.'),
  align: z.enum(['auto', 'left', 'center', 'right']).optional().describe('Of a table column.'),
  properties: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("Other properties by Grafana's ids, such as `custom.lineStyle`."),
}).describe('An override.');
