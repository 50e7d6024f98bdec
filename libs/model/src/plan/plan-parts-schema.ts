/** Schemas of the parts of a plan besides its variables. */
import * as z from 'zod';
import { closedObject } from '@g6/yaml';
import { GRAPH_TOOLTIPS, PLAN_LAYOUTS, SECTION_GRIDS } from './plan';
import { panelSchema } from '../panels/panel-schema';
import { filledText, intervalText } from '../schema-parts';

const names = (what: string) =>
  z.array(filledText(what)).min(1, `wrong-value: name at least one ${what.replace(/^an? /, '')}`);

/** What decides which panels a section takes. */
export const SECTION_PARTS = ['families', 'metrics', 'panels', 'sources'] as const;

/** Schema of a section: a row of a dashboard with the panels below it. */
export const sectionSchema = closedObject({
  title: filledText('a title')
    .optional()
    .describe('Heading; only the first section can do without.'),
  collapsed: z.boolean().optional().describe('Whether its panels are folded away at first.'),
  repeat: filledText()
    .optional()
    .describe('Variable for each of whose values the section is repeated.'),
  grid: z
    .enum(SECTION_GRIDS)
    .optional()
    .describe('auto lets Grafana place its panels, in version 2 of dashboards; default fixed.'),
  show_if_data: z
    .boolean()
    .optional()
    .describe(
      'Whether it is hidden while none of its panels has data, in version 2 of dashboards.',
    ),
  families: names('a family').optional().describe('Takes the panels of these families.'),
  metrics: names('a metric').optional().describe('Takes the panels of these metrics.'),
  panels: z
    .array(z.union([filledText('a panel'), panelSchema]))
    .min(1, 'wrong-value: name at least one panel')
    .optional()
    .describe(
      'Takes panels by id or title, in this order; a panel written out here belongs to it.',
    ),
  sources: names('a source').optional().describe('Takes the panels of these panel sources.'),
})
  .refine(
    (written) => SECTION_PARTS.some((part) => written[part] !== undefined),
    `wrong-value: a section takes at least one of ${SECTION_PARTS.join(', ')}`,
  )
  .describe('A section. A panel goes to the first that takes it; the rest goes to "More".');

/** What tells which automatic panels an exclusion is about. */
export const EXCLUSION_PARTS = ['metric', 'source', 'title', 'panel_uuid'] as const;

/** Schema of automatic panels that are not wanted. */
export const exclusionSchema = closedObject({
  metric: filledText('a metric').optional().describe('Panels of this metric.'),
  source: filledText('a source')
    .optional()
    .describe('Panels of this panel source, such as auto_topk.'),
  title: filledText('a title').optional().describe('Panels with exactly this title.'),
  panel_uuid: z
    .string()
    .regex(/^[0-9a-f]{16}$/, 'wrong-value: {value} is not a panel_uuid of 16 hex digits')
    .optional()
    .describe('The panel with this identity.'),
})
  .refine(
    (written) => EXCLUSION_PARTS.some((part) => written[part] !== undefined),
    `wrong-value: an exclusion takes at least one of ${EXCLUSION_PARTS.join(', ')}`,
  )
  .describe('Automatic panels that are not wanted; all of the keys given must fit.');

/** Schema of an annotation that a query draws. */
export const annotationSchema = closedObject({
  name: filledText('a name').describe('Name of the switch above the dashboard.'),
  promql: filledText('the expression').describe('Query: each of its samples is marked.'),
  title: z.string().optional().describe('Title of a mark, with `{{label}}` templates.'),
  text: z.string().optional().describe('Text of a mark, with `{{label}}` templates.'),
  tags: z.array(filledText('a label')).optional().describe('Labels whose values are its tags.'),
  color: filledText('a colour').optional().describe('Colour; default blue.'),
  step: filledText('a step').optional().describe('Resolution; default 60s.'),
  enabled: z.boolean().optional().describe('Whether it is on at first; default true.'),
  hidden: z.boolean().optional().describe('Whether its switch is hidden.'),
}).describe('Marks on all graphs of the dashboard.');

/** Where a link of a dashboard leads. */
export const LINK_TARGETS = ['url', 'dashboard', 'tags'] as const;

/** Schema of a link in the header of a dashboard. */
export const planLinkSchema = closedObject({
  title: filledText('a title').describe('Text of the link.'),
  url: filledText('a URL').optional().describe('Address.'),
  dashboard: filledText('a slug').optional().describe('Slug of one of our dashboards.'),
  tags: z.array(filledText('a tag')).optional().describe('All dashboards with these tags.'),
  tooltip: z.string().optional().describe('Shown as a hint.'),
  icon: filledText('an icon')
    .optional()
    .describe("Grafana's name of an icon; default external link."),
  new_tab: z.boolean().optional().describe('Whether it opens in a tab of its own.'),
  keep_time: z.boolean().optional().describe('Whether the time range is kept; default true.'),
  keep_variables: z.boolean().optional().describe('Whether the variables are kept; default true.'),
  dropdown: z.boolean().optional().describe('Whether dashboards by tag share a menu.'),
})
  .refine(
    (written) => LINK_TARGETS.filter((target) => written[target] !== undefined).length === 1,
    `wrong-value: a link takes exactly one of ${LINK_TARGETS.join(', ')}`,
  )
  .describe('A link in the header of the dashboard.');

const DURATION = /^[0-9]+(ms|s|m|h|d|w|y)$/;

/** The parts of a plan that say more than which families it shows. */
export const PLAN_PARTS = {
  filters: z
    .record(z.string(), filledText('a filter'))
    .optional()
    .describe(
      'Matchers for every query whose metric has the label: `cluster: $cluster`, or with an operator `cluster: =~a|b`.',
    ),
  sections: z
    .array(sectionSchema)
    .min(1, 'wrong-value: sections must hold at least one section')
    .optional()
    .describe('Rows of the dashboard in order; what none takes goes to "More".'),
  layout: z
    .enum(PLAN_LAYOUTS)
    .optional()
    .describe('How sections are shown: rows (default), or tabs in version 2 of dashboards.'),
  panels: z
    .array(panelSchema)
    .min(1, 'wrong-value: panels must hold at least one panel')
    .optional()
    .describe('Panels that belong to no metric; texts in Markdown too.'),
  exclude: z.array(exclusionSchema).optional().describe('Automatic panels that are not wanted.'),
  rate_window: z
    .string()
    .regex(
      /^([0-9]+(ms|s|m|h|d|w|y)|\$__rate_interval)$/,
      'wrong-value: {value} is not a window; write for example 5m, or $__rate_interval',
    )
    .optional()
    .describe('Window of the rates in automatic panels; default 5m.'),
  annotations: z.array(annotationSchema).optional().describe('Marks on all graphs.'),
  links: z.array(planLinkSchema).optional().describe('Links in the header.'),
  timezone: z
    .string()
    .regex(
      /^(browser|utc|[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2})$/,
      'wrong-value: {value} is not a time zone; write browser, utc or a name such as Europe/Berlin',
    )
    .optional()
    .describe('Time zone: browser (default), utc or a name such as Europe/Berlin.'),
  graph_tooltip: z
    .enum(GRAPH_TOOLTIPS)
    .optional()
    .describe('What graphs share under the pointer; default crosshair.'),
  week_start: z
    .enum(['monday', 'saturday', 'sunday'])
    .optional()
    .describe("First day of the week; default the reader's."),
  min_interval: intervalText(DURATION)
    .optional()
    .describe('Lowest step of all queries without their own, for example the scrape interval.'),
  grafana: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('A JSON merge patch (RFC 7386) on the finished dashboard, for everything else.'),
};
