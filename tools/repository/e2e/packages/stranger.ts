import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { REPOSITORY } from './packed-packages';

/** Exit status and output of a command. */
export interface CommandResult {
  readonly status: number | null;
  /** Standard output and standard error, interleaved as on a terminal. */
  readonly output: string;
}

/** A user who has nothing of this repository but the packages from a registry. */
export class Stranger {
  private readonly log: string[] = [];
  readonly root: string;

  /** `base` is an empty folder, which the caller removes. */
  constructor(
    private readonly base: string,
    npmrc: string,
    /** A folder of commands that come before all others, and a home folder of their own. */
    private readonly own: { readonly commands?: string; readonly HOME?: string } = {},
  ) {
    this.root = join(base, 'acme');
    this.write('.npmrc', npmrc);
  }

  /** All commands and remarks so far, with their output. */
  get transcript(): string {
    return this.log.join('\n');
  }

  /** Runs a command line to its end and records it. */
  async run(command: string): Promise<CommandResult> {
    const result = await this.runUnseen(command);
    const { output, status } = result;
    this.log.push(`$ ${command}`, output, ...(status === 0 ? [] : [`(exit status ${status})`]), '');
    return result;
  }

  /** Runs a command line to its end without recording it. */
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

  /** Records a manual step. */
  remark(text: string): void {
    this.log.push(`# ${text}`, '');
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

  /** Environment of this process, without anything that comes from this repository or its tests. */
  private environment(): NodeJS.ProcessEnv {
    const foreign =
      /^(NX_|G6_|GIT_|JEST_|npm_(?!config_)|npm_config_local_prefix$|INIT_CWD$|NODE_OPTIONS$|NODE_ENV$|CI$|FORCE_COLOR$|SOURCE_DATE_EPOCH$)/;
    const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
    const path = (process.env['PATH'] ?? '')
      .split(delimiter)
      .filter((entry) => !entry.startsWith(REPOSITORY));
    return {
      ...Object.fromEntries(own),
      PATH: [...(this.own.commands === undefined ? [] : [this.own.commands]), ...path].join(
        delimiter,
      ),
      ...(this.own.HOME === undefined ? {} : { HOME: this.own.HOME }),
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
      // One task at a time, so that transcripts list them in a stable order.
      NX_PARALLEL: '1',
      NX_TUI: 'false',
    };
  }
}
