import type { ExecutorContext } from '@nx/devkit';
import { hasErrors, rulesRun } from '@g6/dashboards';
import { refused, warnings, type Outcome } from '../outcome';
import { rulesRequest, type RulesOptions } from './rules-options';

/** The executor `@g6/plugin:rules`. */
export default async function rulesExecutor(
  options: RulesOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { success, output } = writeRules(options, context.root);
  process.stdout.write(output);
  return { success };
}

/** Writes the recording rules, the alerting rules and their tests. */
export function writeRules(options: RulesOptions, root: string): Outcome {
  const report = rulesRun({ ...rulesRequest(options, root), dryRun: false });
  if (hasErrors(report.problems)) return refused(report.problems);
  const { recorded, alerts, untested, written, unchanged } = report;
  const lines = [
    ...untested.map(({ alert, reason }) => `${alert}: no test could be derived, ${reason}`),
    ...written.map((name) => `${options.rules}/${name} written`),
    `${recorded} recording rules, ${alerts} alerts: ${written.length} files written, ${unchanged.length} unchanged`,
  ];
  return { success: true, output: `${warnings(report.problems)}${lines.join('\n')}\n` };
}
