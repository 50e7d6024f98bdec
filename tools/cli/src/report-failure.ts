import { describeSystemFailure, EXIT, type ExitStatus } from '@g6/dashboards';
import type { Terminal } from './terminal';

/** The system's refusals speak for themselves; a bug is reported with the place where it happened. */
export function reportFailure(error: unknown, { stderr }: Terminal): ExitStatus {
  const refusal = describeSystemFailure(error);
  if (refusal) {
    const kind = refusal.status === EXIT.failure ? 'unexpected failure' : 'error';
    stderr.write(`${kind}: ${refusal.text}\n`);
    return refusal.status;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  stderr.write(`unexpected failure: ${trace}\n`);
  return EXIT.failure;
}
