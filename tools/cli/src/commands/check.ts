import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  CHECK_FORMATS,
  type CheckFormat,
  type ExitStatus,
  printCheck,
  type PrometheusOptions,
  readHeader,
  secondsOf,
} from '@g6/dashboards';
import { addCommonOptions, requestOf, type CommonOptions } from '../common-options';
import { parsePath, reportFile } from '../option-values';
import { print, progressLine, shellOf, type Terminal } from '../terminal';
import { addTokenOption } from '../token-option';

/** The options that name secrets. */
type Secrets = Pick<
  PrometheusOptions,
  'tokenEnv' | 'tokenFile' | 'user' | 'passwordEnv' | 'passwordFile' | 'cert' | 'key' | 'ca'
>;

interface CheckOptions extends CommonOptions, Secrets {
  readonly prometheus: string;
  readonly lookback: number;
  readonly scrapeInterval: number;
  readonly header?: readonly (readonly [string, string])[];
  readonly timeout: number;
  readonly concurrency: number;
  readonly maxRequests: number;
  readonly resume?: string;
  readonly strict?: boolean;
  readonly format: CheckFormat;
  readonly out?: string;
}

/** Adds `check`: compare dashboards and spec with what a Prometheus has. */
export function addCheck(
  program: Command,
  terminal: Terminal,
  exit: (status: Promise<ExitStatus>) => void,
): void {
  const command = program
    .command('check')
    .summary('find panels without data, and where the spec is not true, on a live Prometheus')
    .description(
      'Sends every query of the dashboards to a Prometheus, as Grafana would, and says of each panel ' +
        'without data why. Compares the metrics of the spec with those that are exposed. Only reads.',
    );
  addCommonOptions(command)
    .addOption(
      new Option(
        '--prometheus <url>',
        'address of Prometheus, with its path prefix',
      ).makeOptionMandatory(),
    )
    .addOption(durationOption('--lookback', 'how far back metrics are looked for', '7d'))
    .addOption(durationOption('--scrape-interval', 'time between two samples', '15s'));
  addServerOptions(command);
  command
    .option('--resume <file>', 'keep answers here until the end; go on from them', parsePath)
    .option('--strict', 'take warnings for errors')
    .addOption(
      new Option('--format <format>', 'form of the findings')
        .choices(CHECK_FORMATS)
        .default('text'),
    )
    .option('--out <file>', 'write to this file; default and - are standard output', parsePath)
    .addHelpText('after', EXAMPLES)
    .action((options: CheckOptions) => {
      exit(check(options, command, terminal));
    });
}

/** Adds the options that say how to reach a server, and how much to ask of it. */
function addServerOptions(command: Command): void {
  addTokenOption(command)
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
    .addOption(durationOption('--timeout', 'time for each answer', '30s'))
    .option('--concurrency <number>', 'most requests at a time', parseCount, 4)
    .option('--max-requests <number>', 'most requests in all', parseCount, 50_000);
}

const EXAMPLES = `
HTTPS_PROXY, HTTP_PROXY and NO_PROXY name proxies.

Examples:
  $ g6-dashboards check --prometheus http://localhost:9090
  $ g6-dashboards check --prometheus https://mimir.example/prometheus --header "X-Scope-OrgID: shop"
  $ g6-dashboards check --prometheus https://prometheus.example --token-env PROM_TOKEN \\
      --format markdown --out findings.md

Exit status: 0 no errors among the findings, 10 errors (with --strict, any finding),
2 unusable input or server, 3 unknown family, 4 duplicate slug, 5 unknown slug.
`;

async function check(
  options: CheckOptions,
  command: Command,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { update, finish } = progressLine(terminal, 'asking');
  const { lookback, scrapeInterval, resume, strict = false, format, out } = options;
  const printout = await printCheck(
    {
      ...requestOf(command, terminal),
      prometheus: serverOf(options, terminal),
      now: terminal.now(),
      lookback,
      scrapeInterval,
      resume,
      strict,
      onProgress: update,
    },
    { format, out: reportFile(out) },
    shellOf(terminal, options),
  );
  finish();
  return print(printout, terminal);
}

/** The server, with the names of its secrets; the engine reads them. */
function serverOf(options: CheckOptions, { env }: Terminal): PrometheusOptions {
  const { prometheus, header, timeout, concurrency, maxRequests, ...secrets } = options;
  return {
    ...pickSecrets(secrets),
    url: prometheus,
    headers: header,
    env,
    timeLimit: timeout * 1000,
    concurrency,
    mostRequests: maxRequests,
  };
}

function pickSecrets(options: Secrets): Secrets {
  const { tokenEnv, tokenFile, user, passwordEnv, passwordFile, cert, key, ca } = options;
  return { tokenEnv, tokenFile, user, passwordEnv, passwordFile, cert, key, ca };
}

function durationOption(name: string, description: string, usual: string): Option {
  const option = new Option(`${name} <duration>`, description);
  return option.argParser(parseDuration).default(secondsOf(usual), usual);
}

function pathOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(parsePath);
}

function parseDuration(text: string): number {
  const seconds = /^[0-9]{1,6}[smhdwy]$/.test(text) ? secondsOf(text) : undefined;
  if (seconds !== undefined && seconds > 0) return seconds;
  throw new InvalidArgumentError('It is not a duration; write for example 30s, 5m or 7d.');
}

function parseCount(text: string): number {
  const number = Number(text);
  if (/^[0-9]{1,7}$/.test(text) && number > 0) return number;
  throw new InvalidArgumentError('It is not a number above 0.');
}

function collectHeader(
  value: string,
  before: readonly (readonly [string, string])[] = [],
): (readonly [string, string])[] {
  const header = readHeader(value);
  if (!header) throw new InvalidArgumentError('Write a header as "Name: value".');
  return [...before, header];
}
