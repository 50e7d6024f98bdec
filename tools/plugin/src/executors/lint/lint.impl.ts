import { printLint, type LintFormat } from '@g6/dashboards';
import { executor } from '../executor';
import { nxShell } from '../nx-shell';
import { executorRequest, shownPath, type RunOptions } from '../run-options';

/** Options of the executor `lint`. */
export interface LintOptions extends RunOptions {
  /** Whether warnings weigh as much as errors. */
  readonly strict?: boolean;
  /** Day on which deprecations are judged; default the present one. */
  readonly today?: string;
  /** Form of the findings; default text. */
  readonly format?: LintFormat;
  /** File to write the findings to in that form. */
  readonly out?: string;
}

/** The executor `@g6/plugin:lint`. */
export default executor<LintOptions>((options, { root }) => {
  const { strict = false, format = 'text', out } = options;
  const { today = new Date().toISOString().slice(0, 10) } = options;
  return printLint(
    { ...executorRequest(options, root), from: 'memory', strict, today },
    { format, out: out === undefined ? undefined : shownPath(root, out) },
    nxShell(),
  );
});
