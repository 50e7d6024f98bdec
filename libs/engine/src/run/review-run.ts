import { relative } from 'node:path';
import { decodeGenerated } from '@g6/dashboard-files';
import { type Review, reviewDashboards } from '@g6/inventory';
import { hasErrors, type Problem } from '@g6/problems';
import { findRevision, readDashboardsAt } from '../files/git-dashboards';
import { loadDashboardFiles } from './load-dashboards';

/** The generated dashboards to review, and the revision to compare them with. */
export interface ReviewRequest {
  /** Folder of the generated dashboards. */
  readonly output: string;
  /** Key of the metadata in dashboards. */
  readonly metaKey: string;
  /** Undefined for the merge base with the default branch. */
  readonly base: string | undefined;
  /** Name of the default branch; by default, the usual ones are tried. */
  readonly defaultBranch?: string | undefined;
  /** Where git runs; `output` is relative to it. */
  readonly cwd: string;
}

/** What changed in the dashboards since a revision. */
export interface ReviewReport {
  readonly problems: readonly Problem[];
  readonly review: Review;
  /** The commit that was compared with; the empty text if there is none. */
  readonly revision: string;
}

/** Compares the generated dashboards of a folder with those at a git revision. */
export function reviewRun(request: ReviewRequest): ReviewReport {
  const { output, metaKey, base, defaultBranch, cwd } = request;
  const now = loadDashboardFiles(output, undefined, metaKey);
  const found = findRevision(cwd, base, defaultBranch);
  if (found.problem) {
    return { problems: [...now.problems, found.problem], review: [], revision: '' };
  }
  const { revision } = found;
  const then = readDashboardsAt(cwd, revision, relative(cwd, output) || '.');
  const before = decodeGenerated(then.files, metaKey);
  const problems = [...now.problems, ...then.problems, ...before.problems];
  if (hasErrors(problems)) return { problems, review: [], revision };
  return { problems, review: reviewDashboards(before.dashboards, now.dashboards), revision };
}
