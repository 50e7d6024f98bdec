/**
 * A cache server of Nx's self-hosted protocol, on the loopback:
 * `node cache-server.mjs <folder> <token that may write> <token that may read>`. Entries are files of
 * the folder, named by their hash. It prints its address once it listens, and appends a line for each
 * request, `METHOD hash status`, to `requests.log` next to them.
 *
 * @see https://nx.dev/docs/kb/self-hosted-caching
 */
import {
  appendFileSync,
  createReadStream,
  existsSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

const [folder, mayWrite, mayRead] = process.argv.slice(2);

const server = createServer(async (request, response) => {
  const [, hash] = /^\/v1\/cache\/([a-zA-Z0-9]+)$/.exec(request.url) ?? [];
  const status = hash === undefined ? 404 : await answer(request, join(folder, hash));
  appendFileSync(join(folder, 'requests.log'), `${request.method} ${hash} ${status}\n`);
  if (status === 200) send(response, join(folder, hash));
  else response.writeHead(status).end();
});

server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});

/** The status of the answer; an upload is kept by then. */
async function answer(request, entry) {
  const body = await buffer(request);
  const token = request.headers.authorization?.replace(/^Bearer /, '');
  if (token !== mayWrite && token !== mayRead) return 401;
  if (request.method === 'GET') return existsSync(entry) ? 200 : 404;
  if (request.method !== 'PUT') return 405;
  if (token !== mayWrite) return 403;
  if (existsSync(entry)) return 409;
  // Under its own name only once it is whole.
  writeFileSync(`${entry}.part`, body);
  renameSync(`${entry}.part`, entry);
  return 202;
}

function send(response, entry) {
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': statSync(entry).size,
  });
  createReadStream(entry).pipe(response);
}
