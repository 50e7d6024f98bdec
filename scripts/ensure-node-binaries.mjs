/**
 * Makes sure that the Node.js versions of `scripts/node-binaries/package.json` can be run: installs
 * them with npm, once, into a folder of this workspace that git ignores. As dependencies of the
 * workspace they would take the place of `node` in every npm script.
 *
 * Run by itself, `node scripts/ensure-node-binaries.mjs`, it prints their paths.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const FILES = ['package.json', 'package-lock.json'];
const source = fileURLToPath(new URL('node-binaries', import.meta.url));
const target = fileURLToPath(new URL('../tmp/node-binaries', import.meta.url));

/** Returns the paths of the binaries by version; none on a platform that npm has no such package for. */
export function ensureNodeBinaries() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return {};
  const { dependencies } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const binaries = Object.entries(dependencies).map(([name, pinned]) => [
    pinned.slice(pinned.lastIndexOf('@') + 1),
    join(target, 'node_modules', name, 'bin/node'),
  ]);
  if (!isCurrent() || !binaries.every(([, path]) => existsSync(path))) install();
  return Object.fromEntries(binaries);
}

function isCurrent() {
  const [wanted, installed] = [source, target].map((folder) =>
    FILES.map((file) => {
      const path = join(folder, file);
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    }).join('\n'),
  );
  return wanted === installed;
}

function install() {
  mkdirSync(target, { recursive: true });
  for (const file of FILES) cpSync(join(source, file), join(target, file));
  const command = ['ci', '--ignore-scripts', '--no-bin-links', '--no-audit', '--no-fund'];
  execFileSync('npm', [...command, '--prefix', target], {
    cwd: target,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const path of Object.values(ensureNodeBinaries())) console.log(path);
}
