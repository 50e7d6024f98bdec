import { compareText } from '@g6/problems';
import { declaredRules } from '@g6/model';
import { type LintSubject, type Place, placeOf } from '@g6/lint';
import { matchesText, type PromQlCache, readSelectors, spellMatcher } from '@g6/promql';
import { type Ask, readRuleQueries, ruleGroups } from '@g6/prometheus-api';
import { inTurn } from './ask-all';
import { type PlacedFinding, findingOf } from './check-finding';
import { answered, type Gaps, selectAny, type ServerFacts } from './server-facts';
import { batches, type ExposedNames } from './spec-findings';

/** What exists on the server beside the spec. */
type Subject = Pick<
  LintSubject,
  'spec' | 'metrics' | 'index' | 'promql' | 'expressions' | 'dashboards'
>;

/** Finds metrics of the spec's jobs that it does not know, and metrics that nothing reads. */
export async function exposedFindings(
  subject: Subject,
  { counts, jobs }: ExposedNames,
  facts: ServerFacts,
  { ask, gaps }: { readonly ask: Ask; readonly gaps: Gaps },
): Promise<PlacedFinding[]> {
  let queries: readonly string[] = [];
  await gaps.attempt('the rules of the server', async () => {
    queries = answered(readRuleQueries(await ask(ruleGroups())));
  });
  const used = new UsedNames(subject, queries);
  let unknown: ReadonlyMap<string, number> = new Map<string, number>();
  await gaps.attempt('metrics that the spec does not know', async () => {
    unknown = await unknownNames(subject, jobs, facts);
  });
  const unused = new Map<string, number>();
  await gaps.attempt('metrics that nothing reads', async () => {
    const recent = (await facts.recentNames()).filter(
      (name) => !unknown.has(name) && !used.reads(name) && isMetric(name, subject),
    );
    await inTurn(batches(recent), async (batch) => {
      const samples = await facts.instant(`count by (__name__) (${selectAny(batch)})`);
      for (const { labels, value } of samples) unused.set(labels['__name__'] ?? '', value);
    });
  });
  return [
    ...byMetric(unknown, counts).map(([name, series]) =>
      unknownFinding(name, series, used.reads(name), subject),
    ),
    ...withoutReadParts(byMetric(unused, counts), used).map(([name, series]) =>
      unusedFinding(name, series, subject),
    ),
  ];
}

/** The names that dashboards, alerts and rules read, those of the server included. */
class UsedNames {
  private readonly names = new Set<string>();
  private readonly patterns = new Set<string>();

  constructor(subject: Subject, ofServer: readonly string[]) {
    const { dashboards, expressions, spec, promql } = subject;
    const drawn = dashboards.flatMap(({ panels, variables }) => [
      ...panels.flatMap(({ queries }) => queries.map(({ expr = '' }) => expr)),
      ...variables.map(({ query }) => selectorOf(query)),
    ]);
    const written = expressions.map(({ expr }) => expr);
    const declared = declaredRules(spec).map(({ expr }) => expr);
    for (const expr of new Set([...drawn, ...written, ...declared, ...ofServer])) {
      this.read(expr, promql);
    }
  }

  /** Whether anything reads a name. */
  reads(name: string): boolean {
    return this.names.has(name) || [...this.patterns].some((pattern) => matchesText(pattern, name));
  }

  /** Whether anything reads a series of a histogram or summary. */
  readsPartOf(name: string): boolean {
    return ['', ...PARTS].some((ending) => this.reads(name + ending));
  }

  private read(expr: string, promql: PromQlCache): void {
    for (const { name, matchers } of readSelectors(promql.analyze(expr).promql)) {
      if (name !== undefined) this.names.add(name);
      for (const { label, operator, value } of matchers) {
        if (label === '__name__' && operator === '=~') this.patterns.add(value);
      }
    }
  }
}

function selectorOf(query: string): string {
  return /^label_values\((.*),[^,]*\)$/s.exec(query)?.[1] ?? '';
}

/** Names on the targets of the spec that nothing of the spec explains. */
async function unknownNames(
  subject: Subject,
  jobs: ReadonlySet<string>,
  facts: ServerFacts,
): Promise<Map<string, number>> {
  const unknown = new Map<string, number>();
  if (jobs.size === 0) return unknown;
  const value = [...jobs]
    .sort(compareText)
    .map((job) => job.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const matcher = spellMatcher({ label: 'job', operator: '=~', value: value.join('|') });
  const samples = await facts.instant(`count by (__name__) ({${matcher}})`);
  for (const { labels, value: count } of samples) {
    const { __name__: name = '' } = labels;
    if (isMetric(name, subject) && !subject.index.defines(name)) unknown.set(name, count);
  }
  return unknown;
}

/** Whether a name is that of a metric of a target: neither recorded nor made by Prometheus, nor declared external. */
function isMetric(name: string, { index }: Subject): boolean {
  const ofPrometheus = name === 'up' || name.startsWith('scrape_') || name.startsWith('ALERTS');
  return (
    name !== '' &&
    !name.includes(':') &&
    !ofPrometheus &&
    !index.isExternal(name) &&
    !index.declares(name)
  );
}

const PARTS = ['_bucket', '_sum', '_count'];

/** Series by metric: those of the parts of a histogram are the histogram's. */
function byMetric(
  names: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, number>,
): [name: string, series: number][] {
  const metrics = new Map<string, number>();
  for (const [name, count] of names) {
    const base = name.replace(/_(?:bucket|sum|count)$/, '');
    const isPart =
      base !== name &&
      PARTS.every((ending) => names.has(base + ending) || known.has(base + ending));
    const metric = isPart || (base !== name && names.has(`${base}_bucket`)) ? base : name;
    metrics.set(metric, (metrics.get(metric) ?? 0) + count);
  }
  return [...metrics].sort(([a], [b]) => compareText(a, b));
}

/** A histogram of which anything reads one part is in use. */
function withoutReadParts(
  metrics: readonly [string, number][],
  used: UsedNames,
): readonly [string, number][] {
  return metrics.filter(
    ([name]) =>
      !used.readsPartOf(name) && !used.readsPartOf(name.replace(/_(?:bucket|sum|count)$/, '')),
  );
}

function unknownFinding(
  name: string,
  series: number,
  isRead: boolean,
  subject: Subject,
): PlacedFinding {
  const use = isRead ? '' : ', and nothing reads it';
  const message = `the spec does not know "${name}", with ${series} series${use}`;
  const hint = 'add it with g6-dashboards import, or list it in external_metrics';
  return findingOf('metric-unknown', rootOf(subject), message, hint);
}

function unusedFinding(name: string, series: number, subject: Subject): PlacedFinding {
  const metric = subject.index.owner(name);
  const at = metric ? placeOf(metric.ref, 'name') : rootOf(subject);
  const message = `nothing reads "${name}", with ${series} series`;
  return findingOf(
    'metric-unused',
    at,
    message,
    'show it, drop it when scraping, or stop to expose it',
  );
}

/** The place for what is in no file: the head of the spec. */
function rootOf({ spec }: Subject): Place {
  const [family] = spec.families;
  const file = family?.ref.file;
  const position = { file: file?.path ?? '', line: 1, column: 1 };
  return file ? { position, scope: { file, path: [] } } : { position };
}
