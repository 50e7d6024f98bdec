import { type CheckResult, type CheckOutcome, runCheck } from '@g6/check';
import { lintSubject } from '@g6/lint';
import type { ApiFailure } from '@g6/prometheus-api';
import {
  EXIT,
  type ExitStatus,
  hasErrors,
  placelessProblem,
  type Problem,
  statusOf,
} from '@g6/problems';
import { noJournal, openJournal, type OutcomeJournal } from '../files/outcome-journal';
import { openPrometheus } from '../files/prometheus-client';
import { type PrometheusOptions, readPrometheusAccess } from '../files/server-access';
import { shownUrl } from '../files/shown-url';
import { buildDashboards } from './load-dashboards';
import { planRun } from './plan-run';
import type { RunRequest } from './run-request';

/** Check options, in addition to those of every run. */
export interface CheckRequest extends RunRequest {
  readonly prometheus: PrometheusOptions;
  /** Seconds since 1970. */
  readonly now: number;
  /** How far back a metric is looked for, in seconds. */
  readonly lookback: number;
  /** Seconds between two samples. */
  readonly scrapeInterval: number;
  /** Whether warnings weigh as much as errors. */
  readonly strict: boolean;
  /** File that keeps the answers of a run that is interrupted. */
  readonly resume?: string | undefined;
  /** Told how many of the queries of panels are answered. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The findings of a check. */
export interface CheckReport extends CheckOutcome {
  /** Problems of the input or of the server; with an error among them there are no findings. */
  readonly problems: readonly Problem[];
  readonly status: ExitStatus;
}

/** Compares the dashboards and the spec with what a Prometheus has; reads it and writes nothing. */
export async function checkRun(request: CheckRequest): Promise<CheckReport> {
  const { only, ...whole } = request;
  const prometheus = shownUrl(request.prometheus.url);
  const run = planRun(whole);
  const { access, problems } = readPrometheusAccess(request.prometheus);
  const errors = [...problems, ...run.problems.filter(({ severity }) => severity === 'error')];
  if (!access || hasErrors(errors)) return refused(errors, prometheus);
  const planned = buildDashboards(run, request);
  const { datasourceUid } = request.options;
  const checked = planned.filter(({ slug }) => only?.includes(slug) ?? true);
  const subject = lintSubject(run.basis, run.plans, { planned, checked, datasourceUid });
  const opened = journalOf(request, prometheus);
  if (opened.problem) return refused([opened.problem], prometheus);
  const { journal } = opened;
  const client = await openPrometheus(access);
  try {
    const { lookback, scrapeInterval } = request;
    const result = await runCheck(
      subject,
      { now: journal.now, lookback, scrapeInterval },
      { ask: client.ask, store: journal, onProgress: request.onProgress ?? (() => undefined) },
    );
    return reportOf(result, journal, request, prometheus);
  } finally {
    await client.close();
  }
}

function journalOf({ resume, now }: CheckRequest, prometheus: string) {
  const whole = Math.floor(now);
  return resume === undefined
    ? { journal: noJournal(whole) }
    : openJournal(resume, prometheus, whole);
}

function reportOf(
  { stopped, ...result }: CheckResult,
  journal: OutcomeJournal,
  { strict, resume }: CheckRequest,
  prometheus: string,
): CheckReport {
  if (stopped) {
    return refused([prometheusFailed(stopped, prometheus, resume !== undefined)], prometheus);
  }
  journal.finish();
  const findings = result.findings.map((finding) =>
    strict ? { ...finding, severity: 'error' as const } : finding,
  );
  const failing = findings.some(({ severity }) => severity === 'error');
  const status = failing ? EXIT.checkFindings : EXIT.done;
  return { ...result, findings, prometheus, problems: [], status };
}

/** The problem that a server fails as a whole; `resumable` if its answers so far are kept. */
export function prometheusFailed(
  { kind, message }: ApiFailure,
  prometheus: string,
  resumable = false,
): Problem {
  const again = resumable ? 'the same command goes on from here' : undefined;
  const words = message.replace(/^https?:\/\/\S+ /, '');
  return placelessProblem(prometheus, 'prometheus-failed', words, HINTS[kind] ?? again);
}

const HINTS: Partial<Record<string, string>> = {
  unauthorized: 'give credentials with --token-env, --user or --header',
  budget: 'allow more with --max-requests, or choose dashboards with --only',
};

function refused(problems: readonly Problem[], prometheus: string): CheckReport {
  return {
    problems,
    findings: [],
    excepted: 0,
    panels: { data: 0, empty: 0, failing: 0 },
    queries: 0,
    unanswered: [],
    prometheus,
    status: statusOf(problems),
  };
}
