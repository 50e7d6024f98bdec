import {
  type Alert,
  type DeclaredRule,
  declaredRules,
  type Metric,
  type Spec,
  specMetrics,
} from '@g6/model';
import { addAll, type Problem } from '@g6/problems';
import { isSameExpression } from '@g6/promql';
import type { FoundRule, FoundRuleGroup } from '../rule-files/found-rule';
import { familyName } from './choose-families';
import { spell } from './compare-metric';
import { withoutUndefined } from './metric-entry';
import { OWN_SERIES } from './metrics-in-queries';
import type { SpecDraft } from './spec-draft';

/** The rules that go into a spec. */
export interface RulesToWrite {
  readonly recordingRules: readonly string[];
  readonly alerts: readonly string[];
  /** Families that get rules, in the order of the rules. */
  readonly families: readonly string[];
  readonly problems: readonly Problem[];
}

/** The metric for alerts that read none, such as one on `vector(1)`. */
const METRIC_OF_NONE = 'ALERTS';

/** Where the metrics of an import stand. */
export interface MetricPlaces {
  /** The family of each metric that this import adds. */
  readonly familyOf: ReadonlyMap<string, string>;
  /** The entries of those metrics, by name. */
  readonly entries: ReadonlyMap<string, Record<string, unknown>>;
}

/** The family of a group of rules. */
export function familyOfGroup({ name }: FoundRuleGroup): string {
  return familyName(name.replace(/\.(?:rules|alerts)$/, ''));
}

/** The settings of a group that a spec has no place for. */
function droppedSettings({ name, interval, limit, queryOffset, place }: FoundRuleGroup): Problem[] {
  const settings = { interval, limit, query_offset: queryOffset };
  return Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({
      ...place,
      code: 'import-dropped',
      severity: 'warning',
      message: `the group "${name}" sets ${key}: ${String(value)}, which a spec cannot say of a group`,
      ...(key === 'interval' ? { hint: 'the setting "interval" holds for all groups' } : {}),
    }));
}

/** Adds rules to a draft of a spec, each to the metric or the family that its expression is about. */
export class RulesWriter {
  private readonly recorded: string[] = [];
  private readonly alerted: string[] = [];
  private readonly families = new Set<string>();
  private readonly problems: Problem[] = [];
  /** Those of the spec; several may each write a part of one series. */
  private readonly rules = new Map<string, readonly DeclaredRule[]>();
  private readonly alerts: ReadonlyMap<string, Alert>;
  private readonly metrics: ReadonlyMap<string, Metric>;
  private readonly entries: Map<string, Record<string, unknown>>;
  private readonly familyOfEntry: Map<string, string>;

  constructor(
    spec: Spec,
    private readonly draft: SpecDraft,
    { entries, familyOf }: MetricPlaces,
  ) {
    this.entries = new Map(entries);
    this.familyOfEntry = new Map(familyOf);
    this.metrics = new Map(specMetrics(spec).map((metric) => [metric.name, metric]));
    for (const rule of declaredRules(spec)) {
      const key = keyOf(rule.record, rule.labels);
      this.rules.set(key, [...(this.rules.get(key) ?? []), rule]);
    }
    this.alerts = new Map(
      specMetrics(spec)
        .flatMap(({ alerts }) => alerts)
        .map((alert) => [keyOf(alert.name, labelsOf(alert)), alert]),
    );
  }

  /** Adds all rules of the groups. */
  write(groups: readonly FoundRuleGroup[]): RulesToWrite {
    const written = new Set<string>();
    const counts = countKeys(groups);
    const names = countAlerts(groups);
    for (const group of groups) {
      addAll(this.problems, droppedSettings(group));
      for (const rule of group.rules) {
        const labels = { ...group.labels, ...rule.labels };
        const key = `${rule.kind} ${keyOf(rule.name, labels)} ${rule.expr.replaceAll(/\s+/g, '')}`;
        if (written.has(key)) continue;
        written.add(key);
        const isAlone = counts.get(keyOf(rule.name, labels)) === 1;
        if (rule.kind === 'record') this.writeRecording(rule, labels, group, isAlone);
        else this.writeAlert(rule, labels, group, names.get(rule.name) === 1);
      }
    }
    return {
      recordingRules: this.recorded,
      alerts: this.alerted,
      families: [...this.families],
      problems: this.problems,
    };
  }

  private writeRecording(
    rule: FoundRule,
    labels: FoundRule['labels'],
    group: FoundRuleGroup,
    isAlone: boolean,
  ): void {
    const known = this.rules.get(keyOf(rule.name, labels)) ?? [];
    if (known.some(({ expr }) => isSameExpression(expr, rule.expr))) return;
    const [only] = known;
    if (only && known.length === 1 && isAlone) {
      this.disagree(only, rule, 'series');
      return;
    }
    const family = this.familyOf(rule) ?? familyOfGroup(group);
    const entry = { record: rule.name, expr: trimmed(rule.expr), labels: unlessEmpty(labels) };
    this.draft.addToFamily({ name: family }, 'recording_rules', withoutUndefined(entry));
    this.families.add(family);
    this.recorded.push(rule.name);
  }

