import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchText } from './fetch-text';
import { shownUrl } from './shown-url';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

describe('fetchText', () => {
  const servers: Server[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  });

  /** Starts a server, and returns its address. */
  async function serve(answer: Answer): Promise<string> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const messageOf = async (...args: Parameters<typeof fetchText>) =>
    (await fetchText(...args)).problem?.message;

  it('reads the text behind redirects of the same host, with credentials in headers', async () => {
    const seen: string[] = [];
    const address = await serve((request, response) => {
      const { url, headers } = request;
      seen.push([url, headers.authorization, headers['x-scope']].map(String).join(' '));
      if (request.url === '/') response.writeHead(302, { location: '/metrics' }).end();
      else response.end('up 1\n');
    });
    const withUser = address.replace('//', '//me:s%20cret@');
    const headers = [['X-Scope', 'a']] as const;
    expect(await fetchText(`${withUser}/`, '*/*', { headers })).toEqual({ text: 'up 1\n' });
    const basic = `Basic ${Buffer.from('me:s cret').toString('base64')}`;
    expect(seen).toEqual([`/ ${basic} a`, `/metrics ${basic} a`]);
    await fetchText(`${address}/metrics`, '*/*', { token: 'abc' });
    expect(seen[2]).toBe('/metrics Bearer abc undefined');
  });

  it('follows no redirect to another host, and none without end', async () => {
    const other = await serve((_request, response) => response.end('secret'));
    const address = await serve((request, response) => {
      const location = request.url === '/other' ? `${other}/?token=1` : '/again';
      response.writeHead(307, { location }).end();
    });
    expect(await messageOf(`${address}/other`, '*/*')).toBe(
      `the server redirects to ${other}; redirects to another host are not followed`,
    );
    expect(await messageOf(`${address}/again`, '*/*')).toBe(
      'the server redirects more than 5 times',
    );
  });

  it('refuses answers that are errors, too large or too slow', async () => {
    const address = await serve((request, response) => {
      if (request.url === '/401?key=1') response.writeHead(401).end('no');
      if (request.url === '/large') {
        const chunk = Buffer.alloc(1024 * 1024, 35);
        const more = () => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on('drain', more);
        more();
      }
      if (request.url === '/slow') response.write('up ');
    });
    const refused = await fetchText(`${address.replace('//', '//me:secret@')}/401?key=1`, '*/*');
    expect(refused.problem).toMatchObject({
      file: `${address}/401`,
      message: 'the server answered 401 Unauthorized',
      hint: 'give credentials with --token-env, --user or --header',
    });
    expect((await fetchText(`${address}/large`, '*/*')).problem?.code).toBe('file-too-large');
    expect(await messageOf(`${address}/slow`, '*/*', { timeLimit: 200 })).toBe(
      'there was no complete answer within 0.2 seconds',
    );
  });

  it('says why an address cannot be read', async () => {
    const address = await serve(() => undefined);
    const [server] = servers.splice(0);
    await new Promise((done) => server?.close(done));
    expect(await messageOf(address, '*/*')).toBe('cannot be read: nothing answers there');
    expect(await messageOf('ftp://127.0.0.1/', '*/*')).toBe(
      'only http and https addresses are read, not ftp://',
    );
  });

  it.each([
    ['http://me:secret@host:1/metrics?token=1#x', 'http://host:1/metrics'],
    ['https://host', 'https://host'],
    ['http://me:secret@host:port/', 'http://host:port/'],
  ])('shows %s without credentials', (address, shown) => {
    expect(shownUrl(address)).toBe(shown);
  });
});
