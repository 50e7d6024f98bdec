import * as z from 'zod';
import { METRIC_TYPES } from '@g6/model';
import { position, problems, text, texts } from './report-parts';

const places = (meaning: string) => z.strictObject(position()).describe(meaning);

const links = (meaning: string) =>
  z
    .array(
      z.strictObject({
        title: text('Title of the link.'),
        to: text('Address, or the panel or dashboard that it leads to.'),
      }),
    )
    .describe(meaning);

const explainedPanel = () =>
  z.strictObject({
    title: text('Title of the panel.'),
    panel_uuid: text('Identity of the panel.'),
    section: text('Heading of its section.').optional(),
    source: text('Panel source that made it.'),
    reason: text('Why the dashboard has it.'),
    metric: text('Metric that it is about.').optional(),
    at: places('Where it is written, or else where its metric is.').optional(),
    metrics: texts('Metrics that its queries read, through recorded series as well.'),
    recorded: texts('Recorded series among them.'),
    links: links('Where its links lead.'),
  });

const explainedDashboard = () =>
  z.strictObject({
    slug: text('Slug of the dashboard.'),
    title: text('Title of the dashboard.'),
    families: texts('Families that its plan shows.'),
    profile: text('Profile that decides on its panels.'),
    at: places('Where its plan is.'),
    links: links('Where the links in its header lead.'),
    panels: z.array(explainedPanel()).describe('Its panels, from top to bottom.'),
    leftOut: z
      .array(
        z.strictObject({
          title: text('Title of the panel.'),
          source: text('Panel source that would make it.'),
          metric: text('Metric that it is about.').optional(),
          by: z
            .enum(['caps.core', 'caps.efficiency', 'auto', 'exclude'])
            .describe('Setting or key that left it out.'),
          why: text('What left it out, in words.'),
          at: places('Where that is written, if it is.').optional(),
        }),
      )
      .describe('Automatic panels that it does not have.'),
  });

const explainedMetric = () =>
  z.strictObject({
    name: text('Name of the metric.'),
    type: z.enum(METRIC_TYPES).describe('Its type.'),
    family: text('Its family.'),
    at: places('Where it is in the spec.'),
    panels: z
      .array(
        z.strictObject({
          slug: text('Slug of the dashboard.'),
          title: text('Title of the panel.'),
          panel_uuid: text('Identity of the panel.'),
          source: text('Panel source that made it.'),
        }),
      )
      .describe('Panels that read it.'),
    rules: z
      .array(
        z.strictObject({
          record: text('Recorded series.'),
          expr: text('Expression of its rule.'),
          at: places('Where it is declared; missing if it follows from its name.').optional(),
        }),
      )
      .describe('Rules that record something from it.'),
    alerts: z
      .array(z.strictObject({ alert: text('Name of the alert.'), at: places('Where it is.') }))
      .describe('Alerts that read it.'),
    variables: z
      .array(
        z.strictObject({
          slug: text('Slug of the dashboard.'),
          name: text('Name of the variable.'),
          at: places('Where it is in the plan.'),
        }),
      )
      .describe('Variables that filter it, or take their values from it.'),
    notShown: text('Why no dashboard shows it, if none does.').optional(),
  });

/** What `explain --json` prints. */
export const explained = () =>
  z.strictObject({
    problems: problems(),
    dashboard: explainedDashboard().describe('The dashboard of that name.').optional(),
    metric: explainedMetric().describe('The metric of that name.').optional(),
  });
