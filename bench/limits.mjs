import { fork } from 'node:child_process';

/** So much of a child's memory, in MiB, may be in use. */
const MOST_MEMORY = 1024;

/**
 * Runs the cases of a script, which hands them to `runCases`, in child processes with limits on the
 * time of each case and on memory. A case that exceeds them ends its process; the next case goes on
 * in another one. Returns a result for each case: its name, seconds, and the failure if it failed.
 */
export async function runWithLimits({ child, part = '', seconds, args = [], onResult }) {
  const results = [];
  const add = (result) => {
    results.push(result);
    onResult?.(result);
  };
  let names;
  while (names === undefined || results.length < names.length) {
    const start = String(results.length);
    const ended = await runChild(child, [part, start, ...args], seconds, (message) => {
      if (message.names) names = message.names;
      else add({ name: names[results.length], ...message });
    });
    if (names === undefined) throw new Error(`${child} ended before its first case: ${ended}`);
    if (results.length < names.length) {
      add({ name: names[results.length], seconds, failure: ended });
    }
  }
  return results;
}

function runChild(child, args, seconds, onMessage) {
  return new Promise((resolve) => {
    const running = fork(child, args, { execArgv: [`--max-old-space-size=${MOST_MEMORY}`] });
    let why;
    let timer;
    const restart = (limit) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        why = `no end after ${seconds} s`;
        running.kill('SIGKILL');
      }, limit * 1000);
    };
    // The first message comes once everything is loaded.
    restart(60);
    running.on('message', (message) => {
      restart(seconds);
      onMessage(message);
    });
    running.on('exit', (status, signal) => {
      clearTimeout(timer);
      resolve(why ?? `the process ended with ${signal ?? status}`);
    });
  });
}

/** Runs the cases `{name, run}` that the parent wants, and tells it of each; the end of a child. */
export async function runCases(cases) {
  const [part, start] = process.argv.slice(2);
  // Nobody is left to tell if the parent is interrupted.
  process.once('disconnect', () => process.exit());
  const chosen = cases.filter(({ name }) => name.includes(part));
  await tell({ names: chosen.map(({ name }) => name) });
  for (const { run } of chosen.slice(Number(start))) {
    const started = performance.now();
    let failure;
    try {
      await run();
    } catch (error) {
      failure = String(error.stack ?? error).slice(0, 1000);
    }
    await tell({ seconds: (performance.now() - started) / 1000, failure });
  }
  process.disconnect();
}

function tell(message) {
  return new Promise((resolve) => process.send(message, resolve));
}
