/**
 * Makes sure that `prometheus` and `promtool` can run: if they are not on the PATH, installs
 * Debian's package if this user may, and otherwise stops with the command to type.
 *
 * Run by itself, `node scripts/ensure-prometheus.mjs`, it prints where they are. With
 * `--node-exporter` it does the same for `prometheus-node-exporter`, with `--chromium`, `--zsh` and `--fish` for
 * the packages of these names.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const PROMETHEUS = { programs: ['prometheus', 'promtool'], package: 'prometheus' };
const OTHERS = Object.fromEntries(
  [
    ['--node-exporter', 'prometheus-node-exporter'],
    ['--chromium', 'chromium'],
    ['--zsh', 'zsh'],
    ['--fish', 'fish'],
  ].map(([option, name]) => [option, { programs: [name], package: name }]),
);

const installCommands = (wanted) => [
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', '--no-install-recommends', wanted.package],
];

/** Of several test processes, one installs and the others wait. The lock links to the id of that process. */
const LOCK = join(tmpdir(), 'g6-ensure-prometheus.lock');

/** Returns the paths of programs and installs them if needed; throws with what to do if that is not possible. */
export function ensure(wanted) {
  const found = findPrograms(wanted);
  if (found) return found;
  const prefix = installerPrefix(wanted);
  takeLock();
  try {
    if (!findPrograms(wanted)) install(prefix, wanted);
  } finally {
    rmSync(LOCK, { force: true });
  }
  const installed = findPrograms(wanted);
  if (installed) return installed;
  throw new Error(advice('the package was installed, and they are still not on the PATH', wanted));
}

function findPrograms({ programs }) {
  const paths = programs.map(findProgram);
  return paths.every((path) => path !== undefined) ? paths : undefined;
}

/** The prefix of the install commands; throws if this user may not install. */
function installerPrefix(wanted) {
  if (!findProgram('apt-get')) {
    throw new Error(advice('there is no apt-get to install them with', wanted));
  }
  const prefix = rootPrefix();
  if (!prefix) {
    throw new Error(advice('installing them takes root, or sudo without a password', wanted));
  }
  return prefix;
}

function takeLock() {
  for (;;) {
    try {
      symlinkSync(String(process.pid), LOCK);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (holderRuns()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
      else rmSync(LOCK, { recursive: true, force: true });
    }
  }
}

function holderRuns() {
  try {
    process.kill(Number(readlinkSync(LOCK)), 0);
    return true;
  } catch (error) {
    // The process of another user cannot be signalled, but it runs.
    return error.code === 'EPERM';
  }
}

function install(prefix, wanted) {
  // The package would start a service on the usual port; tests start their own server.
  const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'];
  for (const command of installCommands(wanted)) {
    const [program, ...args] = [...prefix, ...quiet, ...command];
    const run = spawnSync(program, args, { encoding: 'utf8' });
    if (run.status !== 0) {
      const said = (run.stderr || run.error?.message || '').trim();
      throw new Error(advice(`\`${command.join(' ')}\` failed: ${said}`, wanted));
    }
  }
}

/** The prefix of a command that needs root: nothing, sudo, or undefined if neither works. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n'] : undefined;
}

function findProgram(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function advice(reason, wanted) {
  const commands = installCommands(wanted)
    .map((command) => `sudo ${command.join(' ')}`)
    .join(' && ');
  const { programs } = wanted;
  const are = programs.length === 1 ? 'is' : 'are';
  return (
    `The tests run real programs, and ${programs.join(' and ')} ${are} not on the PATH: ${reason}.\n` +
    `Install them, on Debian and Ubuntu with\n  ${commands}\nand run the tests again.`
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const wanted = OTHERS[process.argv[2]] ?? PROMETHEUS;
    console.log(ensure(wanted).join('\n'));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
