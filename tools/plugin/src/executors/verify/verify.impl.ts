import type { ExecutorContext } from '@nx/devkit';
import { verifyOne, type VerifyOptions } from './verify';

/** The executor `@g6/plugin:verify`, one task in a process of its own. */
export default async function verifyExecutor(
  options: VerifyOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { success, output } = verifyOne(options, context.root);
  process.stdout.write(output);
  return { success };
}
