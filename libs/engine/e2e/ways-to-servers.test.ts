import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { instantQuery } from '@g6/prometheus-api';
import { fetchText } from '../src/files/fetch-text';
import { openPrometheus } from '../src/files/prometheus-client';
import { openPrometheusReads } from '../src/files/prometheus-reads';
import { readServerAccess, type ServerOptions } from '../src/files/server-access';
import { useTempFolder } from '../testing/temp-folder';

const folder = useTempFolder();
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function listen(server: Server): Promise<string> {
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Who asks servers: an import, `check`, and the preview. Each gives the text of a success, or a fault. */
const ASKERS: readonly (readonly [
  string,
  (url: string, options: ServerOptions) => Promise<string>,
])[] = [
  [
    'an import',
    async (url, options) => {
      const { text, problem } = await fetchText(
        `${url}/api/v1/query`,
        'application/json',
        readServerAccess(options).access,
      );
      return text ?? problem.message;
    },
  ],
  [
    'a check',
    async (url, options) => {
      const limits = { timeLimit: 5000, concurrency: 2, mostRequests: 10 };
      const { access } = readServerAccess(options);
      const client = await openPrometheus({ env: {}, ...access, ...limits, url });
      const { data, failure } = await client.ask(instantQuery('up', 5));
      await client.close();
      return failure ? failure.message : JSON.stringify({ status: 'success', data });
    },
  ],
  [
    'the preview',
    async (url, options) => {
      const reads = await openPrometheusReads(url, readServerAccess(options).access);
      const { body } = await reads.read({ path: 'query', parameters: [] });
      await reads.close();
      return body;
    },
  ],
];

const ANSWER = '{"status":"success","data":{"resultType":"vector","result":[]}}';

describe.each(ASKERS)('%s reaches a server', (_, asking) => {
  const seen: IncomingMessage['headers'][] = [];
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    seen.push(request.headers);
    request.resume();
    response.setHeader('content-type', 'application/json');
    if (request.headers['accept-encoding']?.includes('gzip') !== true) response.end(ANSWER);
    else response.setHeader('content-encoding', 'gzip').end(gzipSync(ANSWER));
  };
  const plainServer = async () => `http://${await listen(createServer(answer))}`;

  /** A server that wants a client certificate, and the options that bring it. */
  async function secureServer() {
    const [keyFile, certFile] = ['key.pem', 'cert.pem'].map((name) => join(folder(), name)) as [
      string,
      string,
    ];
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', keyFile, '-out', certFile],
    ]);
    expect(made.status).toBe(0);
    const [key, cert] = [readFileSync(keyFile), readFileSync(certFile)];
    const tls = { key, cert, ca: cert, requestCert: true, rejectUnauthorized: true };
    const url = `https://${await listen(createSecureServer(tls, answer))}`;
    return { url, files: { key: keyFile, cert: certFile, ca: certFile } };
  }

  /** A proxy that opens tunnels, and what it was asked for. */
  async function proxy(allowed = () => true) {
    const asked: string[] = [];
    const server = createServer((_request, response) => response.writeHead(500).end());
    const sockets = new Set<Socket>();
    closing.push(() => {
      for (const socket of sockets) socket.destroy();
    });
    server.on('connect', (request: IncomingMessage, socket: Socket) => {
      const { url = '', headers } = request;
      asked.push(`${url} ${headers['proxy-authorization'] ?? ''}`.trim());
      if (!allowed()) {
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
        return;
      }
      const [host = '', port = ''] = url.split(':');
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      for (const one of [socket, onward]) {
        sockets.add(one);
        one.on('error', () => socket.destroy());
      }
    });
    return { host: await listen(server), asked };
  }

  it('with a token, basic auth or further headers, from the environment or a file', async () => {
    const url = await plainServer();
    const file = join(folder(), 'secret');
    writeFileSync(file, 'geheim\n');
    const env = { SECRET: 'geheim' };
    const headers = [['X-Scope-OrgID', 'shop']] as const;
    const basic = `Basic ${btoa('me:geheim')}`;
    const ways: readonly (readonly [ServerOptions, string])[] = [
      [{ env, tokenEnv: 'SECRET' }, 'Bearer geheim'],
      [{ tokenFile: file }, 'Bearer geheim'],
      [{ env, user: 'me', passwordEnv: 'SECRET' }, basic],
      [{ user: 'me', passwordFile: file }, basic],
    ];
    for (const [options, authorization] of ways) {
      expect(await asking(url, { ...options, headers })).toBe(ANSWER);
      expect(seen.at(-1)).toMatchObject({ authorization, 'x-scope-orgid': 'shop' });
    }
    expect(await asking(url.replace('//', '//me:geheim@'), {})).toBe(ANSWER);
    expect(seen.at(-1)).toMatchObject({ authorization: basic });
  });

  it('over HTTPS with a client certificate, through a proxy that wants a password', async () => {
    const { url, files } = await secureServer();
    const { host, asked } = await proxy();
    const env = { HTTPS_PROXY: `http://me:geheim@${host}`, HTTP_PROXY: 'http://127.0.0.1:9' };
    expect(await asking(url, { ...files, env })).toBe(ANSWER);
    expect(asked[0]).toBe(`${url.slice('https://'.length)} Basic ${btoa('me:geheim')}`);
    asked.length = 0;
    const { ca } = files;
    expect(await asking(url, { ca, env })).not.toContain('success');
    for (const direct of ['127.0.0.1', '*', 'other.example, 127.0.0.1']) {
      asked.length = 0;
      expect(await asking(url, { ...files, env: { ...env, NO_PROXY: direct } })).toBe(ANSWER);
      expect(asked).toEqual([]);
    }
  });

  it('unless a proxy refuses, and says so without its password', async () => {
    const { host } = await proxy(() => false);
    const env = { https_proxy: `me:geheim@${host}` };
    const text = await asking('https://prometheus.example', { env });
    expect(text).toContain('the proxy answered 407');
    expect(text).not.toContain('geheim');
  });
});

it('a proxy that is none is a problem that shows no password', () => {
  const env = { HTTPS_PROXY: 'socks5://me:geheim@127.0.0.1:1080', HTTP_PROXY: 'proxy:3128' };
  const { problems } = readServerAccess({ env });
  expect(problems).toEqual([
    expect.objectContaining({
      file: 'HTTPS_PROXY',
      message: 'this is not the address of an HTTP proxy',
    }),
  ]);
  expect(JSON.stringify(problems)).not.toContain('geheim');
});
