import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PreviewOptions, PreviewServer, PreviewSource } from '@g6/dashboards';
import type { DataOrigin, FindingsAnswer, StateAnswer } from '../protocol';
import { withFilters } from './ad-hoc-filters';
import { pagePolicy, refusalOf, SAFE_HEADERS } from './guard';
import { pageFile, pageWithNonce } from './page-files';
import { failure, type PrometheusReader, readOf } from './prometheus-reads';
import { syntheticReads } from './synthetic-reads';

/** The only address that the server listens on. */
const LOOPBACK = '127.0.0.1';
/** Larger than any query that Prometheus answers. */
const LARGEST_BODY = 1024 * 1024;

/** Starts the server of a preview; fails if the port is taken. */
export async function servePreview(options: PreviewOptions): Promise<PreviewServer> {
  const { source, prometheus, port } = options;
  const data: DataOrigin = prometheus
    ? { kind: 'prometheus', host: prometheus.host }
    : { kind: 'synthetic' };
  const reader: PrometheusReader = prometheus
    ? ({ path, parameters }) => prometheus.read({ path, parameters: [...parameters] })
    : syntheticReads(() => source.catalogue());
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const preview = { source, data, reader, listeners, port: portOf(server) };
    answer(request, response, preview).catch((error: unknown) => {
      const { status, message } = refusedAs(error);
      if (!response.headersSent) send(response, status, 'text/plain', message);
      else response.destroy();
    });
  });
  await listen(server, port);
  return {
    url: `http://${LOOPBACK}:${portOf(server)}/`,
    announce: () => {
      for (const listener of listeners) listener.write('data: changed\n\n');
    },
    close: () => close(server),
  };
}

interface Preview {
  readonly source: PreviewSource;
  readonly data: DataOrigin;
  readonly reader: PrometheusReader;
  readonly listeners: Set<ServerResponse>;
  readonly port: number;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  preview: Preview,
): Promise<void> {
  const refusal = refusalOf(request, preview.port);
  if (refusal !== undefined) {
    send(response, 403, 'text/plain', refusal);
    return;
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://preview');
  if (pathname === '/api/events') {
    listenTo(response, preview.listeners);
    return;
  }
  if (pathname.startsWith('/api/prometheus/')) {
    const given = request.method === 'POST' ? await formOf(request) : searchParams;
    const path = decodeURIComponent(pathname.slice('/api/prometheus/'.length));
    const { status, body } = await prometheusAnswer(path, given, preview.reader);
    send(response, status, 'application/json', body);
    return;
  }
  const found = pathname.startsWith('/api/') ? apiAnswer(pathname, preview) : undefined;
  if (found !== undefined) {
    send(response, 200, 'application/json', JSON.stringify(found));
    return;
  }
  if (pathname === '/') {
    const nonce = randomBytes(16).toString('base64url');
    const policy = { 'content-security-policy': pagePolicy(nonce) };
    send(response, 200, 'text/html; charset=utf-8', pageWithNonce(nonce), policy);
    return;
  }
  const file = pageFile(pathname);
  if (file) send(response, 200, file.type, file.body);
  else send(response, 404, 'text/plain', 'not found');
}

async function prometheusAnswer(path: string, given: URLSearchParams, reader: PrometheusReader) {
  const read = readOf(path, given);
  if (!read) return failure(404, 'not_found', 'only reads are passed on');
  const expr = read.parameters.get('query');
  if (expr !== null) {
    const filtered = withFilters(expr, given.getAll('filter'));
    if (filtered === undefined) {
      return failure(400, 'bad_data', 'a filter is written as in a selector: job="api"');
    }
    read.parameters.set('query', filtered);
  }
  return reader(read);
}

function apiAnswer(path: string, { source, data }: Preview): unknown {
  if (path === '/api/state') return { ...source.state(), data } satisfies StateAnswer;
  if (path === '/api/findings') return { findings: source.findings() } satisfies FindingsAnswer;
  const slug = /^\/api\/dashboard\/(\w+)$/.exec(path)?.[1];
  return slug === undefined ? undefined : source.dashboard(slug);
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...SAFE_HEADERS,
    ...headers,
    'content-type': type,
    'cache-control': 'no-store',
  });
  response.end(body);
}

/** Keeps a connection open on which the page hears of edits. */
function listenTo(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, {
    ...SAFE_HEADERS,
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
  });
  response.write('retry: 500\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

class TooLarge extends Error {}

/** What a request is refused as that cannot be read. */
function refusedAs(error: unknown): { readonly status: number; readonly message: string } {
  if (error instanceof TooLarge) return { status: 413, message: 'the request is too large' };
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof URIError || code === 'ERR_INVALID_URL') {
    return { status: 400, message: 'the path is not one' };
  }
  return { status: 500, message: 'the preview failed' };
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += part;
    if (text.length > LARGEST_BODY) throw new TooLarge();
  }
  return new URLSearchParams(text);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}
