import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import {
  describeSystemFailure,
  EXIT,
  loadBasis,
  printProblems,
  type BasisReading,
  type Printout,
  type RunRequest,
} from '@g6/dashboards';
import { printReport } from '../print';
import { nxShell } from './nx-shell';
import { OutputCheck } from './output-check';
import { runBatch, type Outcome } from './run-batch';

/** The work of an executor: options in, a report out. */
export type Task<Options> = (
  options: Options,
  context: Pick<ExecutorContext, 'root' | 'projectName' | 'nxJsonConfiguration' | 'target'>,
  basis: BasisCache,
) => Printout;

/** Loads each spec once, however many tasks of a batch are generated from it. */
export class BasisCache {
  private readonly loaded = new Map<string, BasisReading>();

  /** The catalogue that a request is generated from. */
  get({ spec, options }: RunRequest): BasisReading {
    const key = JSON.stringify([spec, options.unitInference, options.prometheusFeatures]);
    const known = this.loaded.get(key);
    if (known) return known;
    const reading = loadBasis(spec, options);
    this.loaded.set(key, reading);
    return reading;
  }
}

/** The work of an executor that takes a process of its own, and may take its time. */
type OwnTask<Options> = (...parameters: Parameters<Task<Options>>) => Printout | Promise<Printout>;

/** The implementation of an executor, one task in a process of its own; `out` names a file or a folder. */
export function executor<Options extends object>(
  task: OwnTask<Options>,
  outIs: 'file' | 'folder' = 'file',
) {
  return async (options: Options, context: ExecutorContext): Promise<{ success: boolean }> => {
    const check = new OutputCheck(context.root, context.nxJsonConfiguration);
    try {
      const refused = refusal(check, options, outIs);
      const printout = refused ?? (await task(options, context, new BasisCache()));
      const { success, output } = outcomeOf(printout);
      printReport(output);
      return { success };
    } catch (error) {
      const { success, output } = failureOf(error);
      printReport(output);
      return { success };
    }
  };
}

/** The implementation of an executor, all its tasks in one process. */
export function batchExecutor<Options extends object>(task: Task<Options>) {
  return (
    graph: TaskGraph,
    inputs: Record<string, Options>,
    _overrides: unknown,
    context: ExecutorContext,
  ) => {
    const basis = new BasisCache();
    const check = new OutputCheck(context.root, context.nxJsonConfiguration);
    return runBatch(graph, inputs, (options, projectName) =>
      attempt(() => refusal(check, options) ?? task(options, { ...context, projectName }, basis)),
    );
  };
}

/** The report on a task that must not write where its options say; undefined if it may. */
function refusal(
  check: OutputCheck,
  options: object,
  outIs: 'file' | 'folder' = 'file',
): Printout | undefined {
  const problems = check.problems(options, outIs);
  return problems.length === 0 ? undefined : printProblems(problems, nxShell());
}

/** The outcome of a task of a batch; what the operating system refuses is one line and no stack. */
function attempt(run: () => Printout): Outcome {
  try {
    return outcomeOf(run());
  } catch (error) {
    return failureOf(error);
  }
}

/** The outcome of a task that the operating system refuses; anything else is thrown on. */
function failureOf(error: unknown): Outcome {
  const refusal = describeSystemFailure(error);
  if (!refusal) throw error;
  return { success: false, output: `error: ${refusal.text}\n` };
}

/** Nx shows both streams of a task as one. */
function outcomeOf({ parts, status }: Printout): Outcome {
  return { success: status === EXIT.done, output: parts.map(({ text }) => text).join('') };
}
