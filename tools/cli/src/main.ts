import { version } from '../package.json';
import { prepareFor, tuneV8 } from './tune-v8';

/** Runs the command line of this process and sets its exit status. */
export async function main(): Promise<void> {
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].once('error', (error: NodeJS.ErrnoException) => {
      // A reader of our output may stop early, as `head` does; that is not a failure.
      if (error.code === 'EPIPE') return;
      process.exitCode = 1;
      if (name === 'stdout') {
        process.stderr.write(`standard output cannot be written: ${error.message}\n`);
      }
    });
    // After the first failure, the others say nothing new.
    process[name].on('error', () => undefined);
  }
  const [first, ...others] = process.argv.slice(2);
  if (first === '--version' && others.length === 0) {
    // Loading the rest of the program takes most of a short run, and this needs none of it.
    process.stdout.write(`${version}\n`);
    return;
  }
  const { runCli } = await import('./run-cli');
  tuneV8();
  process.exitCode = await runCli(process.argv, {
    env: process.env,
    now: () => Math.floor(Date.now() / 1000),
    stdout: process.stdout,
    stderr: process.stderr,
    prepareFor,
    setStatus: (status) => {
      process.exitCode = status;
    },
  });
}
