import {
  ANNOTATION_FORMATS,
  COVERAGE_FORMATS,
  INVENTORY_COLUMNS,
  INVENTORY_FORMATS,
  LINT_FORMATS,
  PREVIEW_PORT,
  REVIEW_FORMATS,
} from '@g6/dashboards';
import { type SettingKey, SETTINGS, settingsWith } from '@g6/settings';
import { executors } from '../../executors.json';
import { CHECK_OPTIONS } from './check/check-options';
import { EXPLAIN_OPTIONS } from './explain/explain-options';
import { EXPORT_OPTIONS } from './export/export-options';
import { DIFF_OPTIONS, PULL_OPTIONS, PUSH_OPTIONS } from './live/live-options';
import { choice, flag, type Property, text } from './option-properties';
import { SERVER_OPTIONS } from './server-properties';
import { otherSettings, settingProperty } from './setting-property';

/** The options of an executor; those that are settings come from their record. */
interface ExecutorOptions {
  readonly title: string;
  readonly settings: readonly SettingKey[];
  /** Whether the option `settings` has the settings that have no option of their own. */
  readonly takesOtherSettings?: boolean;
  readonly options?: Readonly<Record<string, Property>>;
  /** Options that must be given, in addition to the settings with a default that are paths. */
  readonly required?: readonly string[];
  readonly examples?: readonly { readonly command: string; readonly description: string }[];
}

/** Annotations of what is generated or verified. */
const ANNOTATED = {
  format: choice(ANNOTATION_FORMATS, 'Form of what is found, for another program; default text.'),
} as const;

const EVERY = settingsWith('executors', 'every');
const GENERATION: Pick<ExecutorOptions, 'settings' | 'takesOtherSettings'> = {
  settings: EVERY,
  takesOtherSettings: true,
};
const ALL_PLANS = { ...GENERATION, settings: [...EVERY, 'plans'] } as const;
const RULES = {
  settings: [...EVERY.filter((key) => key !== 'output'), 'plans', 'rules'],
  takesOtherSettings: true,
  options: {
    ...ANNOTATED,
    suggest: flag('Record rates and highest series as well that no panel reads yet.'),
  },
} as const;

const SLUG = text("Slug of the dashboard, which is the name of its plan's folder.");

