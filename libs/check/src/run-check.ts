import { comparePositions, compareText } from '@g6/problems';
import type { LintSubject } from '@g6/lint';
import {
  type ApiFailure,
  type Ask,
  instantQuery,
  isOfServer,
  readVector,
  wholeIfEmpty,
  wholeOnly,
} from '@g6/prometheus-api';
import { isJsonObject } from '@g6/generation';
import { askAll, type OutcomeStore } from './ask-all';
import type { CheckFinding } from './check-finding';
import { exceptFindings } from './except-findings';
import { chooseValues } from './choose-values';
import { exposedFindings } from './exposed-findings';
import { panelFindings, type PanelTally } from './panel-findings';
import { type CheckOptions, type PanelQuery, panelQueries } from './panel-queries';
import { renameFindings } from './rename-findings';
import { senseFindings } from './sense-findings';
import { Gaps, ServerFacts } from './server-facts';
import { exposedNames, metricFindings } from './spec-findings';
import { spanOf } from './time';

/** What a check found, or what kept it from an end. */
export interface CheckResult {
  readonly findings: readonly CheckFinding[];
  /** How many findings exceptions cover. */
  readonly excepted: number;
  readonly panels: PanelTally;
  /** How many queries were sent or known from an earlier run. */
  readonly queries: number;
  /** What could not be checked, because the server did not answer. */
  readonly unanswered: readonly string[];
  /** Set if the server failed, so that findings are missing. */
  readonly stopped?: ApiFailure;
}

/** What a check needs besides its subject. */
export interface CheckTools {
  readonly ask: Ask;
  readonly store: OutcomeStore;
  readonly onProgress: (done: number, total: number) => void;
}

const NO_PANELS: PanelTally = { data: 0, empty: 0, failing: 0 };

/** Compares dashboards and a spec with what a Prometheus has. */
export async function runCheck(
  subject: LintSubject,
  options: CheckOptions,
  tools: CheckTools,
): Promise<CheckResult> {
  const watched = watchServer(tools.ask);
  const { ask } = watched;
  const probe = readVector(await ask(instantQuery('vector(1)', options.now)));
  if (probe.failure) return stoppedBy(probe.failure);
  const { queries, ranges } = await queriesOf(subject, options, ask);
  const sent = queries.flatMap(({ all, first }) => (first ? [all, first] : [all]));
  const asked = await askAll(sent, watched.askPart, tools.store, tools.onProgress);
  if (asked.stopped) return stoppedBy(asked.stopped);
  const facts = new ServerFacts(ask, options);
  const { outcomes } = asked;
  const { findings, tally } = await panelFindings(queries, outcomes, { ...subject, facts });
  const gaps = new Gaps();
  const known = { ask, gaps };
  const exposed = await exposedNames(subject, facts, gaps);
  const all = [
    ...findings,
    ...senseFindings(queries, outcomes, subject.promql),
    ...(await metricFindings(subject, exposed, facts, known)),
    ...(await exposedFindings(subject, exposed, facts, known)),
    ...(await renameFindings(subject, ranges, facts, gaps)),
  ];
  // What a failing server did not say would be taken for absent.
  if (watched.failure) return stoppedBy(watched.failure);
  const { findings: left, excepted } = exceptFindings(all, subject);
  return {
    findings: inOrder(left),
    excepted,
    panels: tally,
    queries: outcomes.size,
    unanswered: [...new Set(gaps.all)],
  };
}

function stoppedBy(stopped: ApiFailure): CheckResult {
  return { findings: [], excepted: 0, panels: NO_PANELS, queries: 0, unanswered: [], stopped };
}

/**
 * Remembers whether the server as a whole failed to answer a question. What is concluded from an
 * answer must not follow from what it lacks: `ask` takes whole answers only. A panel shows a part as
 * well; `askPart` refuses incomplete answers that are empty.
 */
function watchServer(send: Ask) {
  const watched: { ask: Ask; askPart: Ask; failure?: ApiFailure } = {
    ask: async (request) => wholeOnly(await watch(request)),
    askPart: async (request) => wholeIfEmpty(await watch(request)),
  };
  const watch: Ask = async (request) => {
    const answer = await send(request);
    const { failure } = answer;
    // Some servers have no metadata and no rules.
    const optional = request.path === 'metadata' || request.path === 'rules';
    if (failure && isOfServer(failure) && !(optional && failure.kind === 'foreign')) {
      watched.failure ??= failure;
    }
    return answer;
  };
  return watched;
}

async function queriesOf(subject: LintSubject, options: CheckOptions, ask: Ask) {
  const queries: PanelQuery[] = [];
  const ranges = new Map<string, number>();
  for (const dashboard of subject.dashboards) {
    const { time } = dashboard.raw;
    const { from, to } = isJsonObject(time) ? time : {};
    const span = spanOf(textOf(from, 'now-6h'), textOf(to, 'now'), options.now);
    ranges.set(dashboard.slug, span.end - span.start);
    const choices = await chooseValues(dashboard, span, ask);
    for (const query of panelQueries(dashboard, span, choices, options)) queries.push(query);
  }
  return { queries, ranges };
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

/** Findings by place; those of one panel on several dashboards are all kept. */
function inOrder(findings: readonly CheckFinding[]): CheckFinding[] {
  const distinct = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...distinct.values()].sort(
    (a, b) =>
      comparePositions(a, b) || compareText(a.rule, b.rule) || compareText(a.message, b.message),
  );
}
