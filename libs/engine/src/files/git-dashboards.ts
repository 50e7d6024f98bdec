import { spawnSync } from 'node:child_process';
import type { DashboardText } from '@g6/dashboard-files';
import { placelessProblem, type Problem } from '@g6/problems';
import { dashboardNames } from './dashboard-files';
import type { FilesReading } from './read-inputs';

/** More than any set of dashboards takes. */
const LARGEST_OUTPUT = 1024 * 1024 * 1024;
/** Where the branch that work starts from is looked for, best first. */
const DEFAULT_BRANCHES = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

/** A revision as git knows it, or the problem that kept it from being found. */
export type RevisionReading =
  | { readonly revision: string; readonly problem?: never }
  | { readonly problem: Problem; readonly revision?: never };

/**
 * Finds the commit to compare with: the one asked for, or else the merge base of what is checked out
 * and the default branch, which is where the work on it began.
 */
export function findRevision(
  cwd: string,
  asked: string | undefined,
  defaultBranch?: string,
): RevisionReading {
  if (asked !== undefined) {
    const commit = git(cwd, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${asked}^{commit}`,
    ]);
    if (commit.ok) return { revision: commit.text.trim() };
    if (commit.reason !== undefined) return { problem: revisionProblem(commit.reason) };
    const hint = 'fetch it first, or name another commit, branch or tag';
    return { problem: revisionProblem(`git knows no revision "${asked}"`, hint) };
  }
  const branches =
    defaultBranch === undefined
      ? DEFAULT_BRANCHES
      : [`origin/${defaultBranch}`, defaultBranch, ...DEFAULT_BRANCHES];
  for (const branch of branches) {
    const base = git(cwd, ['merge-base', 'HEAD', branch]);
    if (base.ok) return { revision: base.text.trim() };
    if (base.reason !== undefined) return { problem: revisionProblem(base.reason) };
  }
  const hint = 'name a revision with --base, or fetch the history of the default branch';
  return { problem: revisionProblem('there is no merge base with a default branch', hint) };
}

/** Reads the dashboards that a folder had at a commit; a folder that was not there had none. */
export function readDashboardsAt(
  cwd: string,
  revision: string,
  folder: string,
): FilesReading<DashboardText> {
  // A path relative to the folder that git runs in; `--full-tree` would be relative to its root.
  const prefix = withoutLastSlashes(folder);
  const listing = git(cwd, ['ls-tree', '-z', '--name-only', revision, '--', `${prefix}/`]);
  if (!listing.ok)
    return { files: [], problems: [revisionProblem(listing.reason ?? listing.text)] };
  const names = listing.text
    .split('\0')
    .filter((path) => path !== '')
    .map((path) => path.slice(path.lastIndexOf('/') + 1));
  const files = dashboardNames(names).map((name) => `${prefix}/${name}`);
  const blobs = readBlobs(
    cwd,
    files.map((path) => `${revision}:./${path}`),
  );
  if (!blobs) return { files: [], problems: [revisionProblem('git cat-file gave no contents')] };
  return {
    files: files.map((path, i) => ({
      path: `${revision.slice(0, 12)}:${path}`,
      text: blobs[i] ?? '',
    })),
    problems: [],
  };
}

/** The commit that is checked out, marked if files differ from it; undefined outside of a repository. */
export function workRevision(cwd: string): string | undefined {
  const commit = git(cwd, ['rev-parse', '--short=12', 'HEAD']);
  if (!commit.ok) return undefined;
  const changes = git(cwd, ['status', '--porcelain', '--untracked-files=no']);
  return `${commit.text.trim()}${changes.text.trim() === '' ? '' : ' with changes'}`;
}

/** Reads many blobs in one process: each comes as `<hash> blob <size>`, then its bytes. */
function readBlobs(cwd: string, specs: readonly string[]): string[] | undefined {
  if (specs.length === 0) return [];
  const result = spawnSync('git', ['cat-file', '--batch'], {
    cwd,
    input: `${specs.join('\n')}\n`,
    maxBuffer: LARGEST_OUTPUT,
  });
  if (result.error ?? result.status !== 0) return undefined;
  const texts: string[] = [];
  let offset = 0;
  for (const _spec of specs) {
    const end = result.stdout.indexOf(0x0a, offset);
    const [, type, size] = result.stdout.toString('utf8', offset, end).split(' ');
    if (type !== 'blob' || size === undefined) return undefined;
    const start = end + 1;
    offset = start + Number(size) + 1;
    texts.push(result.stdout.toString('utf8', start, offset - 1));
  }
  return texts;
}

function withoutLastSlashes(path: string): string {
  let end = path.length;
  while (path.charAt(end - 1) === '/') end -= 1;
  return path.slice(0, end);
}

interface GitResult {
  readonly ok: boolean;
  readonly text: string;
  /** Why git could not even look; undefined where it looked and found nothing. */
  readonly reason?: string;
}

function git(cwd: string, args: readonly string[]): GitResult {
  const result = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: LARGEST_OUTPUT });
  if (result.error) {
    return { ok: false, text: '', reason: `git cannot be run: ${result.error.message}` };
  }
  if (result.status === 0) return { ok: true, text: result.stdout };
  const [said = ''] = result.stderr.trim().split('\n');
  const outside = said.includes('not a git repository');
  return {
    ok: false,
    text: said,
    ...(outside ? { reason: 'this folder is in no git repository' } : {}),
  };
}

function revisionProblem(message: string, hint?: string): Problem {
  return placelessProblem('--base', 'revision-unknown', message, hint);
}
