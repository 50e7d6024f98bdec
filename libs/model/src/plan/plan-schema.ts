import * as z from 'zod';
import { closedObject } from '@g6/yaml';
import { DEFAULT_TIME } from './plan';
import { PLAN_PARTS } from './plan-parts-schema';
import { isGrafanaTime, isReversedRange } from './time-range';
import { variableSchema } from './variable-schema';

const SLUG = /^[a-z][a-z0-9_]{0,36}$/;
/** Grafana refuses longer ones. */
const LONGEST_TITLE = 5000;
/** Grafana counts the bytes of a tag: https://github.com/grafana/grafana/issues/129193 */
const LONGEST_TAG = 50;

const grafanaTime = () =>
  z
    .string()
    .refine(
      isGrafanaTime,
      'wrong-value: {value} is not a time that Grafana reads; write for example now-6h, now-1d/d, 2026-01-31T08:00:00Z or milliseconds since 1970',
    )
    .optional();

/** Schema of a plan. */
export const planSchema = closedObject({
  slug: z
    .string()
    .regex(
      SLUG,
      'slug-form: the slug {value} must match [a-z][a-z0-9_]* and have at most 37 characters',
    )
    .describe(
      'Name of the dashboard, its file and its uid: [a-z][a-z0-9_]*, at most 37 characters.',
    ),
  title: z
    .string()
    .min(1, 'wrong-value: a title must not be empty')
    .refine(
      (title) => title === '' || title.trim() !== '',
      'wrong-value: a title must not be blank, got {value}',
    )
    .max(LONGEST_TITLE, `wrong-value: a title has at most ${LONGEST_TITLE} characters, got {value}`)
    .optional()
    .describe("Title; default the slug's words, capitalised."),
  families: z
    .array(z.string().min(1, 'wrong-value: a family name must not be empty'))
    .min(1, 'wrong-value: a plan lists at least one family')
    .optional()
    .describe('Families that the dashboard shows; needed unless the plan has panels of its own.'),
  description: z.string().optional().describe('The questions that the dashboard answers.'),
  tags: z
    .array(
      z
        .string()
        .min(1, 'wrong-value: a tag must not be empty')
        .refine(
          (tag) => tag === '' || tag.trim() !== '',
          'wrong-value: a tag must not be blank, got {value}',
        )
        .refine(
          (tag) => new TextEncoder().encode(tag).length <= LONGEST_TAG,
          `wrong-value: Grafana takes tags of at most ${LONGEST_TAG} bytes, got {value}`,
        ),
    )
    .optional()
    .describe('Tags in addition to those of every generated dashboard.'),
  profile: z
    .string()
    .min(1, 'wrong-value: a profile needs a name')
    .optional()
    .describe(
      'Which panels the dashboard gets and how they are grouped: classic or standard; default the setting `profile`.',
    ),
  quantiles: z
    .enum(['inline', 'recorded'])
    .optional()
    .describe(
      'Where the profile standard takes quantiles of histograms from: computed inline (default), so that variables filter them, or recorded series.',
    ),
  time: closedObject({
    from: grafanaTime().describe('Start of the time range; default now-6h.'),
    to: grafanaTime().describe('End of the time range; default now.'),
  })
    .refine(({ from = DEFAULT_TIME.from, to = DEFAULT_TIME.to }) => !isReversedRange(from, to), {
      error: 'wrong-value: the range must end after it begins; "from" comes first, "to" last',
    })
    .optional()
    .describe('Initial time range of the dashboard.'),
  refresh: z
    .string()
    .regex(
      /^(|[0-9]+(ms|[smhdwMy]))$/,
      'wrong-value: {value} is not a refresh interval; write for example 30s or 5m, or "" to turn it off',
    )
    .refine(
      (interval) => !interval.endsWith('ms') || Number.parseInt(interval, 10) >= 1000,
      'wrong-value: {value} is too short to refresh a dashboard; write 1s or more',
    )
    .optional()
    .describe('Refresh interval, "" for none; default 30s.'),
  alert_preview: z
    .boolean()
    .optional()
    .describe('Adds a graph of each alert with its threshold; default false.'),
  folder: z
    .string()
    .min(1)
    .refine(
      (folder) => folder.trim() !== '' && !folder.split(/[\\/]/).includes('..'),
      'wrong-value: {value} is not a folder in Grafana; write its title',
    )
    .optional()
    .describe('Grafana folder of the dashboard.'),
  variables: z
    .array(variableSchema)
    .optional()
    .describe('Variables besides the datasource; one of a label filters every query that has it.'),
  ...PLAN_PARTS,
}).describe('A plan of one dashboard.');

/** Schema of a file with several plans. */
export const planListSchema = closedObject({
  dashboards: z
    .array(planSchema)
    .min(1, 'wrong-value: a file of plans lists at least one dashboard')
    .describe('Plans, one for each dashboard.'),
}).describe('A list of dashboard plans.');
