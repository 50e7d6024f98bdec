import { join } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import {
  EXIT,
  hasErrors,
  lintRun,
  renderFindings,
  writeReport,
  type LintFormat,
} from '@g6/dashboards';
import { refused, type Outcome } from '../outcome';
import { executorRequest, type RunOptions } from '../run-options';

/** Options of the executor `lint`. */
export interface LintOptions extends RunOptions {
  /** Whether warnings weigh as much as errors. */
  readonly strict?: boolean;
  /** Form of the findings; default text. */
  readonly format?: LintFormat;
  /** File to write the findings to instead of printing them. */
  readonly out?: string;
}

/** The executor `@g6/plugin:lint`. */
export default async function lintExecutor(
  options: LintOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { success, output } = lint(options, context.root);
  process.stdout.write(output);
  return { success };
}

/** Checks the spec, the plans and what would be generated from them. */
export function lint(options: LintOptions, root: string): Outcome {
  const { strict = false, format = 'text', out } = options;
  const request = executorRequest(options, root);
  const { problems, status, ...outcome } = lintRun({ ...request, from: 'memory', strict });
  if (hasErrors(problems)) return refused(problems);
  const success = status === EXIT.done;
  const text = renderFindings(outcome, format);
  if (out === undefined) return { success, output: text };
  const unwritten = writeReport(join(root, out), text);
  if (hasErrors(unwritten)) return refused(unwritten);
  return { success, output: `${renderFindings(outcome, 'text')}${out} written\n` };
}
