import { runCli } from './run-cli';

process.exitCode = runCli(process.argv, {
  env: process.env,
  now: () => Math.floor(Date.now() / 1000),
  stdout: process.stdout,
  stderr: process.stderr,
});