  private writeAlert(
    rule: FoundRule,
    labels: FoundRule['labels'],
    group: FoundRuleGroup,
    isAlone: boolean,
  ): void {
    const known = this.alerts.get(keyOf(rule.name, labels)) ?? this.onlyAlert(rule, isAlone);
    if (known) {
      for (const [key, what] of alertDifferences(known, rule, labels)) {
        this.disagree(known, rule, 'alert', key, what);
      }
      return;
    }
    const entry = alertEntry(rule, labels);
    const name = this.nameOf(rule.metric) ?? rule.metric ?? METRIC_OF_NONE;
    const inSpec = this.metrics.get(name);
    if (inSpec) this.draft.addToMetric(inSpec, 'alerts', entry);
    else addAlert(this.entryOf(name, familyOfGroup(group)), entry);
    this.alerted.push(rule.name);
    this.families.add(inSpec?.family ?? this.familyOfEntry.get(name) ?? familyOfGroup(group));
  }

  /** The alert of a name that the spec and the import have once: the same one with other labels. */
  private onlyAlert({ name }: FoundRule, isAlone: boolean): Alert | undefined {
    if (!isAlone) return undefined;
    const named = [...this.alerts.values()].filter((alert) => alert.name === name);
    return named.length === 1 ? named[0] : undefined;
  }

  /** The name under which the spec or this import has a metric. */
  private nameOf(metric: string | undefined): string | undefined {
    if (metric === undefined) return undefined;
    const names = [metric, metric.replace(/_(?:bucket|sum|count)$/, '')];
    return names.find((name) => this.metrics.has(name) || this.entries.has(name));
  }

  /** The entry of a metric that is added; one that only alerts tell of is made for them. */
  private entryOf(name: string, family: string): Record<string, unknown> {
    const known = this.entries.get(name);
    if (known) return known;
    const type = OWN_SERIES.test(name) ? 'gauge' : 'unknown';
    const help = name === METRIC_OF_NONE ? 'Alerts that read no metric.' : undefined;
    const entry = withoutUndefined({ name, type, help });
    this.entries.set(name, entry);
    this.familyOfEntry.set(name, family);
    this.draft.addToFamily({ name: family }, 'metrics', entry);
    return entry;
  }

  private familyOf({ metric }: FoundRule): string | undefined {
    const name = this.nameOf(metric);
    if (name === undefined) return undefined;
    return this.metrics.get(name)?.family ?? this.familyOfEntry.get(name);
  }

  private disagree(
    { ref }: DeclaredRule | Alert,
    { name, place }: FoundRule,
    kind: string,
    key = 'expr',
    what = 'another expression',
  ): void {
    this.problems.push({
      ...ref.file.locate([...ref.path, key]),
      ...{ code: 'import-conflict', severity: 'warning' },
      message: `the ${kind} "${name}" has ${what} here than at ${spell(place)}`,
      hint: 'the spec is left as it is; correct whichever is wrong',
    });
  }
}

/** What the spec says otherwise of an alert, by its keys. */
function alertDifferences(
  known: Alert,
  rule: FoundRule,
  labels: FoundRule['labels'],
): [key: string, what: string][] {
  const { summary, description, runbook_url, ...annotations } = rule.annotations;
  const pairs: [key: string, what: string, one: unknown, other: unknown][] = [
    ['expr', 'another expression', true, isSameExpression(known.expr, rule.expr)],
    ['for', 'another "for"', known.for ?? '0s', rule.for ?? '0s'],
    ['keep_firing_for', 'another "keep_firing_for"', known.keepFiringFor, rule.keepFiringFor],
    ['labels', 'other labels', keyOf('', labelsOf(known)), keyOf('', labels)],
    ['summary', 'another summary', known.summary, summary],
    ['description', 'another description', known.description, description],
    ['runbook_url', 'another runbook_url', known.runbookUrl, runbook_url],
    ['annotations', 'other annotations', keyOf('', known.annotations), keyOf('', annotations)],
  ];
  return pairs.filter(([, , one, other]) => one !== other).map(([key, what]) => [key, what]);
}

function countAlerts(groups: readonly FoundRuleGroup[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name, kind } of groups.flatMap(({ rules }) => rules)) {
    if (kind === 'alert') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function countKeys(groups: readonly FoundRuleGroup[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rules, labels } of groups) {
    for (const rule of rules) {
      const key = keyOf(rule.name, { ...labels, ...rule.labels });
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function addAlert(entry: Record<string, unknown>, alert: Record<string, unknown>): void {
  const { alerts } = entry;
  if (Array.isArray(alerts)) alerts.push(alert);
  else entry['alerts'] = [alert];
}

function alertEntry(rule: FoundRule, ruleLabels: FoundRule['labels']): Record<string, unknown> {
  const { severity, ...labels } = ruleLabels;
  const { summary, description, runbook_url, ...annotations } = rule.annotations;
  return withoutUndefined({
    alert: rule.name,
    expr: trimmed(rule.expr),
    for: rule.for,
    keep_firing_for: rule.keepFiringFor,
    severity,
    summary,
    description,
    runbook_url,
    labels: unlessEmpty(labels),
    annotations: unlessEmpty(annotations),
  });
}

function labelsOf({ severity, labels }: Alert): Record<string, string> {
  return severity === undefined ? { ...labels } : { ...labels, severity };
}

function keyOf(name: string, labels: Readonly<Record<string, string>>): string {
  return JSON.stringify([name, Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function unlessEmpty(entries: Readonly<Record<string, string>>) {
  return Object.keys(entries).length === 0 ? undefined : entries;
}

function trimmed(expr: string): string {
  return expr.trim();
}
