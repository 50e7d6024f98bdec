/** The page on the library: what people do with it, in examples that run, and its declarations. */
import { execFileSync } from 'node:child_process';
import { at, read, require } from './sources.mjs';
import { declarationOf } from './declarations.mjs';
import { code, fenced, madeFrom, page } from './markdown.mjs';

const EXAMPLES = 'docs/reference/api';
/** Examples run where the spec and the plans of the reference are. */
const WORKSPACE = 'docs/reference/example';
const RUN = 'libs/engine/src/run';

/** What profiles are written with. */
const PROFILES = [
  ['libs/generation/src/profiles/profile.ts', 'Profile'],
  ['libs/generation/src/panel-source.ts', 'MetricPanelSource'],
  ['libs/generation/src/panel-source.ts', 'DashboardPanelSource'],
  ['libs/generation/src/panel-source.ts', 'SourceContext'],
  ['libs/generation/src/panel-draft.ts', 'PanelDraft'],
  ['libs/generation/src/panel-draft.ts', 'PanelQuery'],
];

/** Tasks, each with an example, and the functions and types that it takes. */
const TASKS = [
  {
    title: 'Generate in memory',
    text: 'No file is read or written: the texts may come from an editor, a database or a test.',
    example: 'generate-in-memory',
    declarations: [
      [`${RUN}/in-memory.ts`, 'generateInMemory'],
      [`${RUN}/in-memory.ts`, 'InMemoryRequest'],
      [`${RUN}/in-memory.ts`, 'InMemoryDashboards'],
      [`${RUN}/in-memory.ts`, 'InMemoryDashboard'],
      [`${RUN}/in-memory.ts`, 'rulesInMemory'],
      [`${RUN}/in-memory.ts`, 'InMemoryRules'],
    ],
  },
  {
    title: 'List panels',
    text: 'A row for each panel, the same as in an [inventory](cli.md#inventory).',
    example: 'list-panels',
    declarations: [
      [`${RUN}/in-memory.ts`, 'listPanelsInMemory'],
      [`${RUN}/in-memory.ts`, 'InMemoryPanels'],
      ['libs/inventory/src/inventory-rows.ts', 'InventoryRow'],
    ],
  },
  {
    title: 'Lint in an editor',
    text: 'Problems and findings have places. The [JSON Schemas](spec.md) complete keys and values beside that.',
    example: 'lint-in-an-editor',
    declarations: [
      [`${RUN}/in-memory.ts`, 'lintInMemory'],
      [`${RUN}/lint-run.ts`, 'LintReport'],
      ['libs/problems/src/problem.ts', 'Problem'],
    ],
  },
  {
    title: 'Generate and verify files',
    text: 'Each command is a function that takes a request and returns a report; the requests have the words of the command line.',
    example: 'verify-files',
    declarations: [
      [`${RUN}/run-request.ts`, 'runRequest'],
      [`${RUN}/run-request.ts`, 'RunRequest'],
      [`${RUN}/generate-run.ts`, 'generateRun'],
      [`${RUN}/generate-request.ts`, 'GenerateRequest'],
      [`${RUN}/generate-request.ts`, 'GenerateReport'],
      [`${RUN}/verify-run.ts`, 'verifyRun'],
      [`${RUN}/verify-request.ts`, 'VerifyRequest'],
      [`${RUN}/verify-request.ts`, 'VerifyReport'],
    ],
  },
  {
    title: 'Export for Kubernetes, Git Sync or Terraform',
    text: 'The forms are those of [delivery](../delivery.md).',
    example: 'export-to-kubernetes',
    declarations: [
      [`${RUN}/export-run.ts`, 'exportFiles'],
      ['libs/delivery/src/export-options.ts', 'ExportSettings'],
      ['libs/delivery/src/export-content.ts', 'ExportedFile'],
    ],
  },
];

/** The text of the page. */
export function apiPage() {
  return page(
    madeFrom('libs/engine/src', EXAMPLES),
    '# Library',
    `${code('@g6/dashboards')} is the command line as a library, for CommonJS and ES modules. Invalid input is data and not an exception: every report has ${code('problems')}, and nothing is made or written while there is an error among them. The examples run in the [example of the reference](example/spec/base.yml), and their output is what they print.`,
    ...TASKS.flatMap(taskSection),
    '## Add a panel source',
    'A profile is an ordered list of panel sources, and a module of a workspace may add its own: [Profiles](../profiles.md#write-your-own-profile) has an example. `STANDARD_PROFILE` and `CLASSIC_PROFILE` are the built-in ones.',
    ...declared(PROFILES),
    '## Everything else',
    `The package has declarations and docstrings of all that it exports. The functions of the other commands are ${code(otherRuns().join('`, `'))}.`,
  );
}

function taskSection({ title, text, example, declarations }) {
  const file = `${EXAMPLES}/${example}.mjs`;
  return [
    `## ${title}`,
    text,
    fenced('js', read(file)),
    fenced('text', outputOf(file)),
    ...declared(declarations),
  ];
}

/** What an example prints; what it says of its own difference is part of it. */
function outputOf(file) {
  const options = { cwd: at(WORKSPACE), encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } };
  try {
    const output = execFileSync(process.execPath, [at(file)], options);
    if (output === '') throw new Error(`${file} prints nothing`);
    return output;
  } catch (error) {
    if (typeof error.status !== 'number' || error.stderr) throw error;
    return `${error.stdout}exit status ${error.status}`;
  }
}

function otherRuns() {
  const shown = new Set(TASKS.flatMap(({ declarations }) => declarations.map(([, name]) => name)));
  const library = require('@g6/dashboards');
  return Object.keys(library)
    .filter((name) => name.endsWith('Run') && !shown.has(name))
    .sort();
}

/** Declarations, each with its comment below its name. */
function declared(declarations) {
  return declarations.flatMap(([path, name]) => {
    const { comment, text: declaration } = declarationOf(path, name);
    return [`### ${name}`, comment, fenced('ts', declaration)];
  });
}
