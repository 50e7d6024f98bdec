import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { waitUntil } from '@g6/dashboards/testing';
import { freePort } from './free-port';

const SETTINGS = `storage: ./storage
auth: { htpasswd: { file: ./htpasswd, max_users: -1 } }
packages: { '@g6/*': { access: $all, publish: $all } }
web: { enable: false }
log: { type: stdout, format: json, level: error }
`;

/** Every other package comes from the configured registry. */
const npmSettings = (port: number) => `@g6:registry=http://127.0.0.1:${port}/
//127.0.0.1:${port}/:_authToken=nobody
`;

/** A registry on the loopback interface for packages of the scope `@g6`. */
export class LoopbackRegistry {
  private constructor(
    private readonly server: ChildProcess,
    readonly url: string,
    /** Contents of the `.npmrc` of a folder that uses it. */
    readonly npmrc: string,
  ) {}

  /** Starts a registry that stores everything in a folder. */
  static async start(folder: string): Promise<LoopbackRegistry> {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'config.yaml'), SETTINGS);
    const port = await freePort();
    const program = createRequire(__filename).resolve('verdaccio/bin/verdaccio');
    const server = spawn(
      process.execPath,
      [program, '--config', join(folder, 'config.yaml'), '--listen', `127.0.0.1:${port}`],
      { cwd: folder, stdio: 'ignore' },
    );
    const registry = new LoopbackRegistry(server, `http://127.0.0.1:${port}`, npmSettings(port));
    await registry.untilReady(port);
    return registry;
  }

  /** Stops the registry and waits for its end. */
  async stop(): Promise<void> {
    if (this.server.exitCode !== null) return;
    const gone = once(this.server, 'exit');
    this.server.kill();
    await gone;
  }

  private async untilReady(port: number): Promise<void> {
    try {
      await waitUntil('the registry to answer', () => {
        if (this.server.exitCode !== null) throw new Error('the registry did not start');
        return answers(port);
      });
    } catch (error) {
      await this.stop();
      throw error;
    }
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/-/ping`)).ok;
  } catch {
    // Nobody listens yet.
    return false;
  }
}
