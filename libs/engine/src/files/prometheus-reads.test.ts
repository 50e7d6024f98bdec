import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openPrometheusReads, type PrometheusReads } from './prometheus-reads';

describe('reads of a Prometheus', () => {
  const asked: IncomingMessage[] = [];
  const bodies: string[] = [];
  let server: Server;
  let reads: PrometheusReads;
  const read = async (path: string, query: string) => {
    const { status, body } = await reads.read({
      path,
      parameters: [...new URLSearchParams(query)],
    });
    return [status, (JSON.parse(body) as { error?: string }).error ?? body];
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        asked.push(request);
        bodies.push(body);
        const { url = '' } = request;
        response.setHeader(
          'content-type',
          url.includes('series') ? 'text/html' : 'application/json',
        );
        if (url.includes('labels')) response.setHeader('content-length', 65 * 2 ** 20);
        if (url.includes('metadata')) response.statusCode = 401;
        if (url.includes('metadata')) response.setHeader('content-type', 'text/plain');
        if (url.includes('refused')) response.statusCode = 422;
        response.end('{"status":"success","data":{}}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const headers = [['X-Scope-OrgID', 'shop']] as const;
    reads = await openPrometheusReads(`http://me:se%20cret@127.0.0.1:${port}/prefix`, { headers });
  });
  afterAll(async () => {
    await reads.close();
    server.closeAllConnections();
    server.close();
  });

  it('pass on parameters, credentials and further headers', async () => {
    expect(await read('query', 'query=up&time=5')).toEqual([200, '{"status":"success","data":{}}']);
    const [{ url, headers } = { url: '', headers: {} as IncomingMessage['headers'] }] = asked;
    expect([url, bodies[0]]).toEqual(['/prefix/api/v1/query', 'query=up&time=5']);
    expect(headers.authorization).toBe(`Basic ${btoa('me:se cret')}`);
    expect(headers['x-scope-orgid']).toBe('shop');
    await read('label/a/values', 'match[]=up');
    expect(asked[1]?.url).toBe('/prefix/api/v1/label/a/values?match%5B%5D=up');
  });

  it('say what is wrong with an answer, in the form of Prometheus and without credentials', async () => {
    const { host } = reads;
    expect(host).not.toContain('cret');
    expect(await read('labels', '')).toEqual([502, expect.stringContaining('larger than 64 MiB')]);
    const html = `${host} answered 200, but not as Prometheus does`;
    expect(await read('series', 'match[]=up')).toEqual([502, html]);
    const other = `${host} answered 401: it wants other credentials`;
    expect(await read('metadata', '')).toEqual([502, other]);
    expect((await read('label/refused/values', ''))[0]).toBe(422);
  });
});
