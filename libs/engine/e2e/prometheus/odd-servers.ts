import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DEFAULT_OPTIONS } from '@g6/generation';
import { checkRun, type CheckRequest } from '../../src/run/check-run';
import { useTempFolder } from '../../testing/temp-folder';

/** What a server does with a request. */
export type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** Servers that answer as a test wants, which are closed after it, and checks of them. */
export function useOddServers() {
  const folder = useTempFolder();
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

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

  return { folder, servers, serve, requestFor };
}

/** Answers with a success. */
export const reply = (response: ServerResponse, data: unknown) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ status: 'success', data }));
};

/** Answers as a Prometheus on which every query has one series. */
export const sound: Handler = ({ url = '' }, response, body) => {
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
export async function problemOf(request: CheckRequest): Promise<string> {
  const { problems, status, findings } = await checkRun(request);
  expect({ status, findings }).toEqual({ status: 2, findings: [] });
  expect(problems).toHaveLength(1);
  const [{ file, message, hint = '' } = { file: '', message: '' }] = problems;
  return `${file}: ${message}${hint === '' ? '' : ` (${hint})`}`;
}
