import { optimizeLate } from './optimize-late';
import { runCli } from './run-cli';

/** Runs the command line of this process, and sets the status that it exits with. */
export function main(): void {
  optimizeLate();
  // Whoever reads our output may stop early, as `head` does; that is no failure of ours.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  process.exitCode = runCli(process.argv, {
    env: process.env,
    now: () => Math.floor(Date.now() / 1000),
    stdout: process.stdout,
    stderr: process.stderr,
  });
}
