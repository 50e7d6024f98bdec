import { CommanderError, type Command } from 'commander';
import { EXIT, type ExitStatus } from '@g6/dashboards';
import { addGenerate } from './commands/generate';
import { createProgram, type AddCommand, type Exit } from './create-program';
import { reportFailure } from './report-failure';
import type { Terminal } from './terminal';

/**
 * The commands that run most often, by their names. A command line that starts with one of them needs no other command,
 * and the program need not be loaded for those.
 */
const QUICK_COMMANDS: Readonly<Record<string, () => AddCommand>> = {
  generate: () => addGenerate,
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `generate` needs less than this does
  verify: () => (require('./add-verify') as typeof import('./add-verify')).addVerify,
};

/**
 * Runs one command line and gives the status to exit with; arguments are those of the process. A
 * command that waits for nothing has printed everything when this returns.
 */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status = EXIT.done as ExitStatus | Promise<ExitStatus>;
  const program = programFor(argv, terminal, (result) => {
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

/** A parser with as many commands as a command line needs. */
function programFor([, , name = '']: readonly string[], terminal: Terminal, exit: Exit): Command {
  const add = Object.hasOwn(QUICK_COMMANDS, name) ? QUICK_COMMANDS[name]?.() : undefined;
  if (add !== undefined) return createProgram([add], terminal, exit);
  return everyCommand().createWholeProgram(terminal, exit);
}

/** All commands take a while to load. */
function everyCommand() {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on first need, see above
  return require('./every-command') as typeof import('./every-command');
}
