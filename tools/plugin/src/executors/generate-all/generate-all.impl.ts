import type { ExecutorContext } from '@nx/devkit';
import { generateAll, type GenerateAllOptions } from './generate-all';

/** The executor `@g6/plugin:generate-all`. */
export default async function generateAllExecutor(
  options: GenerateAllOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { success, output } = generateAll(options, context.root, 'all');
  process.stdout.write(output);
  return { success };
}