/** The options of every executor; `npm run docs` writes them to its `schema.json`. */
export const EXECUTOR_OPTIONS: Readonly<Record<keyof typeof executors, ExecutorOptions>> = {
  generate: {
    title: 'Generate one dashboard',
    ...GENERATION,
    options: {
      ...ANNOTATED,
      slug: SLUG,
      plan: text('Plan of the dashboard, from the workspace root.'),
    },
    required: ['slug', 'plan'],
  },
  verify: {
    title: 'Verify one dashboard',
    ...GENERATION,
    options: {
      ...ANNOTATED,
      slug: SLUG,
      plan: text(
        'Plan of the dashboard, from the workspace root. Without one, a file of this slug is an orphan.',
      ),
    },
    required: ['slug'],
  },
  'generate-all': {
    title: 'Generate dashboards',
    ...ALL_PLANS,
    options: {
      ...ANNOTATED,
      slug: text(
        'Slugs of the dashboards to write, separated by commas and without blanks, as in --slug=bus_health,governance; default those of all plans.',
      ),
    },
    examples: [
      {
        command: 'nx run dashboards:generate',
        description:
          'Writes every dashboard and the manifest, and removes generated files without a plan',
      },
      {
        command: 'nx run dashboards:generate --slug=bus_health,governance',
        description: 'Writes two dashboards and the manifest',
      },
    ],
  },
  manifest: { title: 'Write the manifest', ...ALL_PLANS, options: ANNOTATED },
  'verify-manifest': { title: 'Verify the manifest', ...ALL_PLANS, options: ANNOTATED },
  slices: {
    title: 'Write what dashboards are made of',
    ...ALL_PLANS,
    options: {
      out: text('Folder of the slices, from the workspace root; a file for each dashboard.'),
    },
    required: ['out'],
  },
  inventory: {
    title: 'List all panels',
    settings: ['output', 'metaKey'],
    options: {
      out: text(
        'File to write, from the workspace root; default inventory.csv in the folder reports next to the generated files.',
      ),
      format: {
        ...choice(
          INVENTORY_FORMATS,
          'Form of the inventory; default by the ending of the file, else csv.',
        ),
      },
      columns: text(
        `Columns, separated by commas: ${INVENTORY_COLUMNS.join(', ')}; default the first five.`,
      ),
      filterSource: text(
        'Only panels of these sources, separated by commas, as in --filterSource=spec,auto_rate.',
      ),
    },
    required: ['out'],
  },
  'inventory-diff': {
    title: 'Compare the panels with a git revision',
    settings: ['output', 'metaKey'],
    options: {
      base: text('Git revision to compare with; default the merge base with the default branch.'),
      jsonOut: text('File to write the difference to as JSON, from the workspace root.'),
      json: flag('Print the difference as JSON, uncut.'),
    },
  },
  lint: {
    title: 'Lint the spec, plans and dashboards',
    ...ALL_PLANS,
    options: {
      strict: flag('Treat warnings as errors.'),
      today: text('Day on which deprecations are judged, YYYY-MM-DD; default the present one.'),
      format: choice(LINT_FORMATS, 'Form of the findings.', 'text'),
      out: text(
        'File to write the findings to in that form, from the workspace root; default none, they are printed.',
      ),
    },
  },
  coverage: {
    title: 'Report what dashboards show',
    ...ALL_PLANS,
    options: {
      format: choice(COVERAGE_FORMATS, 'Form of the report.', 'text'),
      failUnder: {
        type: 'number',
        minimum: 0,
        maximum: 100,
        description:
          'Fail if less than this percentage of the metrics, or of the alerts, is shown.',
      },
      out: text(
        'File to write the report to, from the workspace root; default none, it is printed.',
      ),
    },
  },
  explain: { ...ALL_PLANS, ...EXPLAIN_OPTIONS },
  check: { ...ALL_PLANS, ...CHECK_OPTIONS },
  export: EXPORT_OPTIONS,
  diff: DIFF_OPTIONS,
  push: PUSH_OPTIONS,
  pull: PULL_OPTIONS,
  preview: {
    title: 'Show the dashboards in a browser',
    ...ALL_PLANS,
    options: {
      prometheus: text('URL of the Prometheus to read from; default synthetic data.'),
      ...SERVER_OPTIONS,
      port: {
        type: 'number',
        minimum: 0,
        maximum: 65_535,
        default: PREVIEW_PORT,
        description: 'Port on this machine; 0 for any free one.',
      },
      open: flag('Open the page in the browser.'),
    },
  },
  report: {
    title: 'Report what changed, for a reviewer',
    ...ALL_PLANS,
    options: {
      base: text('Git revision to compare with; default the merge base with the default branch.'),
      out: text(
        'File to write, from the workspace root; default report.md in the folder reports next to the generated files.',
      ),
      format: choice(REVIEW_FORMATS, 'Form; default by the ending of out, else markdown.'),
      images: text(
        'Folder that gets a picture of each changed panel before and after, from the workspace root; default none.',
      ),
    },
    required: ['out'],
  },
  rules: { title: 'Write the rules', ...RULES },
  'verify-rules': { title: 'Verify the rules', ...RULES },
  'name-taken': {
    title: 'Report a taken name',
    settings: [],
    options: {
      name: text('Name that the project should have.'),
      file: text('File that the project comes from, from the workspace root.'),
      owner: text('File of the project that has the name, from the workspace root.'),
      option: choice(
        ['project', 'projectPrefix'],
        'Option of the plugin that gives the project another name.',
      ),
    },
    required: ['name', 'file', 'owner', 'option'],
  },
  'test-rules': { title: 'Test the rules', settings: ['rules'] },
};

/** The `schema.json` of an executor. */
export function executorSchema(name: keyof typeof executors): object {
  const executor = EXECUTOR_OPTIONS[name];
  const { title, settings, takesOtherSettings = false, options = {}, examples } = executor;
  const given = settings.filter(
    (key) => SETTINGS[key].kind === 'path' && SETTINGS[key].default !== undefined,
  );
  return {
    $schema: 'https://json-schema.org/schema',
    version: 2,
    $id: name,
    title,
    description: executors[name].description,
    cli: 'nx',
    type: 'object',
    properties: {
      ...Object.fromEntries(settings.map((key) => [key, settingProperty(SETTINGS[key])])),
      ...options,
      ...(takesOtherSettings ? { settings: otherSettings() } : {}),
    },
    required: [...given, ...(executor.required ?? [])],
    additionalProperties: false,
    ...(examples ? { examples } : {}),
  };
}
