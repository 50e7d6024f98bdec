import type { ExecutorContext } from '@nx/devkit';
import { hasErrors, PREVIEW_PORT, printProblems, type Problem, startPreview } from '@g6/dashboards';
import { printReport } from '../../print';
import { type ServerPluginOptions, serverOf } from '../../server-options';
import { nxShell } from '../nx-shell';
import { executorRequest, type RunOptions } from '../run-options';

/** Options of the executor `preview`. */
export interface PreviewExecutorOptions extends RunOptions, ServerPluginOptions {
  /** URL of the Prometheus to read from; default synthetic data. */
  readonly prometheus?: string;
  /** Port on this machine; 0 for any free one. */
  readonly port?: number;
  /** Whether to open the page in the browser. */
  readonly open?: boolean;
}

/** The executor `@g6/plugin:preview`; it ends when Nx ends it. */
export default async function preview(
  { prometheus, port = PREVIEW_PORT, open = false, ...options }: PreviewExecutorOptions,
  { root }: Pick<ExecutorContext, 'root'>,
): Promise<{ success: boolean }> {
  const { server, problems } = serverOf(options, root);
  if (problems.length > 0) return refused(problems);
  const started = await startPreview({
    readRequest: () => ({ request: executorRequest(options, root), files: [], problems: [] }),
    prometheus,
    server,
    cwd: root,
    port,
    open,
  });
  if (started.problems) return refused(started.problems);
  printReport(`${started.url}\n`);
  // The server runs in this process, which Nx ends with the task.
  return new Promise(() => undefined);
}

function refused(problems: readonly Problem[]): { success: boolean } {
  const { parts } = printProblems(problems, nxShell());
  printReport(parts.map(({ text }) => text).join(''));
  return { success: !hasErrors(problems) };
}
