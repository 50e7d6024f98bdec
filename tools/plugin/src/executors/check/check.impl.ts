import type { ExecutorContext } from '@nx/devkit';
import {
  type CheckFormat,
  EXIT,
  printCheck,
  printProblems,
  type Problem,
  secondsOf,
} from '@g6/dashboards';
import { printReport } from '../../print';
import { type ServerPluginOptions, serverOf } from '../../server-options';
import { nxShell } from '../nx-shell';
import { executorRequest, type RunOptions, shownPath } from '../run-options';

/** Options of the executor `check`; those of the server are as on the command line. */
export interface CheckExecutorOptions extends RunOptions, ServerPluginOptions {
  readonly prometheus?: string;
  readonly lookback?: string;
  readonly scrapeInterval?: string;
  readonly concurrency?: number;
  readonly strict?: boolean;
  readonly format?: CheckFormat;
  readonly out?: string;
}

/** The executor `@g6/plugin:check`. */
export default async function check(
  options: CheckExecutorOptions,
  { root }: Pick<ExecutorContext, 'root'>,
): Promise<{ success: boolean }> {
  const { strict = false, format = 'text', out } = options;
  const { request, problems } = requestOf(options, root);
  const printout =
    problems.length > 0
      ? printProblems(problems, nxShell())
      : await printCheck(
          { ...request, strict },
          { format, out: out === undefined ? undefined : shownPath(root, out) },
          nxShell(),
        );
  printReport(printout.parts.map(({ text }) => text).join(''));
  return { success: printout.status === EXIT.done };
}

function requestOf(options: CheckExecutorOptions, root: string) {
  const { server, problems: wrong } = serverOf(options, root);
  const problems: Problem[] = [...wrong];
  const refuse = (option: string, message: string): void => {
    problems.push({ ...at(option), code: 'option-value', severity: 'error', message });
  };
  const seconds = (option: string, text: string) => {
    const known = secondsOf(text);
    if (known === undefined)
      refuse(option, `${JSON.stringify(text)} is not a duration such as 30s`);
    return known ?? 0;
  };
  const {
    prometheus: url = '',
    lookback = '7d',
    scrapeInterval = '15s',
    concurrency = 4,
  } = options;
  const limits = { timeLimit: 30_000, concurrency, mostRequests: 50_000 };
  const request = {
    ...executorRequest(options, root),
    prometheus: { ...server, url, ...limits },
    now: Math.floor(Date.now() / 1000),
    lookback: seconds('lookback', lookback),
    scrapeInterval: seconds('scrapeInterval', scrapeInterval),
  };
  return { request, problems };
}

function at(option: string) {
  return { file: option, line: 0, column: 0 };
}
