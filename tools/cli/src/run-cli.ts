import { Command, CommanderError } from 'commander';
import { EXIT, hasErrors, printProblems, type ExitStatus } from '@g6/dashboards';
import { version } from '../package.json';
import { addCheck } from './commands/check';
import { addCompletion } from './commands/completion';
import { addCoverage } from './commands/coverage';
import { addExplain } from './commands/explain';
import { addExport } from './commands/export';
import { addGenerate } from './commands/generate';
import { addImport } from './commands/import';
import { addInit } from './commands/init';
import { addInventory } from './commands/inventory';
import { addInventoryDiff } from './commands/inventory-diff';
import { addLint } from './commands/lint';
import { addPreview } from './commands/preview';
import { addReport } from './commands/report';
import { addRules } from './commands/rules';
import { addVerify } from './commands/verify';
import { misplacedOutputs } from './common-options';
import { reportFailure } from './report-failure';
import { loadConfiguration } from './setting-options';
import { print, shellOf, type Terminal } from './terminal';

/**
 * Runs one command line and gives the status to exit with; arguments are those of the process. A
 * command that waits for nothing has printed everything when this returns.
 */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status = EXIT.done as ExitStatus | Promise<ExitStatus>;
  const program = createProgram(terminal, (result) => {
    status = result;
  });
  try {
    program.parse(argv);
    return await status;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? EXIT.done : EXIT.unusableInput;
    return reportFailure(error, terminal);
  }
}

/** The parser of the command line; a command that ran hands its status to `exit`. */
export function createProgram(
  terminal: Terminal,
  exit: (status: ExitStatus | Promise<ExitStatus>) => void,
): Command {
  const program = new Command('g6-dashboards')
    .description('Grafana dashboards from a governed Prometheus metrics spec.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(--help shows what there is)')
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .hook('preAction', (_program, command) => {
      configure(command, terminal);
    });
  addGenerate(program, terminal, exit);
  addVerify(program, terminal, exit);
  addRules(program, terminal, exit);
  addInventory(program, terminal, exit);
  addInventoryDiff(program, terminal, exit);
  addLint(program, terminal, exit);
  addCoverage(program, terminal, exit);
  addExplain(program, terminal, exit);
  addCheck(program, terminal, exit);
  addExport(program, terminal, exit);
  addPreview(program, terminal, exit);
  addReport(program, terminal, exit);
  addImport(program, terminal, exit);
  addInit(program, terminal, exit);
  addCompletion(program, terminal, exit);
  return program;
}

/** Ends the command line if its configuration is refused, or a place that it would write to. */
function configure(command: Command, terminal: Terminal): void {
  const loaded = loadConfiguration(command);
  const misplaced = hasErrors(loaded) ? [] : misplacedOutputs(command, terminal);
  const problems = [...loaded, ...misplaced];
  print(printProblems(problems, shellOf(terminal)), terminal);
  if (hasErrors(problems)) throw new CommanderError(EXIT.unusableInput, 'g6.config', '');
}
