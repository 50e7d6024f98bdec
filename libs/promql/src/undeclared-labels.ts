import type { SyntaxNode } from '@lezer/common';
import {
  argumentsOf,
  groupingLabels,
  hasVariable,
  operatorOf,
  textOf,
  unquote,
  visitNodes,
  type PromQl,
} from './promql';
import type { LabelsOf } from './result-labels';
import { selectedNames, selectorMatchers, selectorName } from './selectors';

/** A label that an expression uses and that no metric in its reach declares. */
export interface UndeclaredLabel {
  readonly label: string;
  /** The metrics in question. */
  readonly metrics: readonly string[];
  /** All labels that those metrics declare. */
  readonly declared: readonly string[];
  /** Offset of the label's place in the expression. */
  readonly from: number;
}

/** Labels that Prometheus gives to every scraped series, whoever declares it. */
const SCRAPE_LABELS = ['job', 'instance', '__name__'];
/** The position of the label's name among the arguments of functions that write one. */
const LABEL_WRITERS: Record<string, number> = { label_replace: 1, label_join: 1, count_values: 0 };

/**
 * Finds labels in matchers, `by`, `without`, `on` and `ignoring` that no metric in reach declares.
 * Nothing is reported if a metric in reach is not known, or the expression writes the label itself:
 * a wrong warning is worse than none. `targetLabels` are those that scraping adds besides `job` and
 * `instance`.
 */
export function undeclaredLabels(
  promql: PromQl,
  labelsOf: LabelsOf,
  targetLabels: readonly string[] = [],
): UndeclaredLabel[] {
  const passed = new Set([...SCRAPE_LABELS, ...targetLabels, ...writtenLabels(promql)]);
  const found: UndeclaredLabel[] = [];
  const check = ({ label, from }: LabelPlace, declared: DeclaredLabels): void => {
    if (declared.areKnown && !declared.set.has(label) && !passed.has(label)) {
      found.push({ label, metrics: declared.metrics, declared: declared.labels, from });
    }
  };
  visitNodes(promql, 'VectorSelector', (selector) => {
    const name = selectorName(promql, selector);
    if (name === undefined) return;
    const declared = declaredLabels([name], labelsOf);
    for (const { label, node } of selectorMatchers(promql, selector)) {
      if (!label.includes('$') && !label.includes('[')) check({ label, from: node.from }, declared);
    }
  });
  visitNodes(promql, 'GroupingLabels', (grouping) => {
    const metrics = [...selectedNames(promql, groupedExpr(grouping))];
    const declared = declaredLabels(metrics, labelsOf);
    for (const place of groupingLabels(promql, grouping)) {
      if (!hasVariable(promql, { from: place.from, to: place.from + 1 })) check(place, declared);
    }
  });
  return found.sort((a, b) => a.from - b.from);
}

interface LabelPlace {
  readonly label: string;
  readonly from: number;
}

/** The labels that some metrics declare together, looked up once for all labels of a list. */
interface DeclaredLabels {
  readonly metrics: readonly string[];
  /** Whether there are metrics, and all of them are known. */
  readonly areKnown: boolean;
  readonly labels: readonly string[];
  readonly set: ReadonlySet<string>;
}

function declaredLabels(metrics: readonly string[], labelsOf: LabelsOf): DeclaredLabels {
  const each = metrics.map(labelsOf);
  const set = new Set(each.flatMap((labels) => labels ?? []));
  const areKnown = each.length > 0 && !each.includes(undefined);
  return { metrics, areKnown, labels: [...set], set };
}

/** The aggregation or binary expression that a grouping belongs to. */
function groupedExpr(grouping: SyntaxNode): SyntaxNode {
  let node: SyntaxNode = grouping;
  while (node.parent && node.name !== 'AggregateExpr' && node.name !== 'BinaryExpr') {
    node = node.parent;
  }
  return node;
}

function writtenLabels(promql: PromQl): Set<string> {
  const labels = new Set<string>();
  const read = (node: SyntaxNode): void => {
    const position = LABEL_WRITERS[operatorOf(promql, node)];
    const literal = position === undefined ? undefined : argumentsOf(node)[position];
    if (literal) labels.add(unquote(textOf(promql, literal)));
  };
  visitNodes(promql, 'FunctionCall', read);
  visitNodes(promql, 'AggregateExpr', read);
  return labels;
}
