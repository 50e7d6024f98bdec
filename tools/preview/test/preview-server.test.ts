import { request as httpRequest, type IncomingMessage } from 'node:http';
import {
  DEFAULT_CONFIG,
  type PreviewOptions,
  PreviewSource,
  readEnvironment,
  runRequest,
} from '@g6/dashboards';
import { join } from 'node:path';
import { servePreview } from '../src/server/serve-preview';

const at = (path: string) => join(__dirname, '../../..', path);
const config = {
  ...DEFAULT_CONFIG,
  spec: at(DEFAULT_CONFIG.spec),
  plans: at(DEFAULT_CONFIG.plans),
};
const source = new PreviewSource(() => {
  return { request: runRequest(config, readEnvironment({})), files: [], problems: [] };
});

type PrometheusRead = Parameters<NonNullable<PreviewOptions['prometheus']>['read']>[0];

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

function ask(url: string, options: { method?: string; headers?: object; body?: string } = {}) {
  const { body, ...rest } = options;
  return new Promise<Answer>((resolve, reject) => {
    const request = httpRequest(url, { ...rest, headers: { ...rest.headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body: text });
      });
    });
    request.on('error', reject).end(body);
  });
}

describe('the server of a preview', () => {
  let url = '';
  let close = () => Promise.resolve();
  beforeAll(async () => {
    ({ url, close } = await servePreview({ source, port: 0 }));
  });
  afterAll(() => close());

  it('answers with the dashboards and with one of them', async () => {
    const state = JSON.parse((await ask(`${url}api/state`)).body) as { dashboards: object[] };
    expect(state).toMatchObject({ data: { kind: 'synthetic' }, stale: false });
    expect(state.dashboards).toHaveLength(15);
    const { body } = await ask(`${url}api/dashboard/bus_health`);
    expect(JSON.parse(body)).toMatchObject({ slug: 'bus_health', json: { title: 'Bus Health' } });
    expect((await ask(`${url}api/dashboard/none`)).status).toBe(404);
  });

  it('answers queries in the form of Prometheus', async () => {
    const body = 'query=sum(up)&start=1790000000&end=1790000060&step=15';
    const answer = await ask(`${url}api/prometheus/query_range`, { method: 'POST', body });
    const { status, data } = JSON.parse(answer.body) as {
      status: string;
      data: { resultType: string; result: { values: object[] }[] };
    };
    expect([status, data.resultType]).toEqual(['success', 'matrix']);
    expect(data.result[0]?.values).toHaveLength(5);
    const values = await ask(
      `${url}api/prometheus/label/bus/values?match[]=g6_bus_queue_retained_events`,
    );
    expect(JSON.parse(values.body)).toMatchObject({ data: ['bus-a', 'bus-b', 'bus-c'] });
    const wrong = await ask(`${url}api/prometheus/query_range?query=up&start=0&end=9e9&step=1`);
    expect([wrong.status, wrong.body]).toEqual([400, expect.stringContaining('bad_data')]);
  });

  it('allows scripts of its own only, and no frame around it', async () => {
    const { headers } = await ask(`${url}api/state`);
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['content-security-policy']).toContain("style-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    ['a page that points its own name here', { host: 'evil.example:80' }],
    ['another host with its port', { host: 'localhost.evil.example:80' }],
    ['this machine with another port', { host: '127.0.0.1:1' }],
    ['another site', { origin: 'https://evil.example' }],
    ['a page of another server on this machine', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin of its own, as in a sandbox', { origin: 'null' }],
    ['a site beside this one', { 'sec-fetch-site': 'same-site' }],
    ['a site that asks without an origin', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses %s', async (_, headers) => {
    expect((await ask(`${url}api/state`, { headers })).status).toBe(403);
  });

  it('refuses writes, and what lies outside its page', async () => {
    expect((await ask(`${url}api/state`, { method: 'DELETE' })).status).toBe(403);
    for (const path of ['%2e%2e/index.js', '..%2f..%2fpackage.json', 'page/../../index.js']) {
      expect((await ask(`${url}${path}`)).status).toBe(404);
    }
    expect((await ask(`${url}api/prometheus/admin/tsdb/delete_series`)).status).toBe(404);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])(
    'refuses the method %s',
    async (method) => {
      const answer = await ask(`${url}api/prometheus/query`, { method });
      expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([
        403,
        undefined,
      ]);
    },
  );

  it.each([
    ['api/prometheus/%E0%A4%A', 400],
    ['api/prometheus/admin/tsdb/snapshot', 404],
    ['api/prometheus/../../etc/passwd', 404],
    ['api/prometheus/label/a%2f..%2fb/values', 404],
    ['api/prometheus/write', 404],
    ['api/dashboard/..%2f..', 404],
    ['page.stamp', 404],
    ['.%00/page.js', 404],
  ])('refuses the path %s', async (path, status) => {
    expect((await ask(`${url}${path}`, { method: 'POST' })).status).toBe(status);
  });

  it('refuses requests that are too large, and goes on', async () => {
    const body = `query=${'x'.repeat(2_000_000)}`;
    const answer = await ask(`${url}api/prometheus/query`, { method: 'POST', body }).catch(
      // The server may hang up before all of the body is sent.
      (error: unknown) => ({ status: (error as NodeJS.ErrnoException).code }),
    );
    expect([413, 'EPIPE', 'ECONNRESET']).toContain(answer.status);
    const headers = { 'x-padding': 'y'.repeat(100_000) };
    const padded = await ask(`${url}api/state`, { headers }).catch(() => ({ status: 431 }));
    expect(padded.status).toBe(431);
    expect((await ask(`${url}api/state`)).status).toBe(200);
  });

  it('says what is wrong with a filter', async () => {
    const asked = new URLSearchParams({ query: 'up', filter: '} or vector(1) #' });
    const { status, body } = await ask(`${url}api/prometheus/query?${asked.toString()}`);
    expect([status, body]).toEqual([400, expect.stringContaining('written as in a selector')]);
  });

  it('tells open pages of edits', async () => {
    const server = await servePreview({ source, port: 0 });
    const heard = new Promise<string>((resolve) => {
      httpRequest(`${server.url}api/events`, (response) => {
        response.setEncoding('utf8').on('data', (text: string) => {
          if (text.includes('data:')) resolve(text);
          else server.announce();
        });
        response.on('error', () => undefined);
      }).end();
    });
    expect(await heard).toBe('data: changed\n\n');
    await server.close();
  });
});

describe('a preview of a Prometheus', () => {
  const asked: string[] = [];
  let url = '';
  let close = () => Promise.resolve();
  beforeAll(async () => {
    const read = ({ path, parameters }: PrometheusRead) => {
      asked.push(`${path} ${parameters.map((pair) => pair.join('=')).join('&')}`);
      return Promise.resolve({ status: 200, body: '{"status":"success","data":{}}' });
    };
    const prometheus = { host: 'prometheus.example', read };
    ({ url, close } = await servePreview({ source, port: 0, prometheus }));
  });
  afterAll(() => close());

  it('asks it with the parameters of a query only', async () => {
    const body = 'query=up&time=5&token=z';
    const answer = await ask(`${url}api/prometheus/query`, { method: 'POST', body });
    expect(JSON.parse(answer.body)).toEqual({ status: 'success', data: {} });
    expect(asked).toEqual(['query query=up&time=5']);
  });

  it('shows its host', async () => {
    const { body } = await ask(`${url}api/state`);
    expect(JSON.parse(body)).toMatchObject({
      data: { kind: 'prometheus', host: 'prometheus.example' },
    });
  });
});
