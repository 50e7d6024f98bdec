/**
 * Builds the packages for tests of processes, if the build is missing or older than its sources, and gives the tests a
 * cache folder of their own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['libs', 'tools'].flatMap((kind) =>
  readdirSync(join(root, kind)).map((name) => join(root, kind, name, 'src')),
);
const BUILD = ['scripts/build.mjs', 'scripts/build', 'package-lock.json'];
const INPUTS = [...SOURCES, ...BUILD.map((name) => join(root, name))];
const OUTPUTS = [
  'libs/engine/dist/cli.js',
  'tools/plugin/dist/index.js',
  'tools/preview/dist/index.js',
].map((name) => join(root, name));

export default function setup({ testPathPatterns }) {
  // What programs keep of earlier runs is no business of the user who runs the tests.
  const cache = mkdtempSync(join(tmpdir(), 'g6-cache-'));
  process.env.XDG_CACHE_HOME = cache;
  process.on('exit', () => rmSync(cache, { recursive: true, force: true }));
  if (runsNoProcess(testPathPatterns?.patterns ?? []) || isFresh()) return;
  const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (build.status !== 0) throw new Error('the build failed; its report is above');
}

/** Tests next to the code, and those in `test`, run from sources and need no build. */
function runsNoProcess(patterns) {
  return patterns.length > 0 && patterns.every((pattern) => /(^|\/)(src|test)(\/|$)/.test(pattern));
}

function isFresh() {
  if (!OUTPUTS.every((path) => existsSync(path))) return false;
  const built = Math.min(...OUTPUTS.map((path) => statSync(path).mtimeMs));
  return newestIn(INPUTS) <= built;
}

function newestIn(paths) {
  let newest = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) continue;
    const below = stat.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
    // Tests are no part of what is built.
    const time = stat.isDirectory()
      ? newestIn(below)
      : path.endsWith('.test.ts')
        ? 0
        : stat.mtimeMs;
    newest = Math.max(newest, time);
  }
  return newest;
}
