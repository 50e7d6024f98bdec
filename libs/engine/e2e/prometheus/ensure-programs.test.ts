import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { useTempFolder } from '../../testing/temp-folder';

const script = resolve(__dirname, '../../../../scripts/ensure-prometheus.mjs');
const COMMAND = 'sudo apt-get update && sudo apt-get install -y --no-install-recommends prometheus';

describe('ensure-prometheus', () => {
  const folder = useTempFolder();
  const run = () =>
    spawnSync(process.execPath, [script], {
      encoding: 'utf8',
      env: { PATH: folder(), TMPDIR: folder() },
    });

  /** Puts a program on the path, as a shell script. */
  function program(name: string, text: string): void {
    writeFileSync(join(folder(), name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder(), name), 0o755);
  }

  it('takes what is on the path', () => {
    for (const name of ['prometheus', 'promtool']) program(name, 'exit 1');
    const { status, stdout } = run();
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `${join(folder(), 'prometheus')}\n${join(folder(), 'promtool')}\n`,
    });
  });

  it('stops with the command to type where it cannot install', () => {
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toContain('prometheus and promtool are not on the PATH');
    expect(stderr).toContain(COMMAND);
  });

  it("installs Debian's package where it may", () => {
    symlinkSync('/usr/bin/env', join(folder(), 'env'));
    program('sudo', 'shift; "$@"');
    const log = join(folder(), 'log');
    program(
      'apt-get',
      `echo "$@" >> ${log}
       if [ "$1" = install ]; then
         for name in prometheus promtool; do
           echo > ${folder()}/$name; /bin/chmod +x ${folder()}/$name
         done
       fi`,
    );
    const { status, stderr } = run();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(readFileSync(log, 'utf8')).toBe(
      'update\ninstall -y --no-install-recommends prometheus\n',
    );
    expect(existsSync(join(folder(), 'g6-ensure-prometheus.lock'))).toBe(false);
  });

  it('does not wait for a process that was killed while it installed', () => {
    const { pid } = spawnSync('true');
    symlinkSync(String(pid), join(folder(), 'g6-ensure-prometheus.lock'));
    symlinkSync('/usr/bin/env', join(folder(), 'env'));
    program('sudo', 'shift; "$@"');
    program('apt-get', 'exit 100');
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toContain('`apt-get update` failed');
  });

  it('stops with what apt-get said where that fails', () => {
    symlinkSync('/usr/bin/env', join(folder(), 'env'));
    program('sudo', 'shift; "$@"');
    program('apt-get', 'echo no network >&2; exit 100');
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toContain('`apt-get update` failed: no network');
    expect(stderr).toContain(COMMAND);
  });
});
