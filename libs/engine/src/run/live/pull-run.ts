import type { LiveState } from '@g6/live-grafana';
import {
  EXIT,
  type ExitStatus,
  hasErrors,
  placelessProblem,
  type Problem,
  statusOf,
} from '@g6/problems';
import { writeTexts } from '../../files/write-texts';
import { compareWithGrafana, type ComparedDashboard } from './compare-with-grafana';
import { grafanaFailed } from './connect-grafana';
import type { LiveRequest } from './live-request';
import { type DashboardToPull, pullEdits } from './pull-edits';
import { PullSources } from './pull-sources';
import { type LiveSession, type Planned, withGrafana } from './with-grafana';

/** Pull options, in addition to those of every run against a Grafana. */
export interface PullRequest extends LiveRequest {
  /** Whether what Grafana has wins where both sides changed. */
  readonly overwriteConflicts: boolean;
  /** Says what would be written, and writes nothing. */
  readonly dryRun: boolean;
}

/** A value that was brought back. */
export interface PulledValue {
  readonly slug: string;
  readonly file: string;
  /** The key, from the panel or the plan that has it, such as `thresholds.warning`. */
  readonly key: string;
  readonly line: number;
  readonly column: number;
}

/** What a pull wrote to the spec and the plans. */
export interface PullReport {
  readonly problems: readonly Problem[];
  readonly grafana: string;
  readonly dashboards: readonly { readonly slug: string; readonly state: LiveState }[];
  readonly pulled: readonly PulledValue[];
  readonly files: readonly {
    readonly path: string;
    readonly before: string;
    readonly text: string;
  }[];
  readonly status: ExitStatus;
}

/** Brings edits that were made in Grafana back to the spec and the plans. */
export function pullRun(request: PullRequest): Promise<PullReport> {
  const nothing = { grafana: '', dashboards: [], pulled: [], files: [] };
  const refused = (problems: readonly Problem[]): PullReport => {
    return { problems, ...nothing, status: statusOf(problems) };
  };
  const work = async ({ planned, wanted, problems, api, shown }: LiveSession<PlannedPull>) => {
    const slugs = wanted.dashboards.map(({ slug }) => slug);
    const reading = { ...request, only: slugs };
    const { data, failure } = await compareWithGrafana(wanted.dashboards, slugs, api, reading);
    if (failure) return refused([...problems, grafanaFailed(failure, shown)]);
    const pulled = pullInto(planned.sources, data, request);
    const all = [...problems, ...pulled.problems];
    const status = hasErrors(all) ? statusOf(all) : pulled.left ? EXIT.drift : EXIT.done;
    const dashboards = data.map(({ found: { slug, state } }) => ({ slug, state }));
    return { problems: all, grafana: shown, dashboards, ...pulled.report, status };
  };
  return withGrafana(request, { plan: () => planPull(request), refused, work });
}

/** The dashboards, and the texts that edits are written into. */
interface PlannedPull extends Planned {
  readonly sources: PullSources;
}

function planPull(request: PullRequest): PlannedPull {
  const sources = PullSources.read(request);
  return { sources, run: sources.plan(request.only) };
}

function pullInto(sources: PullSources, data: readonly ComparedDashboard[], request: PullRequest) {
  const toPull = data.flatMap(({ found: { slug, state, live } }): DashboardToPull[] => {
    const wins = state === 'edited' || (state === 'conflict' && request.overwriteConflicts);
    return live && wins ? [{ slug, live }] : [];
  });
  const conflicts = data.filter(
    ({ found }) => found.state === 'conflict' && !request.overwriteConflicts,
  );
  const { sources: after, made, left } = pullEdits(sources, toPull, request);
  const files = after.changedSince(sources);
  const unwritten = request.dryRun ? [] : writeTexts(files);
  const run = after.plan();
  const pulled = made.map(({ slug, file, path }): PulledValue => {
    const refs = [
      ...run.plans.map(({ ref }) => ref),
      ...run.basis.spec.families.map(({ ref }) => ref),
    ];
    const place = refs.find((ref) => ref.file.path === file)?.file.locate(path);
    const key = path.slice(path.lastIndexOf('panels') + 2).join('.');
    const known = path.includes('panels') ? key : path.slice(-1).join('.');
    return { slug, file, key: known, line: place?.line ?? 0, column: place?.column ?? 0 };
  });
  return {
    report: { pulled, files },
    problems: [
      ...conflicts.map(({ found: { slug, reason } }) => conflictProblem(slug, reason)),
      ...left.map(({ slug, text }) => leftProblem(slug, text)),
      ...unwritten,
    ],
    left: left.length > 0 || conflicts.length > 0,
  };
}

/** The problem that something of an edit has no place in a spec or plan. */
export function leftProblem(slug: string, text: string): Problem {
  const message = `this stays in Grafana alone: ${text}`;
  return { ...placelessProblem(slug, 'pull-left', message), severity: 'warning' };
}

function conflictProblem(slug: string, reason: string | undefined): Problem {
  const message = `it was changed here and in Grafana, and is left alone${reason === undefined ? '' : `: ${reason}`}`;
  const hint = '--overwrite conflict takes what Grafana has';
  return { ...placelessProblem(slug, 'pull-left', message, hint), severity: 'warning' };
}
