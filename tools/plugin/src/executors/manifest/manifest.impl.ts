import type { ExecutorContext } from '@nx/devkit';
import { generateAll, type GenerateAllOptions } from '../generate-all/generate-all';

/** The executor `@g6/plugin:manifest`. */
export default async function manifestExecutor(
  options: GenerateAllOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { success, output } = generateAll(options, context.root, 'manifest');
  process.stdout.write(output);
  return { success };
}
