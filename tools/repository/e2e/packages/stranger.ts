import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { REPOSITORY } from './packed-packages';

/** How a command ended. */
export interface CommandResult {
  readonly status: number | null;
  /** Standard output and standard error together, as a terminal shows them. */
  readonly output: string;
}

/** Somebody who has no more of this repository than the packages that a registry gives out. */
export class Stranger {
  private readonly log: string[] = [];
  readonly root: string;

  /** `base` is a folder of its own, which somebody else removes. */
  constructor(
    private readonly base: string,
    npmrc: string,
  ) {
    this.root = join(base, 'acme');
    this.write('.npmrc', npmrc);
  }

  /** Everything that was run or told, and what it printed. */
  get transcript(): string {
    return this.log.join('\n');
  }

  /** Runs a command line to its end, and records it. */
  async run(command: string): Promise<CommandResult> {
    const result = await this.runUnseen(command);
    const { output, status } = result;
    this.log.push(`$ ${command}`, output, ...(status === 0 ? [] : [`(exit status ${status})`]), '');
    return result;
  }

  /** Runs a command line to its end, which no transcript tells of. */
  runUnseen(command: string): Promise<CommandResult> {
    return new Promise((ended, failed) => {
      const child = spawn(command, { cwd: this.root, env: this.environment(), shell: true });
      let output = '';
      const collect = (chunk: Buffer) => (output += chunk.toString());
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
      child.on('error', failed);
      child.on('close', (status) => {
        ended({ status, output });
      });
    });
  }

  /** Records what was done by hand. */
  tell(remark: string): void {
    this.log.push(`# ${remark}`, '');
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  exists(file: string): boolean {
    return existsSync(this.path(file));
  }

  /** Replaces the first occurrence of a text in a file, which must have it. */
  edit(file: string, from: string, to: string): void {
    const before = this.read(file);
    if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
    this.write(file, before.replace(from, to));
  }

  private path(file: string): string {
    return join(this.root, file);
  }

  /** That of this process, without anything that comes from this repository or its tests. */
  private environment(): NodeJS.ProcessEnv {
    const foreign =
      /^(NX_|G6_|GIT_|JEST_|npm_(?!config_)|npm_config_local_prefix$|INIT_CWD$|NODE_OPTIONS$|NODE_ENV$|CI$|FORCE_COLOR$|SOURCE_DATE_EPOCH$)/;
    const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
    const path = (process.env['PATH'] ?? '')
      .split(delimiter)
      .filter((entry) => !entry.startsWith(REPOSITORY));
    return {
      ...Object.fromEntries(own),
      PATH: path.join(delimiter),
      NO_COLOR: '1',
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      npm_config_loglevel: 'error',
      npm_config_update_notifier: 'false',
      GIT_AUTHOR_NAME: 'Somebody',
      GIT_AUTHOR_EMAIL: 'somebody@example.org',
      GIT_COMMITTER_NAME: 'Somebody',
      GIT_COMMITTER_EMAIL: 'somebody@example.org',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      NX_CACHE_DIRECTORY: join(this.base, 'nx-cache'),
      NX_WORKSPACE_DATA_DIRECTORY: join(this.base, 'nx-data'),
      NX_DAEMON: 'false',
      NX_NO_CLOUD: 'true',
      // One task after the other, so that a transcript tells of them in the same order every time.
      NX_PARALLEL: '1',
      NX_TUI: 'false',
    };
  }
}
