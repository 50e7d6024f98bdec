import { join } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import { testRulesRun } from '@g6/dashboards';

/** Options of the executor `test-rules`. */
export interface TestRulesOptions {
  /** Folder of the rule files. */
  readonly rules: string;
}

/** The executor `@g6/plugin:test-rules`. */
export default async function testRulesExecutor(
  { rules }: TestRulesOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { outcome, output } = testRulesRun(join(context.root, rules), process.env);
  process.stdout.write(output);
  return { success: outcome === 'passed' };
}
