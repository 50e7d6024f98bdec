import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { startLive, useLive } from '../../testing/grafana';

/** Loaded before the program: writes down every socket that is opened, and every name that is looked up. */
const WATCH = `
const { appendFileSync } = require('node:fs');
const note = (what) => appendFileSync(process.env.OPENED, what + '\\n');
const watch = (owner, name) => {
  const original = owner[name];
  owner[name] = function (...parameters) {
    note(name);
    return original.apply(this, parameters);
  };
};
watch(require('node:net').Socket.prototype, 'connect');
watch(require('node:tls'), 'connect');
watch(require('node:dns'), 'lookup');
watch(require('node:dgram'), 'createSocket');
`;

describe('the egress', () => {
  const { workspace, grafana } = useLive();

  async function opened(command: string, env: Readonly<Record<string, string>>) {
    const [hook, log] = [workspace().at('watch.cjs'), workspace().at('opened')];
    writeFileSync(hook, WATCH);
    rmSync(log, { force: true });
    const args = workspace().argsFor(command, grafana());
    const { ended } = startLive(args, {
      ...{ GRAFANA_TOKEN: grafana().behaviour.token, OPENED: log },
      NODE_OPTIONS: `--require ${hook}`,
      ...env,
    });
    const { status } = await ended;
    return { status, opened: existsSync(log) ? readFileSync(log, 'utf8') : '' };
  }

  it.each(['diff', 'push', 'pull'])(
    'of %s is watched, and opens no socket if it is frozen',
    async (command) => {
      expect(await opened(command, { G6_EGRESS_FROZEN: '1' })).toEqual({ status: 11, opened: '' });
      expect(grafana().connections).toBe(0);
      // The same watch sees the sockets of a run that may open them.
      const free = await opened(command, {});
      expect(free.opened).toContain('connect\n');
      expect(grafana().connections).toBeGreaterThan(0);
    },
  );
});
