import { dashboardFileOf } from '@g6/dashboard-files';
import {
  DEFAULT_OPTIONS,
  draftBasis,
  finishDashboard,
  type JsonObject,
  draftDashboard,
} from '@g6/generation';
import { readEfficiency, readPlans, readSpec } from '@g6/model';
import { hasErrors, type Problem } from '@g6/problems';
import { PromQlCache } from '@g6/promql';
import { lintSubject } from '../src/lint-subject';
import { runLints, type Finding } from '../src/run-lints';

/** A small workspace to try a lint on; no lint finds anything in what a case leaves out. */
export interface LintCase {
  /** The subject of the case. */
  readonly about: string;
  /** The families of `spec.yml`, from its third line on and indented by two. */
  readonly families?: string;
  /** The plans of `plans.yml`, one in each line from the second on. */
  readonly plans?: readonly string[];
  /** The panels of `efficiency.yml`, from its third line on. */
  readonly efficiency?: string;
  /** The uid of the datasource, if the settings fix it. */
  readonly datasourceUid?: string;
  /** The day on which it is linted. */
  readonly today?: string;
  /** Changes a dashboard after it was generated. */
  readonly edit?: (dashboard: JsonObject) => void;
}

/** A case in which a lint finds something, with each finding as `file:line:column message`. */
export interface FailingCase extends LintCase {
  readonly finds: readonly string[];
}

/** The cases of a lint, which needs both kinds. */
export interface LintCases {
  readonly fails: readonly [FailingCase, ...FailingCase[]];
  readonly passes: readonly [LintCase, ...LintCase[]];
}

const FAMILIES = `
  bus:
    metrics:
      - {name: events_total, type: counter, help: Events., labels: [bus]}
`;
const PLANS = ['{slug: bus, families: [bus]}'];
const EFFICIENCY = '';

/** Lints a case; what its input has wrong on top is an error of the test. */
export function lintCase(some: LintCase, strict = false): Finding[] {
  const promql = new PromQlCache();
  const families = (some.families ?? FAMILIES).replace(/^\n/, '');
  const { spec, problems } = readSpec(
    [{ path: 'spec.yml', text: `version: 1\nfamilies:\n${families}` }],
    promql,
  );
  const listed = (some.plans ?? PLANS).map((plan) => `  - ${plan}\n`).join('');
  const planFile = { path: 'plans.yml', text: `dashboards:\n${listed}` };
  const reading = readPlans([planFile], spec, promql);
  const efficiency = some.efficiency ?? EFFICIENCY;
  const catalogue =
    efficiency === ''
      ? { panels: [], problems: [] }
      : readEfficiency(
          { path: 'efficiency.yml', text: `version: 1\npanels:\n${efficiency.replace(/^\n/, '')}` },
          spec,
          promql,
        );
  refuseErrors([...problems, ...reading.problems, ...catalogue.problems]);
  const basis = draftBasis(spec, catalogue.panels, promql, 'auto');
  const planned = reading.plans.map((plan) => {
    const options = { ...DEFAULT_OPTIONS, datasourceUid: some.datasourceUid };
    const json = finishDashboard(draftDashboard(plan, basis, options), basis, options);
    some.edit?.(json);
    return dashboardFileOf(plan.slug, json);
  });
  const subject = lintSubject(basis, reading.plans, {
    planned,
    checked: planned,
    datasourceUid: some.datasourceUid,
    today: some.today,
  });
  return runLints(subject, { strict, only: undefined });
}

function refuseErrors(problems: readonly Problem[]): void {
  if (hasErrors(problems)) throw new Error(problems.map(({ message }) => message).join('\n'));
}

/** The first panel of a dashboard, for an edit. */
export function firstPanel(dashboard: JsonObject): JsonObject {
  return (dashboard['panels'] as JsonObject[])[0] ?? {};
}

/** The first query of the first panel, for an edit. */
export function firstTarget(dashboard: JsonObject): JsonObject {
  return (firstPanel(dashboard)['targets'] as JsonObject[])[0] ?? {};
}

/** An edit that replaces the template variables. */
export function withVariables(...list: JsonObject[]): (dashboard: JsonObject) => void {
  return (dashboard) => {
    dashboard['templating'] = { list };
  };
}

/** A metric labelled `bus` with one explicit panel, whose query stands on line 10. */
export function panelOf(promql: string, type = 'counter', name = 'events_total'): string {
  return `
  bus:
    metrics:
      - name: ${name}
        type: ${type}
        help: Events.
        labels: [bus]
        panels:
          - promql: ${promql}
`;
}

/** A gauge with one alert, on line 9. */
export function withAlert(fields: string): string {
  return `
  bus:
    metrics:
      - name: depth
        type: gauge
        help: Depth.
        alerts:
          - {alert: Deep, expr: depth > 5, ${fields}}
`;
}

/** A counter without `_total`, with exceptions on line 8. */
export function withException(exceptions: string): string {
  return `
  bus:
    metrics:
      - name: events
        type: counter
        help: Events.
        x-lint-ignore: ${exceptions}
`;
}

/** A counter of three labels, two of which have sizes known from other metrics: 5 and 10. */
export function withBudget(budget: number): string {
  return `
  bus:
    metrics:
      - {name: lag, type: gauge, help: Lag., labels: [bus], cardinality_budget: 5}
      - {name: faults_total, type: counter, help: Faults., labels: [reason], cardinality_budget: 10}
      - name: drops_total
        type: counter
        help: Drops.
        labels: [bus, reason, path]
        cardinality_budget: ${budget}
        panels:
          - promql: sum by (bus, reason) (rate(drops_total[5m]))
          - promql: sum by (bus, path) (rate(drops_total[5m]))
          - promql: sum by (reason) (rate(drops_total[5m]))
`;
}
