import * as z from 'zod';
import { closedObject } from '@g6/yaml';

const SLUG = /^[a-z][a-z0-9_]{0,36}$/;

/** One plan, as written. */
export const planSchema = closedObject({
  slug: z
    .string()
    .regex(
      SLUG,
      'slug-form: the slug {value} must match [a-z][a-z0-9_]* and have at most 37 characters',
    )
    .describe('Names the dashboard, its file and its uid: [a-z][a-z0-9_]*, at most 37 characters.'),
  title: z
    .string()
    .min(1, 'wrong-value: a title must not be empty')
    .optional()
    .describe("Title; default the slug's words, capitalised."),
  families: z
    .array(z.string().min(1, 'wrong-value: a family name must not be empty'))
    .min(1, 'wrong-value: a plan lists at least one family')
    .describe('Families of the spec that the dashboard shows, at least one.'),
  description: z.string().optional().describe('Which questions the dashboard answers.'),
  tags: z
    .array(z.string().min(1, 'wrong-value: a tag must not be empty'))
    .optional()
    .describe('Tags beside those that every generated dashboard carries.'),
  time: closedObject({
    from: z.string().min(1).optional().describe('Start of the time range; default now-6h.'),
    to: z.string().min(1).optional().describe('End of the time range; default now.'),
  })
    .optional()
    .describe('Time range that the dashboard opens with.'),
  refresh: z
    .string()
    .regex(
      /^(|[0-9]+(ms|[smhdwMy]))$/,
      'wrong-value: {value} is no refresh interval; write for example 30s or 5m, or "" to turn it off',
    )
    .optional()
    .describe('How often the dashboard reloads, "" for never; default 30s.'),
  alert_preview: z
    .boolean()
    .optional()
    .describe('Adds a graph of what each alert watches, with its threshold; default false.'),
  folder: z.string().min(1).optional().describe('Folder in Grafana that the dashboard belongs to.'),
}).describe('A plan of one dashboard.');

/** A file of several plans, as written. */
export const planListSchema = closedObject({
  dashboards: z
    .array(planSchema)
    .min(1, 'wrong-value: a file of plans lists at least one dashboard')
    .describe('One plan for each dashboard.'),
}).describe('A list of dashboard plans.');
