import { createColors } from 'picocolors';
import {
  ANNOTATION_FORMATS,
  type ExitStatus,
  type Printout,
  type ProblemStyle,
  readEnvironment,
  type RunSize,
  type Shell,
} from '@g6/dashboards';

/** A stream that the command line writes to. */
export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
}

/** The surroundings of a command line. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Seconds since 1970. */
  readonly now: () => number;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Has the process do from here on what is best for a run of this size. */
  readonly prepareFor?: (size: RunSize) => void;
  /** Sets the status to exit with after the command line has returned, while it still runs. */
  readonly setStatus?: (status: ExitStatus) => void;
}

/** The form of a report that options ask for. */
export interface AskedReport {
  readonly json?: boolean;
  readonly format?: string;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
}

/** The command line as the shell of a report. */
export function shellOf(terminal: Terminal, asked: AskedReport = {}): Shell {
  const { env, stdout, stderr } = terminal;
  return {
    json: asked.json === true,
    format: ANNOTATION_FORMATS.find((format) => format === asked.format),
    detail: asked.quiet === true ? 'quiet' : asked.verbose === true ? 'all' : 'short',
    verboseDrift: readEnvironment(env).verboseDrift,
    styles: { stdout: styleOf(stdout, env), stderr: styleOf(stderr, env) },
    generateCommand: 'g6-dashboards generate',
    rulesCommand: 'g6-dashboards rules',
  };
}

/** Prints a report, and returns the status to exit with. */
export function print({ parts, status }: Printout, terminal: Terminal): ExitStatus {
  for (const { to, text } of parts) terminal[to].write(text);
  return status;
}

/** Colours problems and findings for a reader at a terminal, and for nobody else. */
function styleOf(output: Output, env: Terminal['env']): ProblemStyle {
  const colors = colorsOf(output, env);
  return { error: colors.red, warning: colors.yellow, quiet: colors.dim };
}

/** No colours if `NO_COLOR` has any value but the empty one: https://no-color.org */
function colorsOf(output: Output, env: Terminal['env']) {
  return createColors(output.isTTY === true && (env['NO_COLOR'] ?? '') === '');
}

/** How long work may take before it shows progress, in milliseconds. */
const QUIET_TIME = 1000;
/** Least time between two updates, in milliseconds. */
const UPDATE_TIME = 100;

/** Shows how far long work is, on a terminal only; `finish` clears the line. */
export function progressLine(terminal: Terminal, verb: string) {
  const { stderr } = terminal;
  let next = performance.now() + QUIET_TIME;
  let shown = false;
  return {
    update: (done: number, total: number): void => {
      if (stderr.isTTY !== true || performance.now() < next) return;
      next = performance.now() + UPDATE_TIME;
      shown = true;
      stderr.write(`\r${verb} ${done}/${total}`);
    },
    finish: (): void => {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
