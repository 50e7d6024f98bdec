import { writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { instantQuery } from '@g6/prometheus-api';
import { fetchText } from '../src/files/fetch-text';
import { openPrometheus } from '../src/files/prometheus-client';
import { openPrometheusReads } from '../src/files/prometheus-reads';
import { readServerAccess, type ServerOptions } from '../src/files/server-access';
import { useTempFolder } from '../testing/temp-folder';
import { useServers } from '../testing/use-servers';

const folder = useTempFolder();
const servers = useServers();

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
  it('with a token, basic auth or further headers, from the environment or a file', async () => {
    const url = await servers.plain(answer);
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
    const { url, files } = await servers.secure(folder(), answer);
    const { host, asked } = await servers.proxy();
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
    const { host } = await servers.proxy(() => false);
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
