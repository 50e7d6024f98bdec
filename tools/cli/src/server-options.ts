import { InvalidArgumentError, Option, type Command } from 'commander';
import { readHeader, secondsOf, type ServerOptions } from '@g6/dashboards';
import { parsePath } from './option-values';
import type { Terminal } from './terminal';

/** The options that name secrets. */
type Secrets = Pick<
  ServerOptions,
  'tokenEnv' | 'tokenFile' | 'user' | 'passwordEnv' | 'passwordFile' | 'cert' | 'key' | 'ca'
>;

/** The options that say how a server is reached, as they are parsed. */
export interface ServerFlags extends Secrets {
  readonly header?: readonly (readonly [string, string])[];
  /** In seconds. */
  readonly timeout: number;
}

/** The variables for proxies, for the help of commands that send requests. */
export const PROXIES = 'HTTPS_PROXY, HTTP_PROXY and NO_PROXY name proxies.';

/** Adds the options that say how a server is reached. */
export function addServerOptions(command: Command): Command {
  return command
    .option('--token-env <name>', 'environment variable that holds a bearer token for requests')
    .addOption(
      pathOption('--token-file <file>', 'file that holds a bearer token').conflicts('tokenEnv'),
    )
    .option('--user <name>', 'user of basic auth')
    .option('--password-env <name>', 'environment variable that holds the password')
    .addOption(
      pathOption('--password-file <file>', 'file that holds the password').conflicts('passwordEnv'),
    )
    .option('--header <header>', 'header "Name: value" of requests; repeatable', collectHeader)
    .addOption(pathOption('--cert <file>', 'client certificate, PEM'))
    .addOption(pathOption('--key <file>', 'key of the client certificate, PEM'))
    .addOption(pathOption('--ca <file>', 'further certificate authority to trust, PEM'))
    .addOption(durationOption('--timeout', 'time for each answer', '30s'));
}

/** The way to a server, with the names of its secrets; the engine reads them. */
export function serverOf(options: ServerFlags, { env }: Terminal) {
  const { tokenEnv, tokenFile, user, passwordEnv, passwordFile, cert, key, ca } = options;
  return {
    ...{ tokenEnv, tokenFile, user, passwordEnv, passwordFile, cert, key, ca, env },
    headers: options.header,
    timeLimit: options.timeout * 1000,
  };
}

/** An option that takes a duration and gives its seconds. */
export function durationOption(name: string, description: string, usual: string): Option {
  const option = new Option(`${name} <duration>`, description);
  return option.argParser(parseDuration).default(secondsOf(usual), usual);
}

/** An option that takes the path of a file. */
export function pathOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(parsePath);
}

function parseDuration(text: string): number {
  const seconds = /^[0-9]{1,6}[smhdwy]$/.test(text) ? secondsOf(text) : undefined;
  if (seconds !== undefined && seconds > 0) return seconds;
  throw new InvalidArgumentError('It is not a duration; write for example 30s, 5m or 7d.');
}

function collectHeader(
  value: string,
  before: readonly (readonly [string, string])[] = [],
): (readonly [string, string])[] {
  const header = readHeader(value);
  if (!header) throw new InvalidArgumentError('Write a header as "Name: value".');
  return [...before, header];
}
