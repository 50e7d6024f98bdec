import type { SyntaxNode } from '@lezer/common';
import {
  AGGREGATES,
  argumentsOf,
  arithmeticIn,
  COMPARE,
  comparisonIn,
  constantOf,
  durationSeconds,
  labelsIn,
  operatorOf,
  POINTWISE,
  type PromQl,
  rootExpr,
  satisfies,
  selectorMatchers,
  selectorName,
  textOf,
} from '@g6/promql';
import { NotModelled } from './model-series';
import { histogramQuantiles, OVER_WINDOW } from './promql-functions';
import {
  labelKey,
  pick,
  without,
  type CourseSeries,
  type Labels,
  type Sample,
  type Value,
} from './samples';

/**
 * Evaluates an expression over series whose course is known, at a time after every window is
 * filled. Only what alerts commonly use is modelled; throws `NotModelled` for the rest.
 */
export function evaluatePromQl(
  promql: PromQl,
  series: readonly CourseSeries[],
  time: number,
): readonly Sample[] {
  const root = rootExpr(promql);
  if (!root) throw new NotModelled('the expression is empty');
  const value = new Evaluator(promql, series, time).read(root);
  return typeof value === 'number' ? [{ labels: {}, value }] : value;
}

class Evaluator {
  constructor(
    private readonly promql: PromQl,
    private readonly series: readonly CourseSeries[],
    private readonly time: number,
  ) {}

  read(node: SyntaxNode): Value {
    const constant = constantOf(this.promql, node);
    if (constant !== undefined) return constant;
    switch (node.name) {
      case 'ParenExpr':
        return this.read(this.only(node.getChild('Expr')));
      case 'UnaryExpr':
        return this.readUnary(node);
      case 'VectorSelector':
        return this.select(node).map(({ labels, rises, value }) => ({
          labels,
          value: rises ? value * this.time : value,
        }));
      case 'BinaryExpr':
        return this.readBinary(node);
      case 'AggregateExpr':
        return this.readAggregate(node);
      case 'FunctionCall':
        return this.readCall(node);
      default:
        throw new NotModelled(`${textOf(this.promql, node)} is not modelled`);
    }
  }

  private readUnary(node: SyntaxNode): Value {
    const inner = this.read(this.only(node.lastChild));
    const sign = textOf(this.promql, node).startsWith('-') ? -1 : 1;
    return eachValue(inner, (value) => sign * value);
  }

  private select(node: SyntaxNode): readonly CourseSeries[] {
    const name = selectorName(this.promql, node);
    const matchers = selectorMatchers(this.promql, node).filter(
      ({ label }) => label !== '__name__',
    );
    return this.series.filter(
      (series) =>
        series.name === name && matchers.every((matcher) => satisfies(matcher, series.labels)),
    );
  }

  private readBinary(node: SyntaxNode): Value {
    const left = this.read(this.only(node.firstChild));
    const right = this.read(this.only(node.lastChild));
    const comparison = comparisonIn(node);
    const arithmetic = arithmeticIn(node);
    if (comparison) {
      const holds = COMPARE[comparison];
      const bool = node.getChild('BoolModifier') !== null;
      return this.join(node, left, right, (a, b) =>
        bool ? Number(holds(a, b)) : holds(a, b) ? a : undefined,
      );
    }
    if (arithmetic) return this.join(node, left, right, arithmetic);
    return this.joinSets(node, left, right);
  }

  /** Combines two operands value by value; undefined drops the sample. */
  private join(
    node: SyntaxNode,
    left: Value,
    right: Value,
    combine: (left: number, right: number) => number | undefined,
  ): Value {
    if (typeof left === 'number') {
      if (typeof right === 'number') return combine(left, right) ?? [];
      // A comparison keeps the vector's value, on whichever side it stands.
      const kept = comparisonIn(node) !== undefined && !node.getChild('BoolModifier');
      return mapSamples(right, (value) => {
        const result = combine(left, value);
        return result === undefined ? undefined : kept ? value : result;
      });
    }
    if (typeof right === 'number') return mapSamples(left, (value) => combine(value, right));
    return this.joinVectors(node, left, right, combine);
  }

  private joinVectors(
    node: SyntaxNode,
    left: readonly Sample[],
    right: readonly Sample[],
    combine: (left: number, right: number) => number | undefined,
  ): Value {
    const matched = this.matchedLabels(node);
    const keyOf = (labels: Labels) => labelKey(matched(labels));
    const partners = new Map(right.map((sample) => [keyOf(sample.labels), sample]));
    if (partners.size < right.length) throw new NotModelled('series match several others');
    return left.flatMap(({ labels, value }) => {
      const partner = partners.get(keyOf(labels));
      const result = partner ? combine(value, partner.value) : undefined;
      return result === undefined ? [] : [{ labels: matched(labels), value: result }];
    });
  }

