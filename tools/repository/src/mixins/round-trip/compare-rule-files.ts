/**
 * Compares rules that somebody else wrote with what import and `rules` made of them, rule by rule.
 *
 * What is brought into one form, and why:
 * - the order of matchers, spaces and comments of an expression: they mean nothing;
 * - durations: `60s` and `1m` are the same, and no time is the same as none;
 * - labels and annotations without a text: Prometheus takes them for none;
 * - spaces at the ends of annotations, which no reader sees;
 * - groups: the spec groups rules by family;
 * - the label `family` and the annotations that lead to a dashboard: every alert of ours has them.
 */
import { durationSeconds } from '@g6/promql';
import { inKeyOrder, type Json, listAt, objectAt } from '../json';
import type { Difference } from './compare-dashboard';
import { exprForm } from './panel-form';

/** What became of the rules of a mixin. */
export interface RulesRoundTrip {
  readonly rules: number;
  readonly same: number;
  /** Rules that were not there before, such as those that panels read. */
  readonly added: readonly string[];
  readonly differences: readonly Difference[];
}

/** Compares rule files, each as the value of its YAML; a rule may stand in any group of any file. */
export function compareRuleFiles(
  mixin: string,
  originals: readonly unknown[],
  written: readonly unknown[],
): RulesRoundTrip {
  const before = originals.flatMap(rulesIn).map(ruleForm);
  const left = written.flatMap(rulesIn).map(ruleForm);
  const differences: Difference[] = [];
  let same = 0;
  for (const form of before) {
    const text = JSON.stringify(form);
    const at = left.findIndex((other) => JSON.stringify(other) === text);
    if (at >= 0) {
      left.splice(at, 1);
      same += 1;
      continue;
    }
    const { name } = form;
    const imported = left.find((other) => other['name'] === name);
    differences.push({
      ...{ dashboard: mixin, panel: String(name), field: fieldOf(form, imported) },
      ...{ original: form, imported },
    });
  }
  const known = new Set(before.map(({ name }) => name));
  const added = left.map(({ name }) => String(name));
  const doubled = left.filter(({ kind, name }) => kind === 'alert' || known.has(name));
  return {
    rules: before.length,
    same,
    added,
    differences: [
      ...differences,
      ...doubled
        .filter(({ name }) => !differences.some(({ panel }) => panel === name))
        .map((form) => ({
          ...{ dashboard: mixin, panel: String(form['name']), field: 'rule' },
          ...{ original: undefined, imported: form },
        })),
    ],
  };
}

/** The first part in which two rules differ; `rule` if there is no other. */
function fieldOf(form: Json, other: Json | undefined): string {
  const differs = (key: string) => JSON.stringify(form[key]) !== JSON.stringify(other?.[key]);
  return other ? (Object.keys(form).find(differs) ?? 'rule') : 'rule';
}

function rulesIn(file: unknown): Json[] {
  return (listAt(file, 'groups') as readonly Json[]).flatMap(
    (group) => listAt(group, 'rules') as readonly Json[],
  );
}

/** Labels and annotations that `rules` gives to every alert. */
const OURS = ['family', 'dashboard', '__dashboardUid__', '__panelId__'];

function ruleForm(rule: Json): Json {
  const { record, alert, expr } = rule;
  return {
    kind: record === undefined ? 'alert' : 'record',
    name: record ?? alert,
    expr: exprForm(expr),
    for: durationForm(rule['for']),
    keep_firing_for: durationForm(rule['keep_firing_for']),
    labels: textsForm(rule, 'labels'),
    annotations: textsForm(rule, 'annotations'),
  };
}

function durationForm(value: unknown): number {
  if (typeof value !== 'string') return 0;
  return value === '0' ? 0 : (durationSeconds(value) ?? Number.NaN);
}

function textsForm(rule: Json, key: string): unknown {
  const texts = Object.entries(objectAt(rule, key))
    .map(([name, text]): [string, string] => [name, String(text).trim()])
    .filter(([name, text]) => text !== '' && !OURS.includes(name));
  return inKeyOrder(Object.fromEntries(texts));
}
