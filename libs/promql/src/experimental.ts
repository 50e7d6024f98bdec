import type { SyntaxNode } from '@lezer/common';
import { operatorOf, visitNodes, type PromQl } from './promql';

/** The flags of Prometheus 3, `--enable-feature=…`, that switch on parts of PromQL. */
export const PROMQL_FEATURES = [
  'promql-experimental-functions',
  'promql-duration-expr',
  'promql-extended-range-selectors',
  'promql-binop-fill-modifiers',
] as const;

/** A flag of Prometheus that switches on a part of PromQL. */
export type PromQlFeature = (typeof PROMQL_FEATURES)[number];

/** A part of an expression that a server takes only with a flag. */
export interface ExperimentalUse {
  readonly feature: PromQlFeature;
  /** The function, aggregation or modifier, as one would name it. */
  readonly what: string;
  readonly from: number;
  readonly to: number;
}

const FUNCTIONS = new Set(
  (
    'double_exponential_smoothing end histogram_quantiles info limit_ratio limitk mad_over_time ' +
    'max_of min_of range sort_by_label sort_by_label_desc start start_timestamp step ' +
    'ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time'
  ).split(' '),
);

/** Parts of a duration that are more than a number with a sign. */
const COMPUTED = new Set(
  'Add Sub Mul Div Mod Pow DurationStep DurationRange DurationMinOf DurationMaxOf'.split(' '),
);

/** Finds what an expression uses that is experimental in Prometheus 3, each thing once. */
export function experimentalUses(promql: PromQl): ExperimentalUse[] {
  const uses = new Map<string, ExperimentalUse>();
  const add = (feature: PromQlFeature, what: string, { from, to }: SyntaxNode) => {
    if (!uses.has(what)) uses.set(what, { feature, what, from, to });
  };
  const addCall = (node: SyntaxNode) => {
    const name = operatorOf(promql, node);
    if (FUNCTIONS.has(name)) add('promql-experimental-functions', `"${name}"`, node);
  };
  visitNodes(promql, 'FunctionCall', addCall);
  visitNodes(promql, 'AggregateExpr', addCall);
  visitNodes(promql, 'FillModifier', (node) => {
    add('promql-binop-fill-modifiers', '"fill"', node);
  });
  for (const [name, word] of [
    ['AnchoredExpr', 'anchored'],
    ['SmoothedExpr', 'smoothed'],
  ] as const) {
    visitNodes(promql, name, (node) => {
      add('promql-extended-range-selectors', `"${word}"`, node);
    });
  }
  const addDuration = (node: SyntaxNode) => {
    for (let part = node.firstChild; part; part = part.nextSibling) {
      if (COMPUTED.has(part.name)) add('promql-duration-expr', 'a computed duration', node);
    }
  };
  visitNodes(promql, 'DurationExpr', addDuration);
  visitNodes(promql, 'OffsetDurationExpr', addDuration);
  return [...uses.values()].sort((a, b) => a.from - b.from);
}
