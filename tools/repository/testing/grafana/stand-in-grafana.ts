import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type GrafanaBehaviour, SOUND } from './behaviour';
import { classicRoute } from './classic-routes';
import { type Answer, failure, message, type ReceivedRequest } from './exchange';
import { savedByPage } from './fill-in';
import { requestFaults } from './request-faults';
import { resourceRoute } from './resource-routes';
import { type Json, Store, type StoredDashboard } from './stored-dashboard';

/**
 * A server that stands in for Grafana in tests, since none can be had where they run. It is written from
 * what is documented about both HTTP APIs; docs/grafana-stand-in.md lists what it does, with the source of
 * each.
 */
export class StandInGrafana {
  readonly store = new Store();
  readonly requests: ReceivedRequest[] = [];
  /** What was wrong with requests by what is documented about them. */
  readonly faults: string[] = [];
  /** Connections that were opened. */
  connections = 0;
  private readonly server: Server;

  private constructor(readonly behaviour: GrafanaBehaviour) {
    this.server = createServer((request, response) => {
      void this.serve(request, response);
    });
    this.server.on('connection', () => {
      this.connections += 1;
    });
  }

  /** Starts a server on a free port of this machine. */
  static async start(behaviour: Partial<GrafanaBehaviour> = {}): Promise<StandInGrafana> {
    const grafana = new StandInGrafana({ ...SOUND, ...behaviour });
    grafana.server.listen(0, '127.0.0.1');
    await once(grafana.server, 'listening');
    return grafana;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** A dashboard that must be there. */
  dashboard(uid: string): StoredDashboard {
    const stored = this.store.dashboards.get(uid);
    if (!stored) throw new Error(`there is no dashboard ${uid}`);
    return stored;
  }

  /** The requests that would change something. */
  get writing(): readonly ReceivedRequest[] {
    return this.requests.filter(({ method }) => method !== 'GET');
  }

  /** What somebody does who edits a dashboard in Grafana's own page and saves it. */
  edit(uid: string, change: (spec: Json) => Json | undefined, metaKey = 'g6_meta'): void {
    const { spec, folderUid, annotations, labels } = this.dashboard(uid);
    const copy = structuredClone(spec);
    const edited = change(copy) ?? copy;
    const content = { folderUid, annotations, labels, message: 'edited by hand' };
    this.store.put(uid, { ...content, spec: savedByPage(edited, metaKey) }, true);
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await receive(incoming);
    // The connection broke before the body was complete: nothing is carried out.
    if (request === undefined) return;
    this.requests.push(request);
    record(request, this.requests.length);
    const disturbance = this.behaviour.disturb(request, this.requests.length);
    if (disturbance?.kind === 'refuse') {
      const { status, headers } = disturbance;
      send(response, { ...message(status, 'disturbed'), ...(headers ? { headers } : {}) });
      return;
    }
    if (disturbance?.kind === 'break' && disturbance.when === 'before') {
      incoming.socket.destroy();
      return;
    }
    if (disturbance?.kind === 'wait') await disturbance.until;
    if (incoming.socket.destroyed) return;
    const answer = this.answer(request);
    if (disturbance?.kind === 'break') {
      if (disturbance.when === 'mid-answer') {
        response.writeHead(answer.status, { 'content-length': '1000' }).write('{"half"');
      }
      incoming.socket.destroySoon();
      return;
    }
    send(response, answer);
  }

  private answer(request: ReceivedRequest): Answer {
    const { token, forbids } = this.behaviour;
    const { authorization } = request.headers;
    if (token !== undefined && authorization !== `Bearer ${token}`) {
      return message(401, 'Invalid API key');
    }
    if (forbids(request)) {
      return request.path.startsWith('/apis/')
        ? failure(403, 'Forbidden', 'not allowed')
        : message(403, "You'll need additional permissions to perform this action.");
    }
    const faults = requestFaults(request);
    this.faults.push(...faults.map((fault) => `${request.method} ${request.path}: ${fault}`));
    if (faults.length > 0) return message(400, faults.join('; '));
    if (request.path.startsWith('/apis/')) {
      return resourceRoute(request, this.store, this.behaviour);
    }
    return request.path.startsWith('/api/')
      ? classicRoute(request, this.store, this.behaviour)
      : message(404, 'Not found');
  }
}

/** Reads a request to its end; undefined if it breaks off. */
async function receive(incoming: IncomingMessage): Promise<ReceivedRequest | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch {
    return undefined;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: text === '' ? undefined : (JSON.parse(text) as Json),
  };
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** Keeps the bodies of writes, for a check by the published schemas that runs afterwards. */
function record({ method, path, body }: ReceivedRequest, nth: number): void {
  const folder = process.env['G6_RECORD_REQUESTS'];
  if (folder === undefined || body === undefined) return;
  mkdirSync(folder, { recursive: true });
  const name = `${process.pid}-${process.hrtime.bigint()}-${nth}.json`;
  writeFileSync(join(folder, name), JSON.stringify({ method, path, body }));
}
