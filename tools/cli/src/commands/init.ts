import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import {
  EXIT,
  type ExitStatus,
  newPlan,
  printGenerate,
  printImport,
  printRules,
  readEnvironment,
  readImportWorkspace,
  ruleOptions,
  SAMPLE_SLUG,
  SAMPLE_SPEC,
  sourceForm,
  writeReport,
} from '@g6/dashboards';
import { requestOf } from '../common-options';
import { configOf, addSettingOptions } from '../setting-options';
import { type AskedReport, print, shellOf, type Terminal } from '../terminal';
import { addTokenOption, tokenOf } from '../token-option';

interface InitOptions extends AskedReport {
  readonly from?: readonly string[];
  readonly yes?: boolean;
}

/** What stands for a sample instead of something that exists. */
const NOTHING = 'none';

/** Adds `init`: a spec, plans, dashboards and rules to begin with. */
export function addInit(
  program: Command,
  terminal: Terminal,
  exit: (status: ExitStatus | Promise<ExitStatus>) => void,
): void {
  const command = program
    .command('init')
    .summary('begin: a spec, plans, dashboards and rules from what there is')
    .description(
      'Imports what --from names, or writes a sample, and generates the dashboards and rules. ' +
        'What is there already stays as it is.',
    );
  addSettingOptions(command).option(
    '--from <sources...>',
    'URL of a metrics endpoint or of Prometheus, files, folders of dashboards, or none (default: asks)',
  );
  addTokenOption(command)
    .option('--yes', 'ask nothing; without --from, write a sample')
    .addHelpText('after', EXAMPLES)
    .action((options: InitOptions) => {
      exit(init(options, command, terminal));
    });
}

const EXAMPLES = `
Examples:
  $ g6-dashboards init --from http://localhost:9100/metrics
  $ g6-dashboards init --from http://localhost:9090
  $ g6-dashboards init --from grafana/ --yes
  $ g6-dashboards init --yes

Exit status: 0 done, 2 unusable input.
`;

async function init(
  options: InitOptions,
  command: Command,
  terminal: Terminal,
): Promise<ExitStatus> {
  const sources = (options.from ?? (await ask(options, terminal))).filter(
    (source) => source !== NOTHING,
  );
  const status =
    sources.length > 0
      ? await importAll(sources, command, terminal)
      : writeSample(command, terminal);
  return status === EXIT.done ? generateAll(command, terminal) : status;
}

/** Asks on a terminal only; an empty answer means a sample. */
async function ask({ yes }: InitOptions, { stdout }: Terminal): Promise<readonly string[]> {
  if (yes === true || stdout.isTTY !== true || !process.stdin.isTTY) return [];
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await lines.question(
      'Where are your metrics? A URL of an endpoint or of Prometheus, files, or nothing for a sample: ',
    );
    return answer.split(/\s+/).filter((source) => source !== '');
  } finally {
    lines.close();
  }
}

async function importAll(
  sources: readonly string[],
  command: Command,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { spec, plans } = configOf(command);
  const token = tokenOf(command, terminal);
  for (const source of sources) {
    const form = await sourceForm(source, { token });
    const now = terminal.now();
    const request = { form, sources: [source], spec, plans, fetch: { token }, now };
    const status = print(await printImport(request, shellOf(terminal)), terminal);
    if (status !== EXIT.done) return status;
  }
  return EXIT.done;
}

/** Writes the sample spec and its plan, unless there is a spec. */
function writeSample(command: Command, terminal: Terminal): ExitStatus {
  const { spec, plans } = configOf(command);
  const { workspace } = readImportWorkspace(spec, plans);
  if (workspace.spec.length > 0) return EXIT.done;
  const path = workspace.target.spec.isFolder ? `${spec}/base.yml` : spec;
  const plan = newPlan(
    { slug: SAMPLE_SLUG, families: ['http', 'jobs'] },
    {
      path: `${plans}/${SAMPLE_SLUG}/plan.yaml`,
      spec: [{ path, text: SAMPLE_SPEC }],
      plans: workspace.plans,
    },
  );
  const texts = [
    { path, text: SAMPLE_SPEC },
    { path: `${plans}/${SAMPLE_SLUG}/plan.yaml`, text: plan.text ?? '' },
  ];
  for (const file of texts.filter(({ text }) => text !== '')) {
    writeReport(file.path, file.text);
    terminal.stdout.write(`${file.path}: written\n`);
  }
  return EXIT.done;
}

function generateAll(command: Command, terminal: Terminal): ExitStatus {
  const config = configOf(command);
  const request = requestOf(command, terminal);
  const { sourceDateEpoch } = readEnvironment(terminal.env);
  const now = sourceDateEpoch ?? terminal.now();
  const shell = shellOf(terminal);
  const generated = print(
    printGenerate({ ...request, scope: 'all', now, dryRun: false }, shell),
    terminal,
  );
  if (generated !== EXIT.done) return generated;
  const rules = { folder: config.rules, rules: ruleOptions(config, false), dryRun: false };
  const status = print(printRules({ ...request, ...rules }, shell), terminal);
  terminal.stderr.write(
    `next: edit ${config.spec}, run g6-dashboards lint, and give ${config.output} to Grafana\n`,
  );
  return status;
}
