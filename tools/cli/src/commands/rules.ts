import { Option, type Command } from 'commander';
import {
  checkRulesRun,
  EXIT,
  hasErrors,
  ruleDriftToken,
  ruleOptions,
  rulesRun,
  statusOf,
  type ExitStatus,
  type RulesCheckReport,
  type RulesReport,
  type RulesRequest,
} from '@g6/dashboards';
import { addCommonOptions, requestOf, type CommonOptions } from '../common-options';
import { printProblems } from '../print-problems';
import { configOf } from '../setting-options';
import type { Terminal } from '../terminal';

interface RulesOptions extends CommonOptions {
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly suggest?: boolean;
}

/** Adds `rules`: write the rules that dashboards and alerts need. */
export function addRules(
  program: Command,
  terminal: Terminal,
  exit: (status: ExitStatus) => void,
): void {
  const command = program
    .command('rules')
    .summary('write the recording rules, the alerting rules and their tests')
    .description(
      'Writes recording.yml, alerts.yml and tests.yml: a rule for every recorded series that a ' +
        'panel or an alert can read, every alert of the spec, and promtool tests of both.',
    );
  addCommonOptions(command)
    .option('--check', 'compare with what is on disk, and write nothing')
    .addOption(new Option('--dry-run', 'say what would be written').conflicts('check'))
    .option('--suggest', 'record rates and highest series as well that no panel reads yet')
    .addHelpText('after', EXAMPLES)
    .action((options: RulesOptions) => {
      if (options.only)
        command.error("error: rules are those of the whole spec; leave '--only' out");
      exit((options.check === true ? check : write)(options, command, terminal));
    });
}

const EXAMPLES = `
Tokens of --check:
  missing:<file>[:<rule>]   the file, or a rule in it, is not there
  changed:<file>:<rule>     the rule, or the test, differs
  extra:<file>:<rule>       nothing asks for the rule
  unreadable:<file>         the file is no YAML
  edited:<file>             something else was changed by hand

Examples:
  $ g6-dashboards rules
  $ g6-dashboards rules --check
  $ g6-dashboards rules --suggest --interval 1m --output /etc/prometheus/rules

Exit status: 0 done, 8 the rule files drifted, 2 unusable input, 3 unknown family, 4 duplicate slug.
`;

function rulesRequest(
  { suggest }: RulesOptions,
  command: Command,
  terminal: Terminal,
): RulesRequest {
  const config = configOf(command);
  return {
    ...requestOf(command, terminal),
    folder: config.rules,
    rules: ruleOptions(config, suggest === true),
  };
}

function write(options: RulesOptions, command: Command, terminal: Terminal): ExitStatus {
  const dryRun = options.dryRun === true;
  const report = rulesRun({ ...rulesRequest(options, command, terminal), dryRun });
  if (options.json === true) printJson({ dryRun, ...report }, terminal);
  else {
    printProblems(report.problems, terminal);
    if (!hasErrors(report.problems)) printReport(report, dryRun, terminal);
  }
  return statusOf(report.problems);
}

function printReport(report: RulesReport, dryRun: boolean, { stdout, stderr }: Terminal): void {
  const { recorded, alerts, untested, written, unchanged } = report;
  for (const { alert, reason } of untested) {
    stderr.write(`${alert}: no test could be derived, ${reason}\n`);
  }
  const would = dryRun ? 'would be ' : '';
  for (const name of written) stdout.write(`${name}: ${would}written\n`);
  const counts = `${written.length} files ${would}written, ${unchanged.length} unchanged`;
  stdout.write(`${recorded} recording rules, ${alerts} alerts: ${counts}\n`);
}

function check(options: RulesOptions, command: Command, terminal: Terminal): ExitStatus {
  const report = checkRulesRun(rulesRequest(options, command, terminal));
  const failed = hasErrors(report.problems);
  const tokens = report.drifts.map(ruleDriftToken);
  if (options.json === true) printJson({ ...report, tokens }, terminal);
  else {
    printProblems(report.problems, terminal);
    if (!failed) printTokens(report, tokens, terminal);
  }
  if (failed) return statusOf(report.problems);
  return tokens.length > 0 ? EXIT.ruleDrift : EXIT.done;
}

function printTokens(
  { recorded, alerts }: RulesCheckReport,
  tokens: readonly string[],
  { stdout, stderr }: Terminal,
): void {
  for (const token of tokens) stdout.write(`${token}\n`);
  const count = `${recorded} recording rules and ${alerts} alerts verified`;
  if (tokens.length === 0) stdout.write(`${count}, no drift\n`);
  else stderr.write(`${count}, drift found; run rules again, or take back the edit\n`);
}

function printJson(report: object, { stdout }: Terminal): void {
  stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}
