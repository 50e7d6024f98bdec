/**
 * Makes the tarballs that `npm publish` would publish, and prints the report of `npm pack` as JSON. It
 * builds them outside the workspace, whose own build may be in use.
 *   node scripts/pack.mjs [--out FOLDER]     the default FOLDER is `dist`
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const PACKAGES = ['libs/engine', 'tools/plugin', 'tools/preview'];
const { values: args } = parseArgs({
  options: { out: { type: 'string', default: join(root, 'dist') } },
});
const out = resolve(args.out);

const stage = mkdtempSync(join(tmpdir(), 'g6-pack-'));
try {
  for (const folder of PACKAGES) {
    cpSync(join(root, folder), join(stage, folder), {
      recursive: true,
      filter: (path) => path !== join(root, folder, 'dist'),
    });
  }
  for (const script of ['build.mjs', 'build-types.mjs']) {
    execFileSync(process.execPath, [join(root, 'scripts', script), '--out', stage], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  mkdirSync(out, { recursive: true });
  const packed = PACKAGES.map((folder) => pack(join(stage, folder)));
  console.log(JSON.stringify(packed, null, 2));
} finally {
  rmSync(stage, { recursive: true, force: true });
}

function pack(folder) {
  const command = ['pack', '--json', '--ignore-scripts', '--pack-destination', out];
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const report = JSON.parse(
    execFileSync(npm, command, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  // npm 11 prints a list, later versions an object by package name.
  return Array.isArray(report) ? report[0] : Object.values(report)[0];
}
