import { printCoverage, type CoverageFormat } from '@g6/dashboards';
import { executor } from '../executor';
import { nxShell } from '../nx-shell';
import { executorRequest, shownPath, type RunOptions } from '../run-options';

/** Options of the executor `coverage`. */
export interface CoverageOptions extends RunOptions {
  /** Form of the report; default text. */
  readonly format?: CoverageFormat;
  /** Least percentage of metrics, and of alerts, that must be shown. */
  readonly failUnder?: number;
  /** File to write the report to instead of printing it. */
  readonly out?: string;
}

/** The executor `@g6/plugin:coverage`. */
export default executor<CoverageOptions>((options, { root }) => {
  const { format = 'text', failUnder, out } = options;
  return printCoverage(
    { ...executorRequest(options, root), from: 'memory', failUnder },
    { format, out: out === undefined ? undefined : shownPath(root, out) },
    nxShell(),
  );
});
