import { finishDashboard } from '@g6/generation';
import { OutputFolder } from '../files/output-folder';
import { hasErrors, type Problem } from '@g6/problems';
import {
  alertingRules,
  compareRules,
  deriveSeries,
  recordingRules,
  type RuleDrift,
  type RuleOptions,
  ruleTests,
  ruleYaml,
  type UntestedRule,
} from '@g6/rules';
import type { BasisReading } from './load-workspace';
import { planRun, type PlannedRun } from './plan-run';
import type { RunRequest } from './run-request';

/** Names of the files in the folder of rules. */
export const RULE_FILES = ['recording.yml', 'alerts.yml', 'tests.yml'] as const;

/** The input of a run over rules, which are always those of all dashboards. */
export interface RulesRequest extends Omit<RunRequest, 'only' | 'output'> {
  /** Folder of the rule files. */
  readonly folder: string;
  readonly rules: RuleOptions;
}

/** The rules of a workspace in numbers, written or not. */
export interface RulesOutcome {
  readonly problems: readonly Problem[];
  readonly recorded: number;
  readonly alerts: number;
  /** Alerts and recorded series for which no test could be derived. */
  readonly untested: readonly UntestedRule[];
}

/** The rule files that were written. */
export interface RulesReport extends RulesOutcome {
  /** Files that were written, or would be. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
}

/** The drift of the rule files. */
export interface RulesCheckReport extends RulesOutcome {
  readonly drifts: readonly RuleDrift[];
}

/** Writes the recording rules, the alerting rules and their tests; nothing while a problem exists. */
export function rulesRun(
  request: RulesRequest & { readonly dryRun: boolean },
  loaded?: BasisReading,
): RulesReport {
  const { files, outcome } = makeRules(request, loaded);
  const output = new OutputFolder(request.folder);
  const problems = [...outcome.problems, ...output.obstacles(RULE_FILES)];
  const report = { ...outcome, problems, written: [], unchanged: [] };
  if (hasErrors(problems)) return report;
  if (!request.dryRun) output.removeLeftovers();
  const changed = files.filter(({ name, text }) =>
    request.dryRun ? output.read(name) !== text : output.write(name, text),
  );
  const unchanged = files.filter((file) => !changed.includes(file));
  return { ...report, written: namesOf(changed), unchanged: namesOf(unchanged) };
}

/** Compares the rules with those on disk; never writes. */
export function checkRulesRun(request: RulesRequest, loaded?: BasisReading): RulesCheckReport {
  const { files, outcome } = makeRules(request, loaded);
  const output = new OutputFolder(request.folder);
  const drifts = files.flatMap(({ name, text }) => compareRules(name, text, output.read(name)));
  return { ...outcome, drifts };
}

/** A rule file. */
export interface RuleText {
  readonly name: string;
  readonly text: string;
}

/** Makes the rule files of a workspace; none while a problem refuses the input. */
export function makeRules(
  request: RulesRequest,
  loaded: BasisReading | undefined,
): { readonly files: readonly RuleText[]; readonly outcome: RulesOutcome } {
  const run = planRun({ ...request, only: undefined, output: request.folder }, loaded);
  const { problems } = run;
  const nothing = { problems, recorded: 0, alerts: 0, untested: [] };
  if (hasErrors(problems)) return { files: [], outcome: nothing };
  const { series, recording, alerts } = deriveRules(run, request);
  const rules = { series, recording, alerts, files: RULE_FILES.slice(0, 2) };
  const { file: tests, untested } = ruleTests(run.basis, rules, request.rules);
  const files: RuleText[] = [
    { name: 'recording.yml', text: ruleYaml(recording) },
    { name: 'alerts.yml', text: ruleYaml(alerts) },
    { name: 'tests.yml', text: ruleYaml(tests, untestedNotes(untested)) },
  ];
  const count = alerts.groups.reduce((total, { rules: some }) => total + some.length, 0);
  const recorded = recording.groups.reduce((total, { rules: some }) => total + some.length, 0);
  return { files, outcome: { problems, recorded, alerts: count, untested } };
}

/** Derives the rules of a run without problems. */
export function deriveRules(run: PlannedRun, request: Pick<RulesRequest, 'options' | 'rules'>) {
  const { series } = deriveSeries(run.basis, request.rules, run.plans, request.options);
  return {
    series,
    recording: recordingRules(series, run.basis, request.rules),
    alerts: alertingRules(run.basis, linkedDashboards(run, request), request.rules),
  };
}

/** The dashboards that alerts point to: for each family, the first by slug that shows it. */
function linkedDashboards(
  { basis, dashboards }: PlannedRun,
  { options }: Pick<RulesRequest, 'options'>,
) {
  const linked = basis.spec.families
    .filter(({ metrics }) => metrics.some(({ alerts }) => alerts.length > 0))
    .map(({ name }) => dashboards.find(({ plan }) => plan.families.includes(name)));
  return dashboards
    .filter((dashboard) => linked.includes(dashboard))
    .map((dashboard) => ({
      plan: dashboard.plan,
      dashboard: finishDashboard(dashboard, basis, options),
      filters: dashboard.filters,
    }));
}

function untestedNotes(untested: readonly UntestedRule[]): string[] {
  if (untested.length === 0) return [];
  return [
    'Rules for which no test could be derived:',
    ...untested.map(
      ({ alert, record, reason }) => `  ${JSON.stringify(alert ?? record)}: ${reason}`,
    ),
  ];
}

function namesOf(files: readonly RuleText[]): string[] {
  return files.map(({ name }) => name);
}
