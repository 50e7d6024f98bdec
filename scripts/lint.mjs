/**
 * Lints the workspace, or the files given. The boundary rule reads the project graph that Nx caches and
 * passes everything without one, so this script creates the graph first.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const asked = process.argv.slice(2);

run('nx', ['graph', '--file', 'tmp/project-graph.json'], 'pipe');
run('eslint', [...(asked.length > 0 ? asked : ['.']), '--max-warnings', '0'], 'inherit');

/** Runs a program to its end and prints piped output only if it fails. */
function run(program, args, stdout) {
  const options = { cwd: root, encoding: 'utf8', stdio: ['inherit', stdout, 'inherit'] };
  const result = spawnSync(`${root}node_modules/.bin/${program}`, args, options);
  if (result.status === 0) return;
  if (result.stdout) process.stdout.write(result.stdout);
  process.exit(1);
}
