import type { ExecutorContext } from '@nx/devkit';
import { hasErrors, PREVIEW_PORT, printProblems, startPreview } from '@g6/dashboards';
import { printReport } from '../../print';
import { nxShell } from '../nx-shell';
import { executorRequest, type RunOptions } from '../run-options';

/** Options of the executor `preview`. */
export interface PreviewExecutorOptions extends RunOptions {
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
  const started = await startPreview({
    readRequest: () => ({ request: executorRequest(options, root), files: [], problems: [] }),
    prometheus,
    cwd: root,
    port,
    open,
  });
  if (started.problems) {
    const { parts } = printProblems(started.problems, nxShell());
    printReport(parts.map(({ text }) => text).join(''));
    return { success: !hasErrors(started.problems) };
  }
  printReport(`${started.url}\n`);
  // The server runs in this process, which Nx ends with the task.
  return new Promise(() => undefined);
}
