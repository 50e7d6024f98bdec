import { createInterface } from 'node:readline/promises';
import { type Command, Option } from 'commander';
import {
  CI_SYSTEMS,
  type CiSystem,
  type ExitStatus,
  FIRST_SETTINGS,
  hasConfig,
  NO_SOURCE,
  printInit,
  readEnvironment,
  readImportWorkspace,
  SOURCES_QUESTION,
} from '@g6/dashboards';
import { requestOf } from '../common-options';
import { configOf, addSettingOptions, givenPaths } from '../setting-options';
import { type AskedReport, print, shellOf, type Terminal } from '../terminal';
import { addServerOptions, PROXIES, type ServerFlags, serverOf } from '../server-options';

interface InitOptions extends AskedReport, ServerFlags {
  readonly from?: readonly string[];
  readonly yes?: boolean;
  readonly ci: CiSystem;
  readonly report?: boolean;
  readonly check?: boolean;
  readonly hooks?: boolean;
}

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
    'URLs of metrics endpoints or of Prometheus, files, folders, or none (default: asks)',
  );
  addServerOptions(command)
    .option('--yes', 'ask nothing; without --from, write a sample')
    .addOption(
      new Option('--ci <system>', 'write a pipeline that verifies the dashboards')
        .choices(CI_SYSTEMS)
        .default('none'),
    )
    .option('--report', 'write a GitHub workflow that posts what changed on pull requests')
    .option('--check', 'write a GitHub workflow that checks the dashboards every morning')
    .option('--hooks', 'write a git hook that verifies before a commit')
    .addHelpText('after', EXAMPLES)
    .action((options: InitOptions) => {
      exit(init(options, command, terminal));
    });
}

const EXAMPLES = `
${PROXIES}

Examples:
  $ g6-dashboards init --from http://localhost:9100/metrics
  $ g6-dashboards init --from http://localhost:9090
  $ g6-dashboards init --from metrics.txt alerts.yml grafana/ --yes
  $ g6-dashboards init --yes
  $ g6-dashboards init --yes --ci github --report --check --hooks

Exit status: 0 done, 2 unusable input.
`;

async function init(
  options: InitOptions,
  command: Command,
  terminal: Terminal,
): Promise<ExitStatus> {
  const config = configOf(command);
  const { workspace } = readImportWorkspace(config.spec, config.plans);
  const mayAsk = options.yes !== true && workspace.spec.length === 0;
  const sources = options.from ?? (mayAsk ? await ask(terminal) : []);
  const now = terminal.now();
  const configures =
    workspace.spec.length === 0 && command.getOptionValue('config') === undefined && !hasConfig();
  const run = requestOf(command, terminal);
  const first = { ...run, options: { ...run.options, ...FIRST_SETTINGS } };
  const request = {
    sources: sources.filter((source) => source !== NO_SOURCE),
    fetch: serverOf(options, terminal),
    ...{ config, run: configures ? first : run, configures, askedAt: now },
    now: readEnvironment(terminal.env).sourceDateEpoch ?? now,
    pipelines: {
      ci: options.ci,
      report: options.report === true,
      check: options.check === true,
      hooks: options.hooks === true,
      options: givenPaths(command),
    },
    lintCommand: 'g6-dashboards lint',
  };
  return print(await printInit(request, shellOf(terminal)), terminal);
}

/** Asks on a terminal only; an empty answer means a sample. */
async function ask({ stdout }: Terminal): Promise<readonly string[]> {
  if (stdout.isTTY !== true || !process.stdin.isTTY) return [];
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await lines.question(`${SOURCES_QUESTION} `);
    return answer.split(/\s+/).filter((source) => source !== '');
  } finally {
    lines.close();
  }
}
