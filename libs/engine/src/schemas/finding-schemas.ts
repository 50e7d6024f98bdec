import * as z from 'zod';
import { number, position, severity, text, texts } from './report-parts';

/** What `lint --json` prints. */
export const lint = () =>
  z.strictObject({
    errors: number('Findings that are errors.'),
    warnings: number('Findings that are warnings.'),
    findings: z
      .array(
        z.strictObject({
          ...position(),
          rule: text('Name of the lint, which has a page.'),
          severity: severity().describe('With `--strict`, all are errors.'),
          message: text('What was found.'),
          hint: text('What to do, if the message does not say so.').optional(),
          slug: text('Slug of the dashboard, if a dashboard is meant.').optional(),
        }),
      )
      .describe('What was found, by file and place.'),
    metrics: number('Metrics that were checked.'),
    dashboards: number('Dashboards that were checked.'),
  });

/** What `check --json` prints. */
export const check = () =>
  z.strictObject({
    errors: number('Findings that are errors.'),
    warnings: number('Findings that are warnings.'),
    findings: z
      .array(
        z.strictObject({
          ...position(),
          rule: text('Name of the check, which has a page.'),
          severity: severity().describe('With `--strict`, all are errors.'),
          message: text('What was found, and why.'),
          hint: text('What to do, or what took the place of what is gone.').optional(),
          slug: text('Slug of the dashboard, if a panel is meant.').optional(),
          panel: text('Title of the panel.').optional(),
        }),
      )
      .describe('What was found, by file and place.'),
    excepted: number('Findings that exceptions cover; they are in no list.'),
    panels: z
      .strictObject({
        data: number('Panels with data.'),
        empty: number('Panels without, that should have some.'),
        failing: number('Panels with a query that Prometheus does not answer.'),
      })
      .describe('How many panels have data.'),
    queries: number('Distinct queries that were sent.'),
    unanswered: texts('What could not be checked, because the server did not answer.'),
    prometheus: text('Address of the server, without credentials.'),
  });
