import { Option, type Command } from 'commander';
import { printRules, printRulesCheck, ruleOptions, type ExitStatus } from '@g6/dashboards';
import { addWholeOptions, addFormatOption, requestOf, type CommonOptions } from '../common-options';
import { configOf } from '../setting-options';
import { print, shellOf, type Terminal } from '../terminal';

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
  addFormatOption(addWholeOptions(command))
    .option('--check', 'compare with what is on disk, and write nothing')
    .addOption(new Option('--dry-run', 'say what would be written').conflicts('check'))
    .option('--suggest', 'record rates and highest series as well that no panel reads yet')
    .addHelpText('after', EXAMPLES)
    .action((options: RulesOptions) => {
      exit(rules(options, command, terminal));
    });
}

const EXAMPLES = `
Tokens of --check:
  missing:<file>[:<rule>]   the file, or a rule in it, is not there
  changed:<file>:<rule>     the rule, or the test, differs
  extra:<file>:<rule>       nothing asks for the rule
  unreadable:<file>         the file is not YAML
  edited:<file>             something else was changed by hand

Examples:
  $ g6-dashboards rules
  $ g6-dashboards rules --check
  $ g6-dashboards rules --suggest --interval 1m --output /etc/prometheus/rules

Exit status: 0 done, 8 the rule files drifted, 2 unusable input, 3 unknown family, 4 duplicate slug.
`;

function rules(options: RulesOptions, command: Command, terminal: Terminal): ExitStatus {
  const config = configOf(command);
  const request = {
    ...requestOf(command, terminal),
    folder: config.rules,
    rules: ruleOptions(config, options.suggest === true),
  };
  const shell = shellOf(terminal, options);
  const printout =
    options.check === true
      ? printRulesCheck(request, shell)
      : printRules({ ...request, dryRun: options.dryRun === true }, shell);
  return print(printout, terminal);
}
