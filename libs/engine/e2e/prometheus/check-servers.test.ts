import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DEFAULT_OPTIONS } from '@g6/generation';
import { lintRun } from '../../src/run/lint-run';
import { printCheck } from '../../src/reports/print-check';
import { checkRun, type CheckRequest } from '../../src/run/check-run';
import { useTempFolder } from '../../testing/temp-folder';

const folder = useTempFolder();
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A server on a free port that answers as a test wants. */
async function serve(
  handle: Handler,
  create: (listener: RequestListener) => Server = createServer,
): Promise<string> {
  const server = create((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      handle(request, response, body);
    });
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Writes a workspace with so many panels, each with a query of its own. */
function requestFor(
  url: string,
  panels = 2,
  more: Partial<CheckRequest['prometheus']> = {},
): CheckRequest {
  const at = (name: string) => join(folder(), name);
  const metric = {
    name: 'm',
    type: 'gauge',
    auto: false,
    panels: Array.from({ length: panels }, (_, index) => ({
      title: `Panel ${index}`,
      promql: `m + ${index}`,
    })),
  };
  mkdirSync(at('plans/shop'), { recursive: true });
  writeFileSync(
    at('spec.yml'),
    JSON.stringify({ version: 1, families: { shop: { metrics: [metric] } } }),
  );
  writeFileSync(at('plans/shop/plan.yaml'), 'slug: shop\nfamilies: [shop]\n');
  return {
    spec: { spec: at('spec.yml') },
    plans: { folder: at('plans') },
    output: at('generated'),
    options: { ...DEFAULT_OPTIONS, caps: { ...DEFAULT_OPTIONS.caps } },
    prometheus: {
      url,
      env: {},
      timeLimit: 700,
      concurrency: 4,
      mostRequests: 20_000,
      ...more,
    },
    now: 1_800_000_000,
    lookback: 3600,
    scrapeInterval: 15,
    strict: false,
  };
}

const reply = (response: ServerResponse, data: unknown) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ status: 'success', data }));
};

/** Answers as a Prometheus on which every query has one series. */
const sound: Handler = ({ url = '' }, response, body) => {
  const form = new URLSearchParams(body);
  if (url.includes('/query_range')) {
    const values = [
      [Number(form.get('start')), '1'],
      [Number(form.get('end')), '1'],
    ];
    reply(response, { resultType: 'matrix', result: [{ metric: { __name__: 'm' }, values }] });
  } else if (url.includes('/query')) {
    const value = [Number(form.get('time')), '1'];
    reply(response, { resultType: 'vector', result: [{ metric: { __name__: 'm' }, value }] });
  } else
    reply(response, url.includes('/metadata') ? {} : url.includes('/rules') ? { groups: [] } : []);
};

