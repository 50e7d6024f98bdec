import { join } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import {
  coverageRun,
  EXIT,
  renderCoverage,
  writeReport,
  hasErrors,
  type CoverageFormat,
} from '@g6/dashboards';
import { refused, type Outcome } from '../outcome';
import { executorRequest, type RunOptions } from '../run-options';

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
export default async function coverageExecutor(
  options: CoverageOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { success, output } = coverage(options, context.root);
  process.stdout.write(output);
  return { success };
}

/** Tells which metrics and alerts the dashboards of the plans show. */
export function coverage(options: CoverageOptions, root: string): Outcome {
  const { format = 'text', failUnder, out } = options;
  const request = executorRequest(options, root);
  const report = coverageRun({ ...request, from: 'memory', failUnder });
  if (!report.coverage) return refused(report.problems);
  const text = renderCoverage(report.coverage, format);
  const unwritten = out === undefined ? [] : writeReport(join(root, out), text);
  if (hasErrors(unwritten)) return refused(unwritten);
  const shortfall = report.under.map(
    (kind) => `less than ${failUnder ?? 0}% of the ${kind} are shown\n`,
  );
  const told = out === undefined ? text : `${out} written\n`;
  return { success: report.status === EXIT.done, output: told + shortfall.join('') };
}
