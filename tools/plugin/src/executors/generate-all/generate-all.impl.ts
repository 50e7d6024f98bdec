import type { ExecutorContext } from '@nx/devkit';
import { generateAll, type GenerateAllOptions } from './generate-all';

/** The executor `@g6/plugin:generate-all`. */
export default async function generateAllExecutor(
  options: GenerateAllOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { slug } = (context.target?.options ?? {}) as Partial<GenerateAllOptions>;
  const { success, output } = generateAll(options, context.root, 'all', slug);
  process.stdout.write(output);
  return { success };
}
