import type { Command } from 'commander';
import {
  configCandidates,
  type ExitStatus,
  hasErrors,
  inputPaths,
  printProblems,
  reloadProfiles,
  watchInputs,
} from '@g6/dashboards';
import { requestOf } from './common-options';
import { reportFailure } from './report-failure';
import { loadConfiguration } from './setting-options';
import { print, shellOf, type Terminal } from './terminal';

/** Adds `--watch`. */
export function addWatchOption(command: Command): Command {
  return command.option('--watch', 'run again after each edit of the inputs, until it is stopped');
}

/**
 * Runs a command, and under `--watch` again after each edit of its configuration, its inputs and of
 * `more`. The status of the last run is the one to exit with.
 */
export function runWatching(
  command: Command,
  terminal: Terminal,
  run: () => ExitStatus,
  more: () => readonly string[] = () => [],
): ExitStatus {
  const status = run();
  const { watch = false, config } = command.opts<{ watch?: boolean; config?: string }>();
  if (!watch) return status;
  watchInputs(
    () => [...configCandidates(config), ...inputPaths(requestOf(command, terminal)), ...more()],
    () => {
      void reloadProfiles()
        .then(() => runAgain(command, terminal, run))
        .catch((error: unknown) => reportFailure(error, terminal))
        .then((again) => terminal.setStatus?.(again));
    },
  );
  return status;
}

function runAgain(command: Command, terminal: Terminal, run: () => ExitStatus): ExitStatus {
  const problems = loadConfiguration(command);
  const status = print(printProblems(problems, shellOf(terminal)), terminal);
  return hasErrors(problems) ? status : run();
}
