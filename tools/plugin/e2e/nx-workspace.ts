import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const REPOSITORY = resolve(__dirname, '../../..');
const PACKAGES = { '@g6/plugin': '0.1.0', '@g6/dashboards': '0.1.0', nx: '23.2.1' };

/** The outcome of one run of Nx. */
export interface NxRun {
  readonly status: number | null;
  /** Standard output and standard error together, as a terminal shows them. */
  readonly output: string;
  /** Tasks whose result is told of, in order of appearance. */
  readonly tasks: readonly string[];
  /** Those of them that were answered from the cache. */
  readonly hits: readonly string[];
  /** Those of the hits that came from another machine's run. */
  readonly remoteHits: readonly string[];
  /** Tasks that one process ran together, as Nx announces them: `15 @g6/plugin:generate`. */
  readonly batches: readonly string[];
}

/**
 * A workspace of somebody who installed the plugin: a git repository of its own, whose lockfile has
 * the plugin as a package, with this repository's spec and a few of its plans.
 */
export class NxWorkspace {
  private readonly base = realpathSync(mkdtempSync(join(tmpdir(), 'g6-nx-')));
  readonly root = join(this.base, 'workspace');
  /** Seconds since 1970 that the file written last is dated. */
  private lastWrite = 0;

  /** Makes a workspace with the plans of some slugs, or clones the repository of another. */
  constructor(
    content: readonly string[] | NxWorkspace,
    private readonly env: Readonly<Record<string, string>> = { NX_ISOLATE_PLUGINS: 'false' },
  ) {
    mkdirSync(this.root);
    if (content instanceof NxWorkspace) this.git('clone', '--quiet', content.root, '.');
    else this.make(content);
    symlinkSync(join(REPOSITORY, 'node_modules'), this.path('node_modules'));
  }

  private make(slugs: readonly string[]): void {
    cpSync(join(REPOSITORY, 'dashboards/spec'), this.path('dashboards/spec'), { recursive: true });
    for (const slug of slugs) {
      const folder = `dashboards/plans/${slug}`;
      cpSync(join(REPOSITORY, folder), this.path(folder), { recursive: true });
    }
    this.write('nx.json', json({ analytics: false, plugins: ['@g6/plugin'] }));
    this.write(
      'package.json',
      json({ name: 'elsewhere', private: true, devDependencies: PACKAGES }),
    );
    this.write('package-lock.json', json(lockfile()));
    this.write('.gitignore', 'node_modules\n.nx\n');
    this.write('README.md', 'A workspace.\n');
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** Starts Nx in the workspace, with a cache that nobody else uses. */
  nx(command: string, env: Readonly<Record<string, string>> = {}): NxRun {
    const binary = this.path('node_modules/nx/dist/bin/nx.js');
    return this.run(process.execPath, [binary, ...command.split(' ')], env);
  }

  /** Runs a script that starts Nx, which fails as soon as any part of it does. */
  bash(script: string, env: Readonly<Record<string, string>> = {}): NxRun {
    return this.run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], env);
  }

  private run(
    program: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
  ): NxRun {
    // Into a file and not a pipe, whose last lines Nx may leave unwritten when it ends.
    const log = join(this.base, 'output');
    const descriptor = openSync(log, 'w');
    const { status } = spawnSync(program, args, {
      cwd: this.root,
      stdio: ['ignore', descriptor, descriptor],
      env: { ...this.environment(), ...env },
    });
    closeSync(descriptor);
    const output = readFileSync(log, 'utf8');
    const headings = [...output.matchAll(/^> nx run (\S+)(.*)$/gm)];
    const answered = (how: string) =>
      headings.filter(([, , from]) => from?.includes(how)).map(([, task]) => task as string);
    return {
      status,
      output,
      tasks: unique(headings.map(([, task]) => task as string)),
      hits: unique(answered('cache')),
      remoteHits: unique(answered('remote cache')),
      batches: [...output.matchAll(/Running (\d+) tasks? with (\S+)/g)].map(
        ([, count, executor]) => `${count} ${executor}`,
      ),
    };
  }

  /** Records everything as it is; afterwards nothing counts as changed. */
  commit(): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message=state');
  }

  /** Takes back what was changed since the last commit. */
  restore(): void {
    this.git('checkout', '--quiet', '.');
    this.git('clean', '--quiet', '--force', '-d');
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
    // Nx takes a file for unchanged whose time is the same second, so no two writes here share one.
    this.lastWrite = Math.max(this.lastWrite + 1, Math.floor(Date.now() / 1000));
    utimesSync(this.path(file), this.lastWrite, this.lastWrite);
  }

  /** Replaces the first occurrence of a text in a file, which must have it. */
  edit(file: string, from: string | RegExp, to: string): void {
    const before = this.read(file);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} has no ${String(from)}`);
    this.write(file, after);
  }

  append(file: string, text: string): void {
    this.write(file, this.read(file) + text);
  }

  remove(file: string): void {
    rmSync(this.path(file), { recursive: true });
  }

  exists(file: string): boolean {
    return existsSync(this.path(file));
  }

  /** Names of the generated files, sorted. */
  generated(): string[] {
    return this.exists('dashboards/generated')
      ? readdirSync(this.path('dashboards/generated')).sort()
      : [];
  }

  /** Removes the workspace and everything that belongs to it. */
  dispose(): void {
    rmSync(this.base, { recursive: true, force: true });
  }

  private path(file: string): string {
    return join(this.root, file);
  }

  private git(...args: string[]): void {
    const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org'];
    const options = { cwd: this.root, encoding: 'utf8', env: this.environment() } as const;
    const { status, stderr } = spawnSync('git', [...identity, ...args], options);
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  }

  private environment(): NodeJS.ProcessEnv {
    const foreign = /^(NX_|G6_|GIT_|CI$|FORCE_COLOR$|SOURCE_DATE_EPOCH$)/;
    const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
    return {
      ...Object.fromEntries(own),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      NO_COLOR: '1',
      NX_CACHE_DIRECTORY: join(this.base, 'cache'),
      NX_WORKSPACE_DATA_DIRECTORY: join(this.base, 'data'),
      NX_DAEMON: 'false',
      NX_NO_CLOUD: 'true',
      NX_TUI: 'false',
      NX_DEFAULT_OUTPUT_STYLE: 'static',
      ...this.env,
    };
  }
}

function lockfile() {
  const packages = Object.entries(PACKAGES).map(([name, version]) => [
    `node_modules/${name}`,
    { version, resolved: `https://registry.example.org/${name}.tgz`, integrity: 'sha512-none' },
  ]);
  const root = { name: 'elsewhere', devDependencies: PACKAGES };
  return {
    name: 'elsewhere',
    lockfileVersion: 3,
    packages: { '': root, ...(Object.fromEntries(packages) as object) },
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
