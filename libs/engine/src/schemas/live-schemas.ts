import { LIVE_STATES } from '@g6/live-grafana';
import * as z from 'zod';
import { flag, number, problems, text, texts } from './report-parts';

const comparisons = (meaning: string) =>
  z
    .array(
      z.strictObject({
        slug: text('Slug of the dashboard.'),
        uid: text('Its uid in Grafana.'),
        state: z.enum(LIVE_STATES).describe('How it stands to the one that would be pushed.'),
        reason: text('Why, where the state alone does not say it.').optional(),
        hash: flag('It was generated from another spec.'),
        changed: texts('Titles of panels with other content.'),
        added: texts('Titles of panels that a push would add.'),
        removed: texts('Titles of panels that a push would remove.'),
        differences: texts('The parts that differ, in words.'),
      }),
    )
    .describe(meaning);

const grafana = () => text('Address of the Grafana; empty if it was not asked.');
const tokens = () => texts('A token for each difference, as the text has them.');

/** The report of `diff`. */
export const liveDiff = () =>
  z.strictObject({
    problems: problems(),
    grafana: grafana(),
    checked: texts('Slugs of the dashboards that were compared.'),
    tokens: tokens(),
    dashboards: comparisons('Dashboards that differ.'),
  });

/** The report of `push`. */
export const push = () =>
  z.strictObject({
    problems: problems(),
    dryRun: flag('Whether nothing was written because of `--dry-run`.'),
    grafana: grafana(),
    tokens: tokens(),
    found: comparisons('Dashboards that differed before the push.'),
    dashboards: z
      .array(
        z.strictObject({
          slug: text('Slug of the dashboard.'),
          uid: text('Its uid in Grafana.'),
          state: z.enum(LIVE_STATES).describe('How it stood before the push.'),
          action: z
            .enum(['created', 'updated', 'unchanged', 'refused', 'failed', 'removed', 'skipped'])
            .describe('What became of it, or would.'),
          reason: text('Why no more was done.').optional(),
        }),
      )
      .describe('What became of each dashboard.'),
  });

/** The report of `pull`. */
export const pull = () =>
  z.strictObject({
    problems: problems(),
    dryRun: flag('Whether nothing was written because of `--dry-run`.'),
    grafana: grafana(),
    dashboards: z
      .array(
        z.strictObject({
          slug: text('Slug of the dashboard.'),
          state: z.enum(LIVE_STATES).describe('How it stood before the pull.'),
        }),
      )
      .describe('Dashboards that were compared.'),
    pulled: z
      .array(
        z.strictObject({
          slug: text('Slug of the dashboard that was edited.'),
          file: text('Path of the file that has the value.'),
          key: text('Key of the value, from its panel or plan.'),
          line: number('Line of the value, from 1.'),
          column: number('Column of the value, from 1.'),
        }),
      )
      .describe('Values that were written, or would be.'),
    written: texts('Paths of the files that were written, or would be.'),
  });
