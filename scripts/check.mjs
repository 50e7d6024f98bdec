/**
 * Runs everything that a change must pass: format, lint, types, tests with coverage, and that
 * generating all files again changes none. `--skip-tests` leaves out the tests, for a caller that has
 * just run them.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const TESTS = 'tests with coverage';
const steps = [
  ['format', 'prettier', '--check', '.'],
  ['lint', 'npm', 'run', '--silent', 'lint'],
  ['types', 'npm', 'run', '--silent', 'typecheck'],
  [TESTS, 'jest', '--coverage', '--coverageReporters', 'text-summary'],
  ['build', 'node', 'scripts/build.mjs'],
  ['schemas and docs', 'npm', 'run', '--silent', 'docs'],
  ['regenerate', 'nx', 'run-many', '-p', 'dashboards', '-t', 'generate,rules', '--skip-nx-cache'],
  ['nothing changed', 'git', 'diff', '--exit-code', '--stat'],
  ['nothing left over', 'node', 'scripts/check-untracked.mjs'],
].filter(([name]) => name !== TESTS || !process.argv.includes('--skip-tests'));

for (const [name, command, ...args] of steps) {
  console.log(`== ${name}: ${command} ${args.join(' ')}`);
  const started = performance.now();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${root}node_modules/.bin:${process.env.PATH}` },
  });
  if (status !== 0) {
    console.error(`check failed at "${name}"`);
    process.exit(1);
  }
  console.log(`== ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
