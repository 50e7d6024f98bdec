import type { ExecutorContext } from '@nx/devkit';
import { generateOne, type GenerateOptions } from './generate';

/** The executor `@g6/plugin:generate`, one task in a process of its own. */
export default async function generateExecutor(
  options: GenerateOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { success, output } = generateOne(options, context.root);
  process.stdout.write(output);
  return { success };
}
