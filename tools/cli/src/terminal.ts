import { createColors } from 'picocolors';
import type { ProblemStyle } from '@g6/dashboards';

/** A stream that the command line writes to. */
export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
}

/** What a command line runs in. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Seconds since 1970. */
  readonly now: () => number;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Colours problems for a reader at a terminal, and for nobody else. */
export function problemStyle({ stderr, env }: Terminal): ProblemStyle {
  const colors = colorsOf(stderr, env);
  return { error: colors.red, warning: colors.yellow, quiet: colors.dim };
}

/** Colours findings on standard output for a reader at a terminal, and for nobody else. */
export function outputStyle({ stdout, env }: Terminal): ProblemStyle {
  const colors = colorsOf(stdout, env);
  return { error: colors.red, warning: colors.yellow, quiet: colors.dim };
}

/** No colours where `NO_COLOR` has any value but the empty one: https://no-color.org */
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