  private joinSets(node: SyntaxNode, left: Value, right: Value): Value {
    if (typeof left === 'number' || typeof right === 'number') {
      throw new NotModelled('a set operation on a number');
    }
    const matched = this.matchedLabels(node);
    const keyOf = (labels: Labels) => labelKey(matched(labels));
    const onLeft = new Set(left.map(({ labels }) => keyOf(labels)));
    const onRight = new Set(right.map(({ labels }) => keyOf(labels)));
    if (node.getChild('And')) return left.filter(({ labels }) => onRight.has(keyOf(labels)));
    if (node.getChild('Unless')) return left.filter(({ labels }) => !onRight.has(keyOf(labels)));
    if (!node.getChild('Or')) throw new NotModelled(`${textOf(this.promql, node)} is not modelled`);
    return [...left, ...right.filter(({ labels }) => !onLeft.has(keyOf(labels)))];
  }

  /** The labels by which the operands of a binary expression find each other. */
  private matchedLabels(node: SyntaxNode): (labels: Labels) => Labels {
    const clause = node.getChild('MatchingModifierClause');
    if (clause?.getChild('GroupLeft') ?? clause?.getChild('GroupRight')) {
      throw new NotModelled('many-to-one matching is not modelled');
    }
    const listed = labelsIn(this.promql, clause?.getChild('GroupingLabels') ?? null);
    const on = clause?.getChild('On') !== null && clause !== null;
    return (labels) => (on ? pick(labels, listed) : without(labels, listed));
  }

  private readAggregate(node: SyntaxNode): Value {
    const aggregate = AGGREGATES[operatorOf(this.promql, node)];
    const [operand, ...others] = argumentsOf(node);
    if (!aggregate || !operand || others.length > 0) {
      throw new NotModelled(`${operatorOf(this.promql, node)}() is not modelled`);
    }
    const modifier = node.getChild('AggregateModifier');
    const listed = labelsIn(this.promql, modifier?.getChild('GroupingLabels') ?? null);
    const keeps = (labels: Labels) =>
      modifier?.getChild('Without') ? without(labels, listed) : pick(labels, listed);
    const groups = new Map<string, { labels: Labels; values: number[] }>();
    for (const { labels, value } of this.vector(operand)) {
      const kept = keeps(labels);
      const group = groups.get(labelKey(kept)) ?? { labels: kept, values: [] };
      group.values.push(value);
      groups.set(labelKey(kept), group);
    }
    return [...groups.values()].map(({ labels, values }) => ({ labels, value: aggregate(values) }));
  }

  private readCall(node: SyntaxNode): Value {
    const name = operatorOf(this.promql, node);
    const args = argumentsOf(node);
    const overWindow = OVER_WINDOW[name];
    if (overWindow) return this.readWindow(this.only(args.at(-1)), overWindow);
    const pointwise = POINTWISE[name];
    if (pointwise) {
      const rest = args.slice(1).map((arg) => this.number(arg));
      return eachValue(this.read(this.only(args[0])), (value) => pointwise(value, ...rest));
    }
    switch (name) {
      case 'histogram_quantile':
        return histogramQuantiles(this.number(this.only(args[0])), this.vector(this.only(args[1])));
      case 'absent':
        return this.readAbsent(this.only(args[0]));
      case 'vector':
        return [{ labels: {}, value: this.number(this.only(args[0])) }];
      case 'scalar': {
        const vector = this.vector(this.only(args[0]));
        return vector.length === 1 ? (vector[0] as Sample).value : NaN;
      }
      case 'time':
        return this.time;
      default:
        throw new NotModelled(`${name}() is not modelled`);
    }
  }

  /** The labels that the selector fixes identify the absent series. */
  private readAbsent(node: SyntaxNode): readonly Sample[] {
    if (this.vector(node).length > 0) return [];
    const fixed = selectorMatchers(this.promql, node).filter(({ operator }) => operator === '=');
    return [
      { labels: Object.fromEntries(fixed.map(({ label, value }) => [label, value])), value: 1 },
    ];
  }

  private readWindow(
    node: SyntaxNode,
    of: (course: CourseSeries, seconds: number) => number,
  ): readonly Sample[] {
    const selector = node.name === 'MatrixSelector' ? node.firstChild : null;
    const duration = node.getChild('DurationExpr') ?? node.lastChild;
    const seconds = duration
      ? durationSeconds(textOf(this.promql, duration).replace(/[[\]\s]/g, ''))
      : undefined;
    if (selector?.name !== 'VectorSelector' || seconds === undefined) {
      throw new NotModelled(`${textOf(this.promql, node)} is not modelled`);
    }
    return this.select(selector).map((course) => ({
      labels: course.labels,
      value: of(course, seconds),
    }));
  }

  private vector(node: SyntaxNode): readonly Sample[] {
    const value = this.read(node);
    if (typeof value === 'number') throw new NotModelled('a number where a vector is expected');
    return value;
  }

  private number(node: SyntaxNode): number {
    const value = this.read(node);
    if (typeof value !== 'number') throw new NotModelled('a vector where a number is expected');
    return value;
  }

  private only(node: SyntaxNode | null | undefined): SyntaxNode {
    if (!node) throw new NotModelled('an operand is missing');
    return node;
  }
}

function eachValue(value: Value, of: (value: number) => number): Value {
  return typeof value === 'number' ? of(value) : mapSamples(value, of);
}

function mapSamples(
  samples: readonly Sample[],
  of: (value: number) => number | undefined,
): readonly Sample[] {
  return samples.flatMap(({ labels, value }) => {
    const result = of(value);
    return result === undefined ? [] : [{ labels, value: result }];
  });
}
