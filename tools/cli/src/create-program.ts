import { Command, CommanderError } from 'commander';
import { EXIT, type ExitStatus, hasErrors, printProblems, runSize } from '@g6/dashboards';
import { version } from '../package.json';
import { misplacedOutputs, requestOf } from './common-options';
import { refuseMissingOptions } from './option-values';
import { loadConfiguration } from './setting-options';
import { print, shellOf, type Terminal } from './terminal';

/** Takes the status of a command that ran. */
export type Exit = (status: ExitStatus | Promise<ExitStatus>) => void;

/** Adds a command to the parser of the command line. */
export type AddCommand = (program: Command, terminal: Terminal, exit: Exit) => void;

/** The parser of command lines with some commands; a command that ran hands its status to `exit`. */
export function createProgram(
  commands: readonly AddCommand[],
  terminal: Terminal,
  exit: Exit,
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
      refuseMissingOptions(command);
      configure(command, terminal);
    });
  for (const add of commands) add(program, terminal, exit);
  return program;
}

/** Ends the command line if its configuration is refused, or a place that it would write to. */
function configure(command: Command, terminal: Terminal): void {
  const loaded = loadConfiguration(command);
  const misplaced = hasErrors(loaded) ? [] : misplacedOutputs(command, terminal);
  const problems = [...loaded, ...misplaced];
  print(printProblems(problems, shellOf(terminal)), terminal);
  if (hasErrors(problems)) throw new CommanderError(EXIT.unusableInput, 'g6.config', '');
  terminal.prepareFor?.(runSize(requestOf(command, terminal).plans));
}
