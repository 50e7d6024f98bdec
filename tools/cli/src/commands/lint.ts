import { Option, type Command } from 'commander';
import { LINT_FORMATS, printLint, type ExitStatus, type LintFormat } from '@g6/dashboards';
import { addCommonOptions, requestOf, type CommonOptions } from '../common-options';
import { addDirOption, dashboardsFrom } from '../dashboards-source';
import { parseDay, parsePath, reportFile } from '../option-values';
import { print, shellOf, type Terminal } from '../terminal';

interface LintOptions extends CommonOptions {
  readonly strict?: boolean;
  readonly format: LintFormat;
  readonly out?: string;
  readonly dir?: string;
  readonly today?: string;
}

/** Adds `lint`: find what is valid, and still wrong. */
export function addLint(
  program: Command,
  terminal: Terminal,
  exit: (status: ExitStatus) => void,
): void {
  const command = program
    .command('lint')
    .summary('find what is valid in a spec, its plans and dashboards, and still wrong')
    .description(
      'Checks the spec, the plans and the dashboards: the generated files if there are any, or ' +
        'else, and where a spec or plans are named, what they would generate.',
    );
  addDirOption(addCommonOptions(command))
    .option('--strict', 'take warnings for errors')
    .option('--today <day>', 'judge deprecations as of this day; default the present one', parseDay)
    .addOption(
      new Option('--format <format>', 'form of the findings').choices(LINT_FORMATS).default('text'),
    )
    .option('--out <file>', 'write to this file; default and - are standard output', parsePath)
    .addHelpText('after', EXAMPLES)
    .action((options: LintOptions) => {
      exit(lint(options, command, terminal));
    });
}

const EXAMPLES = `
Except a thing from a lint beside it, in the spec or the plan, and say why:
  x-lint-ignore: [counter-suffix: the exporter of the vendor names it so]

Examples:
  $ g6-dashboards lint --strict
  $ g6-dashboards lint --format sarif --out lint.sarif
  $ g6-dashboards lint --spec metrics/ --plans plans

Exit status: 0 no errors among the findings, 9 errors (with --strict, any finding),
2 unusable input, 3 unknown family, 4 duplicate slug, 5 unknown slug.
`;

/** The day of the clock, in UTC. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function lint(options: LintOptions, command: Command, terminal: Terminal): ExitStatus {
  const request = requestOf(command, terminal);
  const printout = printLint(
    {
      ...request,
      output: options.dir ?? request.output,
      from: dashboardsFrom(command),
      strict: options.strict === true,
      today: options.today ?? today(),
    },
    { format: options.format, out: reportFile(options.out) },
    shellOf(terminal, options),
  );
  return print(printout, terminal);
}
