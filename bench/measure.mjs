import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const REPORT_USAGE = fileURLToPath(new URL('report-usage.cjs', import.meta.url));

/**
 * Runs commands in turn, so that they share whatever else the machine does, and returns the median
 * time of each in milliseconds.
 */
export function alternate(commands, rounds) {
  return roundsOf(commands, rounds, run).map((runs) => medianOf(runs, 'milliseconds'));
}

/**
 * Runs commands in turn and compares each with the first: its median time, and the medians of the
 * ratios of time and of processor time within a round. Such ratios hold on a busy machine too.
 */
export function compare(commands, rounds, usageFile) {
  const [first, ...others] = roundsOf(commands, rounds, (each) => runWatched(each, usageFile));
  return [first, ...others].map((runs) => ({
    milliseconds: medianOf(runs, 'milliseconds'),
    ratio: median(runs.map((each, round) => each.milliseconds / first[round].milliseconds)),
    processorRatio: median(runs.map((each, round) => each.processor / first[round].processor)),
  }));
}

/** Runs all commands once per round, each round starting with another one; one list per command. */
function roundsOf(commands, rounds, start) {
  const runs = commands.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let step = 0; step < commands.length; step++) {
      const index = (round + step) % commands.length;
      runs[index].push(start(commands[index]));
    }
  }
  return runs;
}

/** Runs a command and returns its time in milliseconds and what it printed; `prepare` is not timed. */
export function run({ file = process.execPath, args, cwd, env = {}, prepare }) {
  prepare?.();
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

/**
 * Runs a command of Node.js and returns, besides its time, the peak memory of its largest process in
 * MiB and the processor time of all its processes in milliseconds.
 */
export function runWatched(command, usageFile) {
  const env = { USAGE_FILE: usageFile, NODE_OPTIONS: `--require=${REPORT_USAGE}` };
  const result = run({ ...command, env: { ...command.env, ...env } });
  const lines = readFileSync(usageFile, 'utf8').trim().split('\n');
  rmSync(usageFile);
  const usages = lines.map((line) => line.split(' ').map(Number));
  return {
    ...result,
    mebibytes: Math.max(...usages.map(([peak]) => peak)) / 1024,
    processor: usages.reduce((sum, [, time]) => sum + time, 0),
  };
}

/** The middle of some numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function medianOf(runs, field) {
  return median(runs.map((each) => each[field]));
}
