import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import { BasisCache } from '../basis-cache';
import { runBatch } from '../run-batch';
import { verifyOne, type VerifyOptions } from './verify';

/** The executor `@g6/plugin:verify`, all its tasks in one process. */
export default function verifyBatch(
  graph: TaskGraph,
  inputs: Record<string, VerifyOptions>,
  _overrides: unknown,
  context: ExecutorContext,
) {
  const basis = new BasisCache();
  return runBatch(graph, inputs, (options) => verifyOne(options, context.root, basis));
}
