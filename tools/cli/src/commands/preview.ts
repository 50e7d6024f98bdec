import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  configCandidates,
  EXIT,
  type ExitStatus,
  picturesRun,
  PREVIEW_PORT,
  type PictureRange,
  type PreviewRequest,
  printPictures,
  printProblems,
  startPreview,
} from '@g6/dashboards';
import { parseNames, parsePath } from '../option-values';
import { requestOf } from '../common-options';
import { addSettingOptions, loadConfiguration } from '../setting-options';
import { addServerOptions, PROXIES, type ServerFlags, serverOf } from '../server-options';
import { print, progressLine, shellOf, type Terminal } from '../terminal';

interface PreviewOptions extends ServerFlags {
  readonly config?: string;
  readonly prometheus?: string;
  readonly port: number;
  readonly open?: boolean;
  readonly images?: string;
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly from?: string;
  readonly to?: string;
}

/** Adds `preview`: show the dashboards in a browser. */
export function addPreview(
  program: Command,
  terminal: Terminal,
  exit: (status: Promise<ExitStatus>) => void,
): void {
  const command = program
    .command('preview')
    .summary('show the dashboards in a browser, and follow edits')
    .description(
      'Serves a page on this machine that shows the dashboards as they would be generated, with ' +
        'data of a Prometheus or, without one, with synthetic data. It follows edits of the spec, ' +
        'the plans and the configuration, and writes no dashboard. Needs the package @g6/preview.',
    );
  const reading = addSettingOptions(command)
    .addOption(
      new Option('--plan <file>', 'one file of plans instead')
        .argParser(parsePath)
        .conflicts('plans'),
    )
    .option('--only <slugs>', 'these dashboards only, separated by commas', parseNames)
    .option('--prometheus <url>', 'read data from this Prometheus (default: synthetic data)');
  addServerOptions(reading)
    .option('--port <number>', 'port on this machine; 0 for any free one', parsePort, PREVIEW_PORT)
    .option('--open', 'open the page in the browser')
    .option('--images <dir>', 'write <slug>.png of each dashboard, and end', parsePath)
    .addOption(
      new Option('--theme <theme>', 'colours of the images')
        .choices(['light', 'dark'])
        .default('dark'),
    )
    .option('--width <pixels>', 'width of the images', parseWidth, 1280)
    .option(
      '--from <time>',
      'begin of the images: now-6h or 2026-01-31T12:00:00Z (default: as each dashboard says)',
      parseTime,
    )
    .option('--to <time>', 'end of the images, in the same notation (default: now)', parseTime)
    .addHelpText('after', EXAMPLES)
    .action((options: PreviewOptions) => {
      exit(preview(options, command, terminal));
    });
}

const EXAMPLES = `
The first line of standard output is the URL of the page. ${PROXIES}

Examples:
  $ g6-dashboards preview --open
  $ g6-dashboards preview --prometheus http://localhost:9090
  $ g6-dashboards preview --images pictures --only bus_health
  $ g6-dashboards preview --images pictures --prometheus http://localhost:9090 --from now-1h

Exit status: 0 ended, 1 unexpected failure, 2 unusable input.
`;

/** Gives the status to end with; a server that has started goes on until its process ends. */
async function preview(
  options: PreviewOptions,
  command: Command,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { prometheus, images, port, open = false, theme, width } = options;
  const previewed = {
    readRequest: (): PreviewRequest => ({
      problems: loadConfiguration(command),
      request: requestOf(command, terminal),
      files: configCandidates(options.config),
    }),
    prometheus,
    server: serverOf(options, terminal),
    cwd: '.',
  };
  if (images !== undefined) {
    const { update, finish } = progressLine(terminal, 'drawing');
    const range = rangeOf(options);
    const request = { ...previewed, folder: images, theme, width, range, onProgress: update };
    const pictures = await picturesRun(request);
    finish();
    return print(printPictures(pictures, shellOf(terminal)), terminal);
  }
  const started = await startPreview({ ...previewed, port, open });
  if (started.problems) return print(printProblems(started.problems, shellOf(terminal)), terminal);
  terminal.stdout.write(`${started.url}\n`);
  return EXIT.done;
}

function rangeOf({ from, to }: PreviewOptions): PictureRange | undefined {
  if (from === undefined && to === undefined) return undefined;
  return { from: from ?? 'now-6h', to: to ?? 'now' };
}

/** A time in Grafana's notation, or in milliseconds since 1970. */
function parseTime(text: string): string {
  if (/^now(?:[+-][0-9]{1,5}[smhdwMy])?(?:\/[smhdwMy])?$/.test(text)) return text;
  const time = /^[0-9]{4}-[0-9]{2}-[0-9]{2}/.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(time)) return String(time);
  throw new InvalidArgumentError('It is not a time; write now-6h or 2026-01-31T12:00:00Z.');
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^[0-9]{1,5}$/.test(text) && port < 65_536) return port;
  throw new InvalidArgumentError('It is not a port; write a number from 0 to 65535.');
}

function parseWidth(text: string): number {
  const width = Number(text);
  if (/^[0-9]{1,5}$/.test(text) && width >= 320 && width <= 8192) return width;
  throw new InvalidArgumentError('It is not a width; write a number from 320 to 8192.');
}
