import type { ExecutorContext } from '@nx/devkit';
import { checkRulesRun, hasErrors, ruleDriftToken } from '@g6/dashboards';
import { refused, warnings, type Outcome } from '../outcome';
import { rulesRequest, type RulesOptions } from '../rules/rules-options';

/** The executor `@g6/plugin:verify-rules`. */
export default async function verifyRulesExecutor(
  options: RulesOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { success, output } = verifyRules(options, context.root);
  process.stdout.write(output);
  return { success };
}

/** Compares the rule files with what would be generated; never writes. */
export function verifyRules(options: RulesOptions, root: string): Outcome {
  const { problems, drifts } = checkRulesRun(rulesRequest(options, root));
  if (hasErrors(problems)) return refused(problems);
  const before = warnings(problems);
  if (drifts.length === 0) return { success: true, output: `${before}rules: no drift\n` };
  return { success: false, output: `${before}${drifts.map(ruleDriftToken).join('\n')}\n` };
}
