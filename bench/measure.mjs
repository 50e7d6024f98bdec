import { spawnSync } from 'node:child_process';

/**
 * Runs commands in turn, so that they share whatever else the machine does; medians in milliseconds.
 * `prepare` comes before each round, and is not measured.
 */
export function alternate(commands, rounds, prepare = () => {}) {
  const times = commands.map(() => []);
  for (let round = 0; round < rounds; round++) {
    prepare();
    commands.forEach((command, index) => times[index].push(run(command).milliseconds));
  }
  return times.map(median);
}

/** Runs a command and tells its time, its peak memory in MiB and what it printed. */
export function run({ file = process.execPath, args, cwd, env = {} }) {
  const start = performance.now();
  const result = spawnSync('/usr/bin/env', [file, ...args], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const milliseconds = performance.now() - start;
  if (result.status !== 0)
    throw new Error(`${args.join(' ')} ended with ${result.status}:\n${result.stderr}`);
  return { milliseconds, stdout: result.stdout, stderr: result.stderr };
}

/** The middle of some numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