/** The one problem of a check, as text. */
async function problemOf(request: CheckRequest): Promise<string> {
  const { problems, status, findings } = await checkRun(request);
  expect({ status, findings }).toEqual({ status: 2, findings: [] });
  expect(problems).toHaveLength(1);
  const [{ file, message, hint = '' } = { file: '', message: '' }] = problems;
  return `${file}: ${message}${hint === '' ? '' : ` (${hint})`}`;
}

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

  it.each([
    ['a page', '<html>Log in</html>', 200],
    ['other JSON', '{"hello": 1}', 200],
    ['no data', '{"status": "success"}', 200],
  ])('answers with %s is no Prometheus', async (_, body, status) => {
    const host = await serve((_request, response) => {
      response.statusCode = status;
      response.end(body);
    });
    expect(await problemOf(requestFor(`http://${host}`))).toMatch(
      /answered (?:200, but not as Prometheus does|without data)/,
    );
  });

  it('has a result of another form is no Prometheus', async () => {
    const host = await serve((_, response) => {
      reply(response, { resultType: 'vector', result: [{ metric: 7 }] });
    });
    expect(await problemOf(requestFor(`http://${host}`))).toContain(
      'of the form that Prometheus has',
    );
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

  it('refuses a query makes a panel fail, in its own words', async () => {
    const host = await serve((request, response, body) => {
      if (!decodeURIComponent(body).replaceAll('+', ' ').includes('m   1')) {
        sound(request, response, body);
        return;
      }
      response.statusCode = 422;
      response.end('{"status":"error","errorType":"execution","error":"too many samples"}');
    });
    const { findings, panels, status } = await checkRun(requestFor(`http://${host}`));
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'panel-failing: "Panel 1" on "shop" fails: execution: too many samples',
    ]);
    expect({ panels, status }).toEqual({ panels: { data: 1, empty: 0, failing: 1 }, status: 10 });
  });

  it('lacks a part of its data is believed what it has, and nothing else', async () => {
    const warnings = ['store-2.example: connection refused'];
    const host = await serve((request, response, body) => {
      const { url = '' } = request;
      const query = new URLSearchParams(body).get('query') ?? '';
      if (query === 'vector(1)') {
        sound(request, response, body);
        return;
      }
      const series = [{ metric: { __name__: 'm' }, values: [[1_800_000_000, '1']] }];
      const data = url.includes('/query')
        ? { resultType: 'matrix', result: query.startsWith('m + 0') ? series : [] }
        : [];
      response.end(JSON.stringify({ status: 'success', data, warnings }));
    });
    const { findings, panels, unanswered } = await checkRun(requestFor(`http://${host}`));
    const said = 'the answer is incomplete: store-2.example: connection refused';
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      `panel-failing: "Panel 1" on "shop" fails: ${said}`,
    ]);
    expect(panels).toEqual({ data: 1, empty: 0, failing: 1 });
    expect(unanswered).toEqual([
      `the series of m and others: ${said}`,
      `the types of metrics: ${said}`,
      `the rules of the server: ${said}`,
      `metrics that nothing reads: ${said}`,
    ]);
  });

  it.each([
    ['unavailable', 'TSDB not ready'],
    ['timeout', 'query timed out in expression evaluation'],
  ])('says %s of everything is not blamed on the dashboards', async (errorType, error) => {
    const host = await serve((_, response) => {
      response.statusCode = 503;
      response.end(JSON.stringify({ status: 'error', errorType, error }));
    });
    const url = `http://${host}`;
    expect(await problemOf(requestFor(url))).toBe(`${url}: ${errorType}: ${error}`);
  });

  it('finds what an exception allows counts it and reports nothing', async () => {
    const host = await serve((request, response, body) => {
      if (!decodeURIComponent(body).replaceAll('+', ' ').includes('m   1')) {
        sound(request, response, body);
        return;
      }
      response.statusCode = 422;
      response.end('{"status":"error","errorType":"execution","error":"too many samples"}');
    });
    const request = requestFor(`http://${host}`);
    const spec = join(folder(), 'spec.yml');
    const plan = join(folder(), 'plans/shop/plan.yaml');
    const [plainSpec, plainPlan] = [spec, plan].map((path) => readFileSync(path, 'utf8'));
    const exception = { 'x-lint-ignore': [{ 'panel-failing': 'the server is small' }] };
    const outcome = async () => {
      const { status, findings, excepted } = await checkRun(request);
      return { status, findings: findings.length, excepted };
    };
    writeFileSync(
      spec,
      (plainSpec ?? '').replace(
        '{"name":"m"',
        `${JSON.stringify(exception).slice(0, -1)},"name":"m"`,
      ),
    );
    expect(await outcome()).toEqual({ status: 0, findings: 0, excepted: 1 });
    writeFileSync(spec, plainSpec ?? '');
    writeFileSync(plan, `${plainPlan ?? ''}x-lint-ignore: [panel-failing: the server is small]\n`);
    expect(await outcome()).toEqual({ status: 0, findings: 0, excepted: 1 });
    writeFileSync(plan, plainPlan ?? '');
    expect(await outcome()).toEqual({ status: 10, findings: 1, excepted: 0 });
    const linted = lintRun({ ...request, from: 'memory', strict: false });
    expect(linted.findings.filter(({ rule }) => rule.endsWith('-exception'))).toEqual([]);
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
