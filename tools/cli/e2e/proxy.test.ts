import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { useTempFolder } from '@g6/dashboards/testing';
import { runProcess } from './cli-process';

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

// The library is tried in every way elsewhere; this is what the package bundles of the HTTP client.
describe('the command line behind a proxy', () => {
  it('reads an HTTPS server through a tunnel, with a client certificate', async () => {
    const [keyFile, certFile] = [join(folder(), 'key.pem'), join(folder(), 'cert.pem')];
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', keyFile, '-out', certFile],
    ]);
    expect(made.status).toBe(0);
    const [key, cert] = [readFileSync(keyFile), readFileSync(certFile)];
    const tls = { key, cert, ca: cert, requestCert: true, rejectUnauthorized: true };
    const host = await listen(
      createSecureServer(tls, (_request, response) => {
        response.end('# TYPE depth gauge\ndepth 1\n');
      }),
    );
    const tunnels: string[] = [];
    const proxy = createServer();
    proxy.on('connect', ({ url = '' }: IncomingMessage, socket: Socket) => {
      tunnels.push(url);
      const [name = '', port = ''] = url.split(':');
      const onward = connect(Number(port), name, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      for (const one of [socket, onward]) one.on('error', () => socket.destroy());
      closing.push(() => {
        socket.destroy();
      });
    });
    const env = { HTTPS_PROXY: `http://${await listen(proxy)}` };
    const paths = ['--spec', join(folder(), 'spec.yml'), '--plans', join(folder(), 'plans')];
    const secrets = ['--cert', certFile, '--key', keyFile, '--ca', certFile];
    const { status, stderr } = await runProcess(
      ['import', 'metrics', `https://${host}/metrics`, ...secrets, ...paths],
      { env },
    );
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(tunnels).toEqual([host]);
    expect(readFileSync(join(folder(), 'spec.yml'), 'utf8')).toContain('name: depth');
  });
});
