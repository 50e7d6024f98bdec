import { execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Root of the repository that these tests belong to. */
export const REPOSITORY = resolve(__dirname, '../../..');

/** Exit status and output of one command of a script. */
export interface CommandResult {
  readonly status: number;
  /** Standard output and standard error, interleaved as on a terminal. */
  readonly output: string;
}

/** Returns the files of the working tree, uncommitted ones included, ignored ones excluded. */
export function repositoryFiles(): string[] {
  return git(REPOSITORY, 'ls-files', '-z', '--cached', '--others', '--exclude-standard')
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(REPOSITORY, file)));
}

/** Copies the working tree. */
function copyRepository(root: string): void {
  for (const file of repositoryFiles()) {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(join(REPOSITORY, file), path);
  }
}

/**
 * A fresh, installed clone of the working tree: a git repository with everything committed, which
 * shares the installed packages of this one. `fill` can give it other files.
 */
export class RepositoryCopy {
  private readonly base = realpathSync(mkdtempSync(join(tmpdir(), 'g6-copy-')));
  readonly root = join(this.base, 'repository');

  constructor(fill: (root: string) => void = copyRepository) {
    mkdirSync(this.root);
    fill(this.root);
    symlinkSync(join(REPOSITORY, 'node_modules'), join(this.root, 'node_modules'));
    git(this.root, 'init', '--quiet', '--initial-branch=main');
    git(this.root, 'config', 'user.name', 'Somebody');
    git(this.root, 'config', 'user.email', 'somebody@example.org');
    git(this.root, 'add', '--all');
    git(this.root, 'commit', '--quiet', '--message=state');
  }

  /** Runs commands one after another in one shell and returns the result of each. */
  async run(commands: readonly string[]): Promise<CommandResult[]> {
    const log = join(this.base, 'output');
    const script = join(this.base, 'script.sh');
    writeFileSync(script, shellScript(commands, log));
    await new Promise((done) =>
      spawn('bash', [script], { cwd: this.root, env: this.environment(), stdio: 'ignore' }).on(
        'close',
        done,
      ),
    );
    return readResults(readFileSync(log, 'utf8'));
  }

  /** Removes the copy. */
  remove(): void {
    rmSync(this.base, { recursive: true, force: true });
  }

  private environment(): NodeJS.ProcessEnv {
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(G6_|NX_|SOURCE_DATE_EPOCH$|FORCE_COLOR$|CI$)/.test(name),
    );
    return {
      ...Object.fromEntries(inherited),
      PATH: `${join(this.root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
      NO_COLOR: '1',
      // Keep the cache separate, and start nothing that outlives the run.
      NX_CACHE_DIRECTORY: join(this.base, 'nx-cache'),
      NX_WORKSPACE_DATA_DIRECTORY: join(this.base, 'nx-data'),
      NX_DAEMON: 'false',
      NX_ISOLATE_PLUGINS: 'false',
      NX_NO_CLOUD: 'true',
      NX_TUI: 'false',
    };
  }
}

/** Separates the outputs of commands; it never occurs in text. */
const MARK = '\u001e';

/** Runs installed programs directly, because `npx` would add the start of npm and its notices. */
function shellScript(commands: readonly string[], log: string): string {
  const head = ['npx() { "$@"; }', `exec >'${log}' 2>&1`];
  const steps = commands.map(
    (command) =>
      `${mayWrite(command) ? NEXT_SECOND : ''}${command}\nended=$?; printf '\\n${MARK}%s${MARK}' "$ended"; (exit "$ended")`,
  );
  return `${[...head, ...steps].join('\n')}\n`;
}

/** Waits for the next second, because Nx overlooks a second edit of a file within one second. */
const NEXT_SECOND = 'now=$(date +%s); while [ "$(date +%s)" = "$now" ]; do sleep 0.05; done\n';

function mayWrite(command: string): boolean {
  return !/^(npx|nx|echo \$\?)/.test(command);
}

function readResults(log: string): CommandResult[] {
  const results = log.matchAll(new RegExp(`([^${MARK}]*)\\n${MARK}(\\d+)${MARK}`, 'g'));
  return [...results].map(([, output = '', status]) => ({ output, status: Number(status) }));
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8' });
}
