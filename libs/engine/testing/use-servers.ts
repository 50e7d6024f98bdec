import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';

/** A server that wants a client certificate. */
export interface SecureServer {
  readonly url: string;
  /** The files with which a client reaches it, as options name them. */
  readonly files: { readonly key: string; readonly cert: string; readonly ca: string };
}

/** A proxy that opens tunnels. */
export interface Proxy {
  readonly host: string;
  /** What it was asked for: the host, and the credentials if there were any. */
  readonly asked: string[];
}

/** Starts servers on the loopback interface. */
export interface Servers {
  plain(answer: RequestListener): Promise<string>;
  /** Keeps its certificate in a folder. */
  secure(folder: string, answer: RequestListener): Promise<SecureServer>;
  proxy(isAllowed?: () => boolean): Promise<Proxy>;
}

/** Servers for each test of a file, which end with it. */
export function useServers(): Servers {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });
  const listen = async (server: Server): Promise<string> => {
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  return {
    plain: async (answer) => `http://${await listen(createServer(answer))}`,
    secure: async (folder, answer) => {
      const { key, cert } = makeCertificate(folder);
      const [keyText, certText] = [readFileSync(key), readFileSync(cert)];
      const tls = { key: keyText, cert: certText, ca: certText };
      const client = { requestCert: true, rejectUnauthorized: true };
      const host = await listen(createSecureServer({ ...tls, ...client }, answer));
      return { url: `https://${host}`, files: { key, cert, ca: cert } };
    },
    proxy: async (isAllowed = () => true) => {
      const { server, asked, close } = tunnelServer(isAllowed);
      closing.push(close);
      return { host: await listen(server), asked };
    },
  };
}

/** Makes a key and a certificate of this machine that signs itself. */
function makeCertificate(folder: string) {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const { status, stderr } = spawnSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return { key, cert };
}

function tunnelServer(isAllowed: () => boolean) {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(500).end());
  server.on('connect', ({ url = '', headers }: IncomingMessage, socket: Socket) => {
    asked.push(`${url} ${headers['proxy-authorization'] ?? ''}`.trim());
    if (!isAllowed()) {
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
  const close = () => {
    for (const socket of sockets) socket.destroy();
  };
  return { server, asked, close };
}
