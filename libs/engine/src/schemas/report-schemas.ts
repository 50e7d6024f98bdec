import * as z from 'zod';
import { METRIC_TYPES } from '@g6/model';
import { explained } from './explain-schema';
import { check, lint } from './finding-schemas';
import { liveDiff, pull, push } from './live-schemas';
import { flag, number, problems, text, texts } from './report-parts';

/** What a command prints with `--json`. */
export interface ReportShape {
  /** Names the schema. */
  readonly name: string;
  /** The command line that prints it. */
  readonly command: string;
  readonly schema: z.ZodType;
  /** Whether the report has only `problems` if the input has errors. */
  readonly onlyProblems: boolean;
}

const generate = () =>
  z.strictObject({
    problems: problems(),
    dryRun: flag('Whether nothing was written because of `--dry-run`.'),
    written: texts('Slugs of the dashboards that were written, or would be.'),
    unchanged: texts('Slugs of the dashboards whose files are up to date.'),
    pruned: texts('Slugs of the dashboards that were removed because no plan asks for them.'),
    truncated: z
      .array(
        z.strictObject({
          slug: text('Slug of the dashboard.'),
          titles: texts('Titles of the panels.'),
        }),
      )
      .describe('Automatic panels that the caps left out.'),
    manifestWritten: flag('Whether the manifest was written, or would be.'),
  });

const verify = () =>
  z.strictObject({
    problems: problems(),
    checked: texts('Slugs of the dashboards that were compared.'),
    tokens: texts('A token for each difference, as the text has them.'),
    drifts: z
      .array(
        z.strictObject({
          slug: text('Slug of the dashboard, or `manifest`.'),
          missing: flag('There is no file.'),
          unreadable: flag('The file is not a dashboard.'),
          hash: flag('It was generated from another spec.'),
          changed: texts('Titles of panels with other content.'),
          added: texts('Titles of panels that generation would add.'),
          removed: texts('Titles of panels that generation would remove.'),
          orphaned: flag('No plan asks for the file.'),
          edited: flag('Something else was changed by hand.'),
        }),
      )
      .describe('Dashboards that differ from what would be generated.'),
  });

const ruleCounts = () => ({
  problems: problems(),
  recorded: number('Recording rules.'),
  alerts: number('Alerting rules.'),
  untested: z
    .array(
      z.strictObject({ alert: text('Name of the alert.'), reason: text('Why it has no test.') }),
    )
    .describe('Alerts for which no test could be derived.'),
});

const rules = () =>
  z.strictObject({
    ...ruleCounts(),
    dryRun: flag('Whether nothing was written because of `--dry-run`.'),
    written: texts('Names of the files that were written, or would be.'),
    unchanged: texts('Names of the files that are up to date.'),
  });

const rulesCheck = () =>
  z.strictObject({
    ...ruleCounts(),
    drifts: z
      .array(
        z.strictObject({
          file: text('Name of the file.'),
          kind: z
            .enum(['missing', 'changed', 'extra', 'unreadable', 'edited'])
            .describe('How it differs.'),
          rule: text('The rule or test; missing if the whole file is meant.').optional(),
        }),
      )
      .describe('Differences between the rule files and what would be written.'),
    tokens: texts('A token for each difference, as the text has them.'),
  });

const row = () => ({
  slug: text('Slug of the dashboard.'),
  title: text('Title of the panel.'),
  panel_uuid: text('Identity of the panel, from its dashboard, title, kind and queries.'),
});

const details = () => ({
  metric: text('Metric that the panel is for.'),
  source: text('Panel source; empty for rows and for panels that were not generated.'),
  query_uuid: text('Identity of the queries alone.'),
  family: text('Family of the metric.'),
  kind: text('Kind of the panel.'),
  unit: text('Unit of the values.'),
  exprs: texts('PromQL of the queries, in their order.'),
});

const inventory = () =>
  z.strictObject({
    problems: problems(),
    dashboards: number('Dashboards with rows.'),
    rows: z.array(z.strictObject({ ...row(), ...details() })).describe('A row for each panel.'),
  });

const foundRows = () =>
  z.array(z.strictObject({ ...row(), ...z.strictObject(details()).partial().shape }));

