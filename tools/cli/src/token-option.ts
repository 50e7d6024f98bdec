import type { Command } from 'commander';
import type { Terminal } from './terminal';

/** Adds `--token-env`, for a command that sends requests. */
export function addTokenOption(command: Command): Command {
  return command.option(
    '--token-env <name>',
    'environment variable that holds a bearer token for requests',
  );
}

/** The bearer token that a command line names; ends the command if its variable is not set. */
export function tokenOf(command: Command, { env }: Terminal): string | undefined {
  const { tokenEnv } = command.opts<{ readonly tokenEnv?: string }>();
  if (tokenEnv === undefined) return undefined;
  const token = env[tokenEnv] ?? '';
  if (token === '') {
    const message = `error: option '--token-env': the environment variable ${tokenEnv} is not set`;
    command.error(message);
  }
  return token;
}
