import type { SpecIndex } from '@g6/model';
import {
  comparisonIn,
  operatorOf,
  type PromQl,
  type PromQlCache,
  readSelectors,
  selectMetric,
  selectSeries,
  type Selector,
  visitNodes,
} from '@g6/promql';
import { explainSelector, type Explanation } from './explain-selector';
import type { QueryOutcome } from './query-outcome';
import type { SentQuery } from './panel-queries';
import type { ServerFacts } from './server-facts';

/** Series that are there only while an alert is active. */
const ALERT_SERIES = new Set(['ALERTS', 'ALERTS_FOR_STATE']);
const ABSENT = new Set(['absent', 'absent_over_time']);

/** Seconds of a scrape or two that a result may lag behind. */
const LAG = 60;

/** Whether a query has no values, or none any more at the end of its time. */
export function isEmpty(query: SentQuery, { newest, failure }: QueryOutcome): boolean {
  if (failure) return false;
  return newest === undefined || newest < query.span.end - query.step - LAG;
}

/** What explanations look at. */
export interface ExplainContext {
  readonly facts: ServerFacts;
  readonly promql: PromQlCache;
  readonly index: SpecIndex;
}

/**
 * Explains why a query has no values; undefined if that is as it should be, because it shows what is
 * active, what is absent or what passes a limit.
 */
export async function explainQuery(
  { expr, span }: SentQuery,
  context: ExplainContext,
): Promise<Explanation | undefined> {
  const { promql } = context.promql.analyze(expr);
  const selectors = readSelectors(promql);
  if (selectors.some(({ name = '' }) => ALERT_SERIES.has(name))) return undefined;
  const missing = await missingSelectors(selectors, span.end, context);
  const [culprit] = missing;
  if (culprit && !isAbsentCall(promql)) return explainSelector(culprit, context.facts);
  if (isFiltering(promql)) return undefined;
  return {
    message: 'each of its selectors has series, and together they give nothing',
    hint: 'compare the labels by which the operands are matched, and the windows with the scrape interval',
  };
}

/** The selectors that select nothing; one under a former name counts only if the present one does too. */
async function missingSelectors(
  selectors: readonly Selector[],
  time: number,
  { facts, index }: ExplainContext,
): Promise<Selector[]> {
  const missing: Selector[] = [];
  for (const selector of selectors) {
    const { name, matchers } = selector;
    if (name !== undefined && index.currentName(name) !== name) continue;
    const former = name === undefined ? [] : index.formerNamesOf(name);
    const others = matchers.filter(({ label }) => label !== '__name__');
    const names = name === undefined ? [] : [name, ...former];
    const counts = await Promise.all(
      names.map((one) =>
        facts.count(others.length === 0 ? selectMetric(one) : selectSeries(one, others), time),
      ),
    );
    if (names.length > 0 && counts.every((count) => count === 0)) missing.push(selector);
  }
  return missing;
}

/** Whether an expression shows only part of what it reads, so that nothing may be left. */
function isFiltering(promql: PromQl): boolean {
  let filters = isAbsentCall(promql);
  visitNodes(promql, 'BinaryExpr', (node) => {
    if (comparisonIn(node) && node.getChild('BoolModifier') === null) filters = true;
    if (node.getChild('Unless') ?? node.getChild('And')) filters = true;
  });
  return filters;
}

function isAbsentCall(promql: PromQl): boolean {
  let absent = false;
  visitNodes(promql, 'FunctionCall', (call) => {
    if (ABSENT.has(operatorOf(promql, call))) absent = true;
  });
  return absent;
}
