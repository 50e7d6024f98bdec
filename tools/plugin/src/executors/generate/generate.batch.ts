import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import { BasisCache } from '../basis-cache';
import { runBatch } from '../run-batch';
import { generateOne, type GenerateOptions } from './generate';

/** The executor `@g6/plugin:generate`, all its tasks in one process. */
export default function generateBatch(
  graph: TaskGraph,
  inputs: Record<string, GenerateOptions>,
  _overrides: unknown,
  context: ExecutorContext,
) {
  const basis = new BasisCache();
  return runBatch(graph, inputs, (options) => generateOne(options, context.root, basis));
}
