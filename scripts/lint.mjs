/**
 * Lints the workspace, or the files that are named. The rule on module boundaries takes the project
 * graph that Nx keeps and passes everything where there is none, so the graph is made first.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const asked = process.argv.slice(2);

for (const [command, ...args] of [
  ['nx', 'graph', '--file', 'tmp/project-graph.json'],
  ['eslint', ...(asked.length > 0 ? asked : ['.']), '--max-warnings', '0'],
]) {
  const { status, stdout } = spawnSync(`${root}node_modules/.bin/${command}`, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['inherit', command === 'nx' ? 'pipe' : 'inherit', 'inherit'],
  });
  if (status === 0) continue;
  if (stdout) process.stdout.write(stdout);
  process.exit(1);
}
