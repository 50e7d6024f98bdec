import { addAll, didYouMean, type Problem } from '@g6/problems';
import { PromQlCache } from '@g6/promql';
import type { SourceFile } from '@g6/yaml';
import { RawPart, scalarText } from '../documents/raw-part';
import { readDocuments } from '../documents/read-documents';
import { ProblemList } from '../problem-list';
import type { FoundRule, FoundRuleGroup } from './found-rule';
import { ruleMetrics } from './rule-metrics';

/** The groups of rule files, in the order of the files. */
export interface RuleFilesReading {
  readonly groups: readonly FoundRuleGroup[];
  readonly problems: readonly Problem[];
}

/**
 * Reads rule files of Prometheus and PrometheusRule resources, in YAML or JSON, several documents or
 * lists of resources included. A rule that Prometheus would refuse is a problem, and is left out.
 */
export function readRuleFiles(sources: readonly SourceFile[]): RuleFilesReading {
  const cache = new PromQlCache();
  const problems: Problem[] = [];
  const groups = sources.flatMap((source) => {
    const reading = readDocuments(source);
    const reader = new RuleReader(cache, new ProblemList());
    const found = reading.documents.flatMap((document) =>
      reader.readGroups(RawPart.root(document)),
    );
    addAll(problems, reading.problems, reader.list.problems);
    return found;
  });
  return { groups: withMetrics(groups, cache), problems };
}

const GROUP_KEYS = ['name', 'interval', 'limit', 'query_offset', 'labels', 'rules'];
const RULE_KEYS = [
  ...['record', 'alert', 'expr', 'for', 'keep_firing_for', 'labels', 'annotations'],
];

/** A duration as Prometheus writes it; a plain 0 is one as well. */
const DURATION = /^(?:0|(?=\d)(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?)$/;

class RuleReader {
  constructor(
    private readonly cache: PromQlCache,
    readonly list: ProblemList,
  ) {}

  /** The groups of a rule file, of a resource, or of a list of resources. */
  readGroups(document: RawPart): FoundRuleGroup[] {
    const items = document.at('items');
    if (Array.isArray(items.value)) return items.list.flatMap((item) => this.readGroups(item));
    const holder = document.at('spec').at('groups').isPresent ? document.at('spec') : document;
    const groups = holder.at('groups');
    if (!Array.isArray(groups.value)) {
      const isEmpty = document.entries.length === 0 || groups.value === null;
      if (!isEmpty || !document.isMapping) {
        const kind = document.text('kind');
        const what = kind === undefined ? 'this' : `a resource of the kind "${kind}"`;
        this.report(document, `${what} holds no list "groups" of rules`);
      }
      return [];
    }
    return groups.list.flatMap((group) => this.readGroup(group));
  }

  private readGroup(group: RawPart): FoundRuleGroup[] {
    const name = group.scalarText('name');
    if (name === undefined || name === '') {
      this.report(group, 'a group of rules must have a "name"');
      return [];
    }
    this.reportUnknownKeys(group, GROUP_KEYS);
    const interval = this.duration(group, 'interval');
    const queryOffset = this.duration(group, 'query_offset');
    const limit = group.number('limit');
    return [
      {
        name,
        ...(interval === undefined ? {} : { interval }),
        ...(limit === undefined ? {} : { limit }),
        ...(queryOffset === undefined ? {} : { queryOffset }),
        labels: this.texts(group.at('labels')),
        rules: group.items('rules').flatMap((rule) => this.readRule(rule)),
        place: group.place,
      },
    ];
  }

  private readRule(rule: RawPart): FoundRule[] {
    const record = rule.scalarText('record');
    const alert = rule.scalarText('alert');
    const name = record ?? alert;
    const expr = rule.scalarText('expr');
    if (name === undefined || name === '' || (record !== undefined && alert !== undefined)) {
      this.report(rule, 'a rule must have either "record" or "alert"');
      return [];
    }
    if (expr === undefined) {
      this.report(rule, `the rule "${name}" must have an "expr"`);
      return [];
    }
    this.reportUnknownKeys(rule, RULE_KEYS);
    if (!this.isValid(rule.at('expr'), expr)) return [];
    const wait = this.duration(rule, 'for');
    const keepFiringFor = this.duration(rule, 'keep_firing_for');
    return [
      {
        kind: record === undefined ? 'alert' : 'record',
        name,
        expr,
        ...(wait === undefined ? {} : { for: wait }),
        ...(keepFiringFor === undefined ? {} : { keepFiringFor }),
        labels: this.texts(rule.at('labels')),
        annotations: this.texts(rule.at('annotations')),
        place: rule.place,
      },
    ];
  }

  /** Whether Prometheus takes an expression; each of its faults is reported. */
  private isValid(part: RawPart, expr: string): boolean {
    const { faults, promql } = this.cache.analyze(expr);
    const place = (offset: number) => () => part.document.locateInText(part.path, offset);
    for (const { code, message, from } of faults) {
      this.list.add(place(from), { code, message: `${message}; the rule is left out` });
    }
    for (const { name, from } of promql.variables) {
      const message = `"$${name}" is a variable of Grafana, which Prometheus does not know; the rule is left out`;
      this.list.add(place(from), { code: 'variable-in-rule', message });
    }
    return faults.length === 0 && promql.variables.length === 0;
  }

  private duration(part: RawPart, key: string): string | undefined {
    const value = part.scalarText(key);
    if (value === undefined || DURATION.test(value)) return value;
    this.report(
      part.at(key),
      `"${key}" must be a duration such as 5m, got "${value.slice(0, 40)}"`,
    );
    return undefined;
  }

  private texts(mapping: RawPart): Record<string, string> {
    return Object.fromEntries(
      mapping.entries.flatMap(([key, part]) => {
        const value = part.value === null ? '' : scalarText(part.value);
        if (value !== undefined) return [[key, value]];
        this.report(part, `"${key}" must be a text`);
        return [];
      }),
    );
  }

  private reportUnknownKeys(part: RawPart, known: readonly string[]): void {
    for (const [key, item] of part.entries) {
      if (known.includes(key)) continue;
      const hint = didYouMean(key, known);
      this.report(item, `the key "${key.slice(0, 40)}" is not one of Prometheus`, hint);
    }
  }

  private report(part: RawPart, message: string, hint?: string): void {
    this.list.add(() => part.place, { code: 'import-unreadable', message, hint });
  }
}

function withMetrics(groups: readonly FoundRuleGroup[], cache: PromQlCache): FoundRuleGroup[] {
  const metricOf = ruleMetrics(
    groups.flatMap(({ rules }) => rules),
    cache,
  );
  return groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => {
      const metric = metricOf(rule.expr);
      return metric === undefined ? rule : { ...rule, metric };
    }),
  }));
}
