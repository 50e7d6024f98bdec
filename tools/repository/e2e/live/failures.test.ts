import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type LiveResult, type ReceivedRequest, useLive } from '../../testing/grafana';

const TOKEN = 'glsa_geheim';
const isSave = ({ method, path }: ReceivedRequest) =>
  method !== 'GET' && path.includes('dashboard') && !path.includes('folder');

describe.each(['classic', 'v1'])('a Grafana that fails, by the API %s', (api) => {
  const { workspace, grafana } = useLive({ token: TOKEN });
  const results: LiveResult[] = [];
  const run = async (command: string, more: string[] = [], env: Record<string, string> = {}) => {
    const result = await workspace().run(command, grafana(), ['--api', api, ...more], env);
    results.push(result);
    return result;
  };
  afterAll(() => {
    expect(results.length).toBeGreaterThan(10);
    expect(JSON.stringify(results)).not.toContain(TOKEN);
  });

  it('ends with 2 where the token is not taken', async () => {
    grafana().behaviour.token = 'another';
    const refused = await run('push', [], { GRAFANA_TOKEN: TOKEN });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('answered 401: it takes no such token [grafana-failed]');
    expect(grafana().store.writes).toEqual([]);
    grafana().behaviour.token = TOKEN;
  });

  it('stops at the first write that the token may not do, and reports each dashboard', async () => {
    grafana().behaviour.forbids = isSave;
    const stopped = await run('push');
    expect(stopped.status).toBe(2);
    expect(stopped.stdout).toContain('bus: failed, answered 403, the token may not do this');
    expect(stopped.stdout).toContain('sse: skipped, the push had ended');
    expect(stopped.stderr).toContain('[grafana-failed]');
    expect(grafana().requests.filter(isSave)).toHaveLength(1);
    grafana().behaviour.forbids = () => false;
    expect((await run('push')).stdout).toContain('2 created');
  });

  it('waits as long as it is asked to, and tries again what may pass', async () => {
    const tried: number[] = [];
    grafana().behaviour.disturb = (request) => {
      if (!isSave(request)) return undefined;
      tried.push(Date.now());
      const headers = { 'retry-after': '1' };
      if (tried.length === 1) return { kind: 'refuse', status: 429, headers };
      return tried.length === 2 ? { kind: 'refuse', status: 503 } : undefined;
    };
    const pushed = await run('push', ['--only', 'bus']);
    expect(pushed.stdout).toContain('1 created');
    expect(tried).toHaveLength(3);
    expect(tried[1]! - tried[0]!).toBeGreaterThanOrEqual(1000);
  });

  it('does not wait for hours', async () => {
    grafana().behaviour.disturb = () => ({
      kind: 'refuse',
      status: 429,
      headers: { 'retry-after': '7200' },
    });
    const refused = await run('diff');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('asks to wait 7200 s; try again then');
  });

  it('gives up on a server that goes on failing, and goes on where it ended', async () => {
    await run('push', ['--only', 'bus']);
    grafana().behaviour.disturb = (request) =>
      isSave(request) ? { kind: 'refuse', status: 500 } : undefined;
    const failed = await run('push');
    expect(failed.status).toBe(2);
    expect(failed.stdout).toContain('sse: failed, answered 500: disturbed');
    grafana().behaviour.disturb = () => undefined;
    expect((await run('push')).stdout).toContain('1 created, 1 unchanged');
  });

  it.each(['before', 'after', 'mid-answer'] as const)(
    'breaks the connection %s a write, and neither loses nor doubles it',
    async (when) => {
      let broken = 0;
      grafana().behaviour.disturb = (request) =>
        isSave(request) && broken++ === 0 ? { kind: 'break', when } : undefined;
      const pushed = await run('push');
      expect(pushed).toMatchObject({ status: 0 });
      expect(broken).toBeGreaterThan(1);
      expect(grafana().store.writes.map(({ uid, kind }) => `${kind} ${uid}`)).toEqual([
        'create g6-bus',
        'create g6-sse',
      ]);
      workspace().change('spec.yml', 'Events of a bus.', 'What a bus carries.');
      broken = 0;
      expect(await run('push')).toMatchObject({ status: 0 });
      expect(grafana().dashboard('g6-bus').version).toBe(2);
      expect((await run('diff')).status).toBe(0);
    },
  );

  it('answers too late', async () => {
    let release: () => void = () => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    grafana().behaviour.disturb = () => ({ kind: 'wait', until });
    const slow = await run('diff', ['--timeout', '1s']);
    release();
    expect(slow.status).toBe(2);
    expect(slow.stderr).toContain('did not answer within 1 s');
  });

  it('repeats the token that it was sent, which nothing shows', async () => {
    const echo = createServer((request, response) => {
      const said = `no: ${request.headers.authorization ?? ''} \\u0067lsa_geheim`;
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(`{"message": "${said}", "kind": "Status"}`);
    });
    echo.listen(0, '127.0.0.1');
    await once(echo, 'listening');
    const url = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
    const refused = await run('diff', ['--grafana', url]);
    echo.close();
    expect(refused.stderr).toContain('answered 400: no: Bearer (token) (token)');
  });

  it('is no Grafana, and nothing is taken for missing', async () => {
    const other = createServer((request, response) => {
      const moved = request.url?.startsWith('/moved') === true;
      response.writeHead(moved ? 302 : 404, {
        location: 'https://user:pass@login.example.org/x?t=1',
      });
      response.end('<html>');
    });
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const foreign = await run('diff', ['--grafana', url]);
    const moved = await run('diff', ['--grafana', `${url}/moved`]);
    const closed = await run('diff', ['--grafana', 'http://127.0.0.1:9']);
    other.close();
    for (const { status } of [foreign, moved, closed]) expect(status).toBe(2);
    expect(foreign.stderr).toContain(
      'answered 404, but not as Grafana does; name its address with the path that it is served at',
    );
    expect(moved.stderr).toContain('redirects to https://login.example.org/x; name that address');
    expect(closed.stderr).toContain('nothing answers there');
  });

  it('is named in a way that is refused, and no secret is repeated', async () => {
    const file = workspace().at('token');
    writeFileSync(file, 'two words\n');
    const tries = [
      ['--grafana', `http://admin:${TOKEN}@127.0.0.1:1`],
      ['--grafana', `http://127.0.0.1:1/?token=${TOKEN}`],
      ['--grafana', `127.0.0.1/${TOKEN}`],
      ['--token-env', 'NONE'],
      ['--token-file', file],
      ['--token-file', workspace().at('none')],
      ['--namespace', '../../x'],
      ['--folder-uid', 'a/b'],
      ['--folder', 'A', '--folder-uid', 'b'],
      ['--folder', 'A//B'],
      ['--cert', file],
    ];
    const refused = [];
    for (const options of tries) refused.push(await run('diff', options));
    expect(refused.map(({ status }) => status)).toEqual(tries.map(() => 2));
    const first = ({ stderr }: LiveResult) => stderr.split('\n')[0]?.replace(workspace().root, '');
    expect(refused.map(first)).toEqual([
      '--grafana: error: an address must hold no user and no password; name a token with --token-env [option-value]',
      '--grafana: error: an address must hold nothing after "?" or "#" [option-value]',
      '--grafana: error: this is not an address [option-value]',
      '--token-env: error: the environment variable NONE is not set [option-value]',
      '--token-file: error: it holds characters that no token has [option-value]',
      '/none: error: cannot be read: there is no such file or folder [file-unreadable]',
      '--namespace: error: this is no namespace of Grafana [option-value]',
      '--folder-uid: error: this is no uid of Grafana [option-value]',
      '--folder-uid: error: only one of --folder and --folder-uid goes [option-value]',
      '--folder: error: "A//B" is not a folder in Grafana [option-value]',
      '--cert: error: a client certificate needs its key, and a key its certificate [option-value]',
    ]);
    expect(grafana().connections).toBe(0);
  });

  it('is only trusted if its certificate is', async () => {
    const at = (name: string) => workspace().at(name);
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const files = ['-keyout', at('key.pem'), '-out', at('cert.pem')];
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files],
    ]);
    expect(made.status).toBe(0);
    const [key, cert] = [readFileSync(at('key.pem')), readFileSync(at('cert.pem'))];
    const seen: (string | undefined)[] = [];
    const secure = createSecureServer({ key, cert }, (request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end('{"message": "not found", "kind": "Status"}');
    });
    secure.listen(0, '127.0.0.1');
    await once(secure, 'listening');
    const url = `https://127.0.0.1:${(secure.address() as AddressInfo).port}`;
    const refused = await run('diff', ['--grafana', url, '--only', 'sse']);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/DEPTH_ZERO_SELF_SIGNED_CERT|self.signed/i);
    expect(seen).toEqual([]);
    const trusted = await run('diff', ['--grafana', url, '--only', 'sse', '--ca', at('cert.pem')]);
    expect(trusted).toMatchObject({ status: 6, stdout: 'missing:sse\n' });
    expect(seen).toEqual([`Bearer ${TOKEN}`]);
    secure.closeAllConnections();
    secure.close();
  });

  it('takes the token from a file', async () => {
    const file = workspace().at('token');
    writeFileSync(file, `${TOKEN}\n`);
    const compared = await run('diff', ['--token-file', file], { GRAFANA_TOKEN: '' });
    expect(compared.status).toBe(6);
  });
});

describe('a frozen egress', () => {
  const { workspace, grafana } = useLive();

  it.each(['diff', 'push'])('refuses %s before a connection is opened', async (command) => {
    const frozen = await workspace().run(command, grafana(), [], { G6_EGRESS_FROZEN: '1' });
    expect(frozen).toMatchObject({ status: 11, stdout: '' });
    expect(frozen.stderr).toContain('no connection to a Grafana is opened [egress-frozen]');
    expect(grafana().connections).toBe(0);
  });
});