const inventoryDiff = () =>
  z.strictObject({
    problems: problems(),
    revision: text('Commit that was compared with, if `--base` asks for one.').optional(),
    added: foundRows().describe('Panels that only the current inventory has.'),
    removed: foundRows().describe('Panels that only the previous inventory has.'),
    renamed: z
      .array(
        z.strictObject({
          slug: text('Slug of the dashboard.'),
          panel_uuid: text('Identity of the panel now.'),
          old_title: text('Title before.'),
          new_title: text('Title now.'),
        }),
      )
      .describe('Panels with the same queries and another title.'),
  });

const share = (meaning: string) =>
  z
    .strictObject({
      total: number('All.'),
      shown: number('Those with a panel.'),
      percent: z.number().min(0).max(100).describe('Shown among all, rounded down to a tenth.'),
    })
    .describe(meaning);

const panels = () =>
  z
    .array(
      z.strictObject({
        slug: text('Slug of the dashboard.'),
        title: text('Title of the panel.'),
        panel_uuid: text('Identity of the panel.'),
      }),
    )
    .describe('Panels that show it.');

const coverage = () =>
  z.strictObject({
    dashboards: number('Dashboards that were looked at.'),
    metrics: share('How many metrics are shown.'),
    alerts: share('How many alerts are shown.'),
    families: z
      .array(
        z.strictObject({
          name: text('Name of the family.'),
          metrics: share('How many of its metrics are shown.'),
          alerts: share('How many of its alerts are shown.'),
        }),
      )
      .describe('The same for each family.'),
    covered: z
      .strictObject({
        metrics: z
          .array(
            z.strictObject({
              name: text('Name of the metric.'),
              family: text('Its family.'),
              type: z.enum(METRIC_TYPES).describe('Its type.'),
              panels: panels(),
            }),
          )
          .describe('Every metric.'),
        alerts: z
          .array(
            z.strictObject({
              name: text('Name of the alert.'),
              metric: text('Metric that it belongs to.'),
              family: text('Family of the metric.'),
              panels: panels(),
            }),
          )
          .describe('Every alert.'),
      })
      .describe('What is shown where, in spec order.'),
  });

const exported = () =>
  z.strictObject({
    problems: problems(),
    dryRun: flag('Whether nothing was written because of `--dry-run`.'),
    format: text('The format of the export.'),
    written: texts('Paths of the files that were written, or would be, from the folder.'),
    unchanged: texts('Paths of the files that are up to date.'),
    pruned: texts('Paths of the files that were removed because nothing asks for them.'),
  });

const imports = () =>
  z.strictObject({
    dryRun: flag('Whether nothing was written because of `--dry-run`.'),
    problems: problems(),
    written: texts('Paths of the files that were written, or would be.'),
    added: z
      .strictObject({
        families: texts('Names of new families.'),
        metrics: texts('Names of the metrics.'),
        recordingRules: texts('Names of the series that are recorded.'),
        alerts: texts('Names of the alerts.'),
        plans: texts('Slugs of the plans that are new or show more.'),
      })
      .describe('What was added, or would be.'),
    known: number('Metrics among those found that the spec had already.'),
    panels: number('Panels of imported dashboards.'),
    patched: number('Panels among them that need a merge patch.'),
  });

/** The reports of all commands that have `--json`; made when asked for, since most runs need none. */
export function reportShapes(): readonly ReportShape[] {
  return [
    shape('generate', 'generate --json', generate()),
    shape('verify', 'verify --json', verify()),
    shape('rules', 'rules --json', rules()),
    shape('rules-check', 'rules --check --json', rulesCheck()),
    shape('inventory', 'inventory --json', inventory()),
    shape('inventory-diff', 'inventory-diff --json', inventoryDiff()),
    shape('lint', 'lint --json', lint(), true),
    shape('coverage', 'coverage --json', coverage(), true),
    shape('check', 'check --json', check(), true),
    shape('export', 'export --json', exported()),
    shape('diff', 'diff --json', liveDiff()),
    shape('push', 'push --json', push()),
    shape('pull', 'pull --json', pull()),
    shape('import', 'import --json', imports()),
    shape('explain', 'explain --json', explained()),
  ];
}

function shape(
  name: string,
  command: string,
  schema: z.ZodType,
  onlyProblems = false,
): ReportShape {
  return { name, command, schema, onlyProblems };
}

/** The schema of everything that the command of a report may print. */
export function printedSchema({ schema, onlyProblems }: ReportShape): z.ZodType {
  return onlyProblems ? z.union([schema, z.strictObject({ problems: problems() })]) : schema;
}
