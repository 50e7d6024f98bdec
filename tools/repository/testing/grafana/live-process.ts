import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { REPOSITORY } from '../repository-copy';

const PROGRAM = join(REPOSITORY, 'libs/engine/bin/g6-dashboards.js');

/** A command line that runs as a process of its own. */
export interface LiveProcess {
  readonly child: ChildProcess;
  /** Its status, null if it was killed, and what it printed. */
  readonly ended: Promise<{ status: number | null; stdout: string; stderr: string }>;
}

/** Starts `g6-dashboards` as it is installed. */
export function startLive(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): LiveProcess {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk: Buffer) => (printed[name] += chunk.toString()));
  }
  const ended = once(child, 'close').then(([status]) => ({
    status: status as number | null,
    ...printed,
  }));
  return { child, ended };
}
