import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Ajv from 'ajv';
import { reportSchemas } from '@g6/dashboards';
import { useTempFolder } from '@g6/dashboards/testing';
import { runProcess } from './cli-process';

const folder = useTempFolder();
let server: Server;
let host = '';
let hasData = true;

/** Answers every query with one series, or with none, to whoever has the token. */
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.headers.authorization !== 'Bearer geheim') {
      response.writeHead(401).end();
      return;
    }
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const form = new URLSearchParams(body);
      const probe = form.get('query') === 'vector(1)';
      const metric = { __name__: 'depth' };
      const time = Number(form.get('time') ?? form.get('end'));
      const series = form.has('step')
        ? { metric, values: [[time, '1']] }
        : { metric, value: [time, '1'] };
      const result = hasData || probe ? [series] : [];
      const resultType = form.has('step') ? 'matrix' : 'vector';
      const path = request.url ?? '';
      const lists = path.includes('metadata') ? {} : path.includes('rules') ? { groups: [] } : [];
      const data = path.includes('/query') ? { resultType, result } : lists;
      response.end(JSON.stringify({ status: 'success', data }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function check(
  args: readonly string[],
  env: Readonly<Record<string, string>> = { TOKEN: 'geheim' },
) {
  const spec =
    'version: 1\nfamilies:\n  bus:\n    metrics:\n      - {name: depth, type: gauge, panels: [{promql: depth}]}\n';
  const at = (name: string) => join(folder(), name);
  writeFileSync(at('spec.yml'), spec);
  writeFileSync(at('plans.yml'), 'dashboards:\n  - {slug: bus, families: [bus]}\n');
  const inputs = ['--spec', at('spec.yml'), '--plan', at('plans.yml')];
  return runProcess(['check', ...inputs, ...args], { env });
}

describe('g6-dashboards check', () => {
  it('ends with 0 if every panel has data, and with 10 if one has none', async () => {
    const server = ['--prometheus', `http://${host}`, '--token-env', 'TOKEN'];
    hasData = true;
    const sound = await check(server);
    expect(sound).toMatchObject({ status: 0, stderr: '' });
    expect(sound.stdout).toContain('no findings; panels: 1 with data, 0 empty, 0 failing; 1 query');
    hasData = false;
    const empty = await check([...server, '--format', 'github'], {
      TOKEN: 'geheim',
      G6_EGRESS_FROZEN: '1',
    });
    expect(empty.status).toBe(10);
    expect(empty.stdout).toMatch(/^::error file=.*spec\.yml,line=5,col=\d+,title=panel-empty::/m);
  });

  it('prints JSON that follows its schema', async () => {
    hasData = false;
    const { status, stdout } = await check([
      ...['--prometheus', `http://${host}`, '--token-env', 'TOKEN'],
      '--json',
    ]);
    expect(status).toBe(10);
    const { schema = false } =
      reportSchemas().find(({ command }) => command === 'check --json') ?? {};
    const ajv = new Ajv({ allErrors: true });
    ajv.validate(schema, JSON.parse(stdout));
    expect(ajv.errors ?? []).toEqual([]);
    const { findings } = JSON.parse(stdout) as { findings: object[] };
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'panel-empty', slug: 'bus', panel: 'depth panel 0' }),
    );
  });

  it('ends with 2 and shows no secret if the server or an option cannot be used', async () => {
    const url = `http://user:geheim@${host}/?token=geheim`;
    const refused = await check(['--prometheus', url]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('answered 401: it wants other credentials');
    const options = ['--prometheus', 'localhost:9090', '--cert', join(folder(), 'none.pem')];
    const unusable = await check([...options, '--password-env', 'NONE'], { TOKEN: 'geheim' });
    expect(unusable.status).toBe(2);
    for (const words of [
      'this is not an address',
      'NONE is not set',
      'none.pem',
      'needs its key',
    ]) {
      expect(unusable.stderr).toContain(words);
    }
    expect(JSON.stringify([refused, unusable])).not.toContain('geheim');
  });
});
