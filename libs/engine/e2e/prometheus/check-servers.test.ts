import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import { join } from 'node:path';
import { printCheck } from '../../src/reports/print-check';
import { checkRun, type CheckRequest } from '../../src/run/check-run';
import { problemOf, sound, useOddServers } from './odd-servers';

const { folder, servers, serve, requestFor } = useOddServers();

describe('a check against a server that', () => {
  it('is not there says so, without credentials', async () => {
    const text = await problemOf(requestFor('http://user:geheim@127.0.0.1:9/prefix?x=geheim'));
    expect(text).toBe('http://127.0.0.1:9/prefix: cannot be reached: nothing answers there');
  });

  it('never answers ends in time', async () => {
    const host = await serve(() => undefined);
    const started = performance.now();
    expect(await problemOfFirst(host)).toMatch(/did not answer within 0\.7 s/);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('sends a drop at a time ends in time', async () => {
    const host = await serve((_, response) => {
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => {
        clearInterval(timer);
      });
    });
    expect(await problemOfFirst(host)).toMatch(/did not answer within 0\.7 s/);
  });

  it('sends without end is not read to the end', async () => {
    let sent = 0;
    const block = Buffer.alloc(1024 * 1024, 0x20);
    const host = await serve((_, response) => {
      const write = () => {
        while (!response.destroyed && response.write(block)) sent += 1;
        if (!response.destroyed) sent += 1;
      };
      response.on('drain', write);
      write();
    });
    const text = await problemOfFirst(host, { timeLimit: 20_000 });
    expect(text).toMatch(/sent more than 32 MiB/);
    expect(sent).toBeLessThan(64);
  });

  it('is elsewhere says where, without credentials', async () => {
    const host = await serve((_, response) => {
      response.writeHead(302, { location: 'https://me:geheim@login.example/x?token=geheim' }).end();
    });
    const text = await problemOf(requestFor(`http://${host}`));
    expect(text).toContain('redirects to https://login.example/x; name that address');
    expect(text).not.toContain('geheim');
  });

  it('dies while it is asked ends the check, which goes on later', async () => {
    let answered = 0;
    let dead = false;
    const asked: string[] = [];
    const host = await serve((request, response, body) => {
      if (dead) {
        request.socket.destroy();
        return;
      }
      if (request.url?.includes('query_range')) {
        answered += 1;
        asked.push(body);
      }
      if (answered > 20) dead = true;
      sound(request, response, body);
    });
    const resume = join(folder(), 'answers.jsonl');
    const request = { ...requestFor(`http://${host}`, 60), resume };
    const caps = { ...request.options.caps, core: 100 };
    const whole = { ...request, options: { ...request.options, caps } };
    expect(await problemOf(whole)).toMatch(
      /(?:closed the connection|cannot be reached).* \(the same command goes on from here\)/,
    );
    const kept = readFileSync(resume, 'utf8').trim().split('\n').length - 1;
    expect(kept).toBeGreaterThan(10);
    dead = false;
    answered = -1000;
    const before = asked.length;
    const report = await checkRun({ ...whole, now: whole.now + 100 });
    expect(report.problems).toEqual([]);
    const panels = asked
      .slice(before)
      .filter((body) => decodeURIComponent(body).includes('query=m'));
    expect(panels).toHaveLength(60 - kept);
    expect(existsSync(resume)).toBe(false);
  });

  it('wants credentials gets them, and nobody else does', async () => {
    const seen: string[] = [];
    const host = await serve((request, response, body) => {
      const { authorization = '', 'x-scope-orgid': tenant = '' } = request.headers;
      seen.push(`${request.url ?? ''} ${authorization} ${String(tenant)}`);
      if (authorization === '') response.writeHead(401).end();
      else sound(request, response, body);
    });
    const url = `http://${host}/prefix`;
    expect(await problemOf(requestFor(url))).toBe(
      `${url}: answered 401: it wants other credentials (give credentials with --token-env, --user or --header)`,
    );
    const token = join(folder(), 'token');
    writeFileSync(token, 'geheim\n');
    const headers = [['X-Scope-OrgID', 'shop']] as const;
    const env = { PASSWORD: 'geheim' };
    for (const [more, expected] of [
      [{ tokenFile: token, headers }, 'Bearer geheim shop'],
      [{ user: 'me', passwordEnv: 'PASSWORD', env }, 'Basic bWU6Z2VoZWlt '],
    ] as const) {
      const report = await checkRun(requestFor(url, 2, more));
      expect(report.problems).toEqual([]);
      expect(seen.at(-1)).toMatch(/^\/prefix\/api\/v1\//);
      expect(seen.at(-1)).toContain(expected);
      expect(JSON.stringify(report)).not.toContain('geheim');
    }
  });

  it('wants a client certificate gets it, and is trusted by the authority that is named', async () => {
    const at = (name: string) => join(folder(), name);
    const made = spawnSync(
      'openssl',
      [
        ...[
          'req',
          '-x509',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-days',
          '2',
          '-subj',
          '/CN=localhost',
        ],
        ...['-addext', 'subjectAltName=IP:127.0.0.1'],
        ...['-keyout', at('key.pem'), '-out', at('cert.pem')],
      ],
      { encoding: 'utf8' },
    );
    expect(made).toMatchObject({ status: 0 });
    const [key, cert] = [readFileSync(at('key.pem')), readFileSync(at('cert.pem'))];
    const tls = { key, cert, ca: cert, requestCert: true, rejectUnauthorized: true };
    const host = await serve(sound, (handle) => createSecureServer(tls, handle));
    const url = `https://${host}`;
    const files = { cert: at('cert.pem'), key: at('key.pem'), ca: at('cert.pem') };
    expect((await checkRun(requestFor(url, 2, files))).problems).toEqual([]);
    expect(await problemOf(requestFor(url, 2, { ca: files.ca }))).toContain(url);
    expect(await problemOf(requestFor(url))).toMatch(/DEPTH_ZERO_SELF_SIGNED_CERT|self.signed/i);
  });

  it('is behind a proxy is asked through it, unless NO_PROXY says otherwise', async () => {
    const host = await serve(sound);
    const through: string[] = [];
    const proxy = await serve((request, response, body) => {
      through.push(request.url ?? '');
      sound(request, response, body);
    });
    const env = { HTTP_PROXY: `http://${proxy}` };
    const tunnelled = servers.at(-1);
    tunnelled?.on('connect', (request, socket) => {
      through.push(request.url ?? '');
      socket.end('HTTP/1.1 502 no\r\n\r\n');
    });
    await checkRun(requestFor(`http://${host}`, 2, { env }));
    expect(through[0]).toContain(host);
    through.length = 0;
    const direct = { env: { ...env, NO_PROXY: '127.0.0.1' } };
    expect((await checkRun(requestFor(`http://${host}`, 2, direct))).problems).toEqual([]);
    expect(through).toEqual([]);
  });

  it('has a budget of requests is not asked more often', async () => {
    let requests = 0;
    const host = await serve((request, response, body) => {
      requests += 1;
      sound(request, response, body);
    });
    const text = await problemOf(requestFor(`http://${host}`, 20, { mostRequests: 10 }));
    expect(text).toContain('the budget of 10 requests is used up');
    expect(requests).toBe(10);
  });

  it('takes four at once gets 10,000 queries, each once, with progress', async () => {
    let [now, most, ranges] = [0, 0, 0];
    const host = await serve((request, response, body) => {
      now += 1;
      most = Math.max(most, now);
      if (request.url?.includes('query_range')) ranges += 1;
      setImmediate(() => {
        now -= 1;
        if (now >= 4) {
          response.writeHead(503).end();
          return;
        }
        sound(request, response, body);
      });
    });
    const request = requestFor(`http://${host}`, 10_000, { timeLimit: 30_000 });
    const caps = { ...request.options.caps, core: 20_000 };
    const seen: number[] = [];
    const report = await checkRun({
      ...request,
      options: { ...request.options, caps },
      onProgress: (done, total) => {
        expect(total).toBe(10_000);
        seen.push(done);
      },
    });
    expect(report).toMatchObject({ problems: [], queries: 10_000, panels: { data: 10_000 } });
    expect(most).toBeLessThanOrEqual(4);
    expect(ranges).toBeLessThan(10_100);
    expect(seen.at(-1)).toBe(10_000);
  });

  it('is asked once what differs only in presentation, and nothing is written', async () => {
    const asked: string[] = [];
    const host = await serve((request, response, body) => {
      if (request.url?.includes('query_range'))
        asked.push(new URLSearchParams(body).get('query') ?? '');
      sound(request, response, body);
    });
    const request = requestFor(`http://${host}`);
    const panels = ['m + 1', 'm+1 # the same', ' m +\n1'].map((promql, index) => ({
      title: `T${index}`,
      promql,
      legend: `L${index}`,
    }));
    const metric = { name: 'm', type: 'gauge', auto: false, panels };
    writeFileSync(
      join(folder(), 'spec.yml'),
      JSON.stringify({ version: 1, families: { shop: { metrics: [metric] } } }),
    );
    const before = readdirSync(folder(), { recursive: true });
    const shell = { generateCommand: '', rulesCommand: '' };
    const { parts, status } = await printCheck(request, { format: 'json' }, shell);
    expect(status).toBe(0);
    expect(JSON.parse(parts[0]?.text ?? '')).toMatchObject({ queries: 1, errors: 0 });
    expect(asked.filter((query) => query.startsWith('m') || query.startsWith(' m'))).toHaveLength(
      1,
    );
    expect(readdirSync(folder(), { recursive: true })).toEqual(before);
  });
});

async function problemOfFirst(
  host: string,
  more: Partial<CheckRequest['prometheus']> = {},
): Promise<string> {
  return problemOf(requestFor(`http://user:geheim@${host}`, 2, more));
}
