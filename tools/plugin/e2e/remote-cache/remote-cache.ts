import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAY_WRITE = 'token-that-may-write';
const MAY_READ = 'token-that-may-read';

/** A request of Nx to the server, and the status of the answer. */
export interface CacheRequest {
  readonly method: string;
  readonly hash: string;
  readonly status: number;
}

/** A cache server of Nx's self-hosted protocol in a process of its own, and the entries that it keeps. */
export class RemoteCache {
  private constructor(
    private readonly base: string,
    private readonly server: ChildProcess,
    private readonly address: string,
  ) {}

  /** Starts a server without entries on a free port of the loopback. */
  static async start(): Promise<RemoteCache> {
    const base = mkdtempSync(join(tmpdir(), 'g6-remote-cache-'));
    mkdirSync(join(base, 'entries'));
    const script = join(__dirname, '../../../../scripts/cache-server.mjs');
    const server = spawn(process.execPath, [script, join(base, 'entries'), MAY_WRITE, MAY_READ], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [address] = (await once(createInterface(server.stdout), 'line')) as [string];
    return new RemoteCache(base, server, address);
  }

  /** The environment of a machine whose runs may fill the cache. */
  get writer(): Record<string, string> {
    return this.environment(MAY_WRITE);
  }

  /** The environment of a machine that may only take from it. */
  get reader(): Record<string, string> {
    return this.environment(MAY_READ);
  }

  /** Gives all requests since it was asked last. */
  requests(): CacheRequest[] {
    const log = join(this.base, 'entries/requests.log');
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    writeFileSync(log, '');
    return lines
      .filter((line) => line !== '')
      .map((line) => {
        const [method = '', hash = '', status] = line.split(' ');
        return { method, hash, status: Number(status) };
      });
  }

  read(hash: string): Buffer {
    return readFileSync(this.entry(hash));
  }

  write(hash: string, content: Buffer | string): void {
    writeFileSync(this.entry(hash), content);
  }

  /** Replaces an entry by one that is whole and well formed, whose content is another. */
  forge(hash: string, original: Buffer, change: (folder: string) => void): void {
    const folder = mkdtempSync(join(this.base, 'forged-'));
    tar(['-xzf', '-', '-C', folder], original);
    change(folder);
    // Names as Nx writes them, without a leading `./`.
    this.write(hash, tar(['-czf', '-', '-C', folder, ...readdirSync(folder)]));
  }

  /** Stops the server and removes what it kept. */
  async stop(): Promise<void> {
    const gone = once(this.server, 'exit');
    this.server.kill();
    await gone;
    rmSync(this.base, { recursive: true, force: true });
  }

  private entry(hash: string): string {
    return join(this.base, 'entries', hash);
  }

  private environment(token: string): Record<string, string> {
    return {
      NX_SELF_HOSTED_REMOTE_CACHE_SERVER: this.address,
      NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: token,
    };
  }
}

function tar(args: readonly string[], input?: Buffer): Buffer {
  const { status, stdout, stderr } = spawnSync('tar', args, { input });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout;
}
