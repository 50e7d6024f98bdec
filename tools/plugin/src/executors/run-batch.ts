import type { TaskGraph } from '@nx/devkit';

/** The outcome of one task: whether it succeeded, and what it printed. */
export interface Outcome {
  readonly success: boolean;
  readonly output: string;
}

/** The result of one task as Nx reads it from a batch. */
export interface BatchResult {
  readonly task: string;
  readonly result: {
    readonly success: boolean;
    readonly terminalOutput: string;
    /** Milliseconds since 1970. */
    readonly startTime: number;
    readonly endTime: number;
  };
}

/**
 * Runs the tasks of a batch one after another, in this process, each with its options and project.
 * An exception fails its own task alone: a batch that throws would fail them all.
 */
export async function* runBatch<Options>(
  graph: TaskGraph,
  inputs: Record<string, Options>,
  run: (options: Options, project: string) => Outcome,
): AsyncGenerator<BatchResult> {
  for (const [task, { target }] of Object.entries(graph.tasks)) {
    const startTime = Date.now();
    const { success, output } = attempt(() => run(inputs[task] as Options, target.project));
    yield { task, result: { success, terminalOutput: output, startTime, endTime: Date.now() } };
    // Lets Nx take each result before the next task blocks this process.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function attempt(run: () => Outcome): Outcome {
  try {
    return run();
  } catch (error) {
    return { success: false, output: `${(error as Error).stack ?? String(error)}\n` };
  }
}
