import { Argument, type Command } from 'commander';
import { EXIT, type ExitStatus } from '@g6/dashboards';
import { outlineCommands } from '../command-outline';
import { completionScript, type ShellName, SHELLS } from '../completion-scripts';
import type { Terminal } from '../terminal';

/** Adds `completion`: print the script with which a shell completes command lines. */
export function addCompletion(
  program: Command,
  terminal: Terminal,
  exit: (status: ExitStatus) => void,
): void {
  program
    .command('completion')
    .summary('print the script that completes command lines in a shell')
    .description(
      'Prints a script for a shell, which then completes commands, options, choices, files and folders.',
    )
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText('after', EXAMPLES)
    .action((shell: ShellName) => {
      terminal.stdout.write(completionScript(shell, outlineCommands(program)));
      exit(EXIT.done);
    });
}

const EXAMPLES = `
Examples:
  $ source <(g6-dashboards completion bash)
  $ source <(g6-dashboards completion zsh)
  $ g6-dashboards completion fish > ~/.config/fish/completions/g6-dashboards.fish

Exit status: 0 done, 2 another shell.
`;
