import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { PROGRAM, runProcess, type ProcessResult } from './cli-process';

const SPEC = `version: 1
families:
  bus:
    metrics:
      - {name: bus_total, type: counter, labels: [bus]}
  sse:
    metrics:
      - {name: sse_clients, type: gauge}
`;

/** A workspace of its own with a spec of two families and a plan for each, and the command line in it. */
export class CliWorkspace {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'g6-cli-')));

  constructor() {
    this.write('dashboards/spec/base.yml', SPEC);
    this.plan('bus', 'bus');
    this.plan('sse', 'sse');
  }

  /** Writes a plan; `folder` where its folder is not named for its slug. */
  plan(slug: string, families: string, folder = slug): void {
    this.write(`dashboards/plans/${folder}/plan.yaml`, `slug: ${slug}\nfamilies: [${families}]\n`);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    writeFileSync(this.at(path), text);
  }

  read(path: string): string {
    return readFileSync(this.at(path), 'utf8');
  }

  has(path: string): boolean {
    return existsSync(this.at(path));
  }

  at(path: string): string {
    return join(this.root, path);
  }

  /** Runs the command line in the workspace. */
  run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<ProcessResult> {
    return runProcess(args, { cwd: this.root, env });
  }

  /** The text of every file of the workspace, by its path. */
  everything(): Record<string, string> {
    const entries = readdirSync(this.root, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.root, join(entry.parentPath, entry.name)))
      .sort();
    return Object.fromEntries(paths.map((path) => [path, this.read(path)]));
  }

  /** The names of the files in a folder. */
  filesIn(folder: string): string[] {
    return this.has(folder) ? readdirSync(this.at(folder)).sort() : [];
  }

  /** Runs the command line where no file may grow, as on a disk that is full. */
  runOnFullDisk(args: readonly string[]): ProcessResult {
    return this.shell('ulimit -f 0; exec "$0" "$@"', args);
  }

  /** Runs the command line for a reader that has gone away. */
  runIntoClosedPipe(args: readonly string[]): Pick<ProcessResult, 'status' | 'stderr'> {
    const closed = join(this.root, 'closed');
    const writer = `{ until [ -e ${closed} ]; do sleep 0.02; done; "$0" "$@"; echo "$?" >&3; }`;
    const { stderr, stdout } = this.shell(`${writer} 3>&1 | { exec <&-; : > ${closed}; }`, args);
    rmSync(closed);
    return { stderr, status: Number(stdout) };
  }

  private shell(script: string, args: readonly string[]): ProcessResult {
    const command = ['-c', script, process.execPath, PROGRAM, ...args];
    const { status, stdout, stderr } = spawnSync('sh', command, {
      cwd: this.root,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
