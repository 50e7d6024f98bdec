import { InvalidArgumentError, Option, type Command } from 'commander';
import { CHECK_FORMATS, type CheckFormat, type ExitStatus, printCheck } from '@g6/dashboards';
import { addCommonOptions, requestOf, type CommonOptions } from '../common-options';
import { parsePath, reportFile, RequiredOption } from '../option-values';
import { print, progressLine, shellOf, type Terminal } from '../terminal';
import {
  addServerOptions,
  durationOption,
  PROXIES,
  type ServerFlags,
  serverOf,
} from '../server-options';

interface CheckOptions extends CommonOptions, ServerFlags {
  readonly prometheus: string;
  readonly lookback: number;
  readonly scrapeInterval: number;
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
      new RequiredOption('--prometheus <url>', 'address of Prometheus, with its path prefix'),
    )
    .addOption(durationOption('--lookback', 'how far back metrics are looked for', '7d'))
    .addOption(durationOption('--scrape-interval', 'time between two samples', '15s'));
  addServerOptions(command)
    .option('--concurrency <number>', 'most requests at a time', parseCount, 4)
    .option('--max-requests <number>', 'most requests in all', parseCount, 50_000)
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

const EXAMPLES = `
${PROXIES}

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
  const { prometheus: url, concurrency, maxRequests: mostRequests } = options;
  const printout = await printCheck(
    {
      ...requestOf(command, terminal),
      prometheus: { ...serverOf(options, terminal), url, concurrency, mostRequests },
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

function parseCount(text: string): number {
  const number = Number(text);
  if (/^[0-9]{1,7}$/.test(text) && number > 0) return number;
  throw new InvalidArgumentError('It is not a number above 0.');
}
