import { version } from '../package.json';
import { optimizeLate } from './optimize-late';

/** Runs the command line of this process and sets its exit status. */
export async function main(): Promise<void> {
  // A reader of our output may stop early, as `head` does; that is not a failure.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const [first, ...others] = process.argv.slice(2);
  if (first === '--version' && others.length === 0) {
    // Loading the rest of the program takes most of a short run, and this needs none of it.
    process.stdout.write(`${version}\n`);
    return;
  }
  const { runCli } = await import('./run-cli');
  optimizeLate();
  process.exitCode = runCli(process.argv, {
    env: process.env,
    now: () => Math.floor(Date.now() / 1000),
    stdout: process.stdout,
    stderr: process.stderr,
  });
}
