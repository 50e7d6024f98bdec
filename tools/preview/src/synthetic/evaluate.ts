import type { PreviewCatalogue } from '@g6/dashboards';
import {
  argumentsOf,
  durationSeconds,
  labelsIn,
  operatorOf,
  parsePromQl,
  type PromQl,
  rootExpr,
  selectorMatchers,
  selectorName,
  textOf,
  unquote,
  visitNodes,
} from '@g6/promql';
import { aggregate } from './aggregations';
import { binary, type Matching } from './binary';
import { call, distinctSeries } from './functions';
import { passes, rawSeries } from './raw-series';
import { type Series, seriesOf, type Value } from './value';

type Node = NonNullable<ReturnType<typeof rootExpr>>;

/** The samples that stand for a range. */
const SAMPLES = 6;
/** How deep recorded series may read each other. */
const DEEPEST = 8;

/** Evaluates expressions on made-up series of a workspace; the same expression gives the same data. */
export class Evaluator {
  constructor(
    private readonly catalogue: PreviewCatalogue,
    private readonly depth = 0,
  ) {}

  /** The series of an expression at some times, in seconds since 1970. */
  evaluate(expr: string, times: readonly number[]): Series[] {
    const promql = parsePromQl(expr);
    const root = rootExpr(promql);
    if (!root || promql.errors.length > 0 || promql.tooDeep || promql.tooLong) return [];
    const value = new Evaluation(promql, this.catalogue, this.depth).value(root, times);
    return distinctSeries(seriesOf(value)).filter(({ values }) =>
      values.some((v) => !Number.isNaN(v)),
    );
  }
}

/** The evaluation of one expression. */
class Evaluation {
  private readonly mentioned: readonly string[];

  constructor(
    private readonly promql: PromQl,
    private readonly catalogue: PreviewCatalogue,
    private readonly depth: number,
  ) {
    const labels = new Set<string>();
    visitNodes(promql, 'GroupingLabels', (list) => {
      for (const label of labelsIn(promql, list)) labels.add(label);
    });
    this.mentioned = [...labels];
  }

  /** The value of a part of the expression. */
  value(node: Node, times: readonly number[]): Value {
    switch (node.name) {
      case 'NumberDurationLiteral': {
        const number = numberOf(textOf(this.promql, node));
        return { kind: 'scalar', values: times.map(() => number) };
      }
      case 'StringLiteral':
        return { kind: 'text', text: unquote(textOf(this.promql, node)) };
      case 'VectorSelector':
        return { kind: 'vector', series: this.select(node, times) };
      case 'MatrixSelector':
      case 'SubqueryExpr':
        return this.range(node, times);
      case 'OffsetExpr':
        return this.value(node.firstChild as Node, this.shifted(node, times));
      case 'UnaryExpr':
        return this.negated(node, times);
      case 'BinaryExpr':
        return this.binary(node, times);
      case 'AggregateExpr':
        return this.aggregate(node, times);
      case 'FunctionCall': {
        const args = argumentsOf(node).map((arg) => this.value(arg, times));
        return call(operatorOf(this.promql, node), args, times);
      }
      default:
        return this.inside(node, times);
    }
  }

  /** The value of what parentheses hold, or of a modifier that made-up data needs not tell apart. */
  private inside(node: Node, times: readonly number[]): Value {
    const inner = node.getChild('Expr') ?? node.firstChild;
    return inner ? this.value(inner, times) : { kind: 'vector', series: [] };
  }

  private select(node: Node, times: readonly number[]): Series[] {
    const name = selectorName(this.promql, node);
    const matchers = selectorMatchers(this.promql, node);
    if (name === undefined) return [];
    const recorded = Object.hasOwn(this.catalogue.recorded, name)
      ? this.catalogue.recorded[name]
      : undefined;
    if (recorded !== undefined && this.depth < DEEPEST) {
      const inner = new Evaluator(this.catalogue, this.depth + 1).evaluate(recorded, times);
      return inner
        .filter(({ labels }) => passes(labels, matchers))
        .map(({ labels, values }) => ({ labels: { __name__: name, ...labels }, values }));
    }
    return rawSeries(name, matchers, this.catalogue, this.mentioned).map(({ labels, at }) => {
      return { labels, values: times.map(at) };
    });
  }

  private range(node: Node, times: readonly number[]): Value {
    const inner = node.firstChild as Node;
    const seconds = durationOf(this.promql, node.getChild('DurationExpr')) ?? 300;
    const name = inner.name === 'VectorSelector' ? selectorName(this.promql, inner) : undefined;
    if (name !== undefined && !Object.hasOwn(this.catalogue.recorded, name)) {
      const matchers = selectorMatchers(this.promql, inner);
      const raw = rawSeries(name, matchers, this.catalogue, this.mentioned);
      const series = raw.map(({ labels, at, slope }) => ({
        labels,
        samples: (i: number) => sampleTimes(times[i] ?? 0, seconds).map(at),
        slopes: times.map(slope),
      }));
      return { kind: 'range', series, seconds };
    }
    const all = times.flatMap((time) => sampleTimes(time, seconds));
    const series = seriesOf(this.value(inner, all)).map(({ labels, values }) => {
      const samples = (i: number) => values.slice(i * SAMPLES, (i + 1) * SAMPLES);
      const slopes = times.map((_, i) => {
        const window = samples(i);
        return ((window.at(-1) ?? NaN) - (window[0] ?? NaN)) / seconds;
      });
      return { labels, samples, slopes };
    });
    return { kind: 'range', series, seconds };
  }

  private shifted(node: Node, times: readonly number[]): number[] {
    const seconds = durationOf(this.promql, node.getChild('OffsetDurationExpr')) ?? 0;
    return times.map((time) => time - seconds);
  }

  private negated(node: Node, times: readonly number[]): Value {
    const value = this.value(node.lastChild as Node, times);
    if (!textOf(this.promql, node).startsWith('-')) return value;
    const zero: Value = { kind: 'scalar', values: times.map(() => 0) };
    return binary('-', zero, value, NO_MATCHING);
  }

  private aggregate(node: Node, times: readonly number[]): Value {
    const modifier = node.getChild('AggregateModifier');
    const labels = labelsIn(this.promql, modifier?.getChild('GroupingLabels') ?? null);
    const keep = modifier?.getChild('By') !== null;
    const args = argumentsOf(node).map((arg) => this.value(arg, times));
    return aggregate(operatorOf(this.promql, node), args, { labels, keep });
  }

  private binary(node: Node, times: readonly number[]): Value {
    const left = this.value(node.firstChild as Node, times);
    const right = this.value(node.lastChild as Node, times);
    const operator = node.firstChild?.nextSibling;
    const spelled = operator ? textOf(this.promql, operator).toLowerCase() : '';
    return binary(spelled, left, right, this.matching(node));
  }

  private matching(node: Node): Matching {
    const clause = node.getChild('MatchingModifierClause');
    const bool = node.getChild('BoolModifier') !== null;
    if (!clause) return { ...NO_MATCHING, bool };
    const lists = clause.getChildren('GroupingLabels');
    const keep = clause.getChild('On') !== null;
    const many = clause.getChild('GroupLeft')
      ? 'left'
      : clause.getChild('GroupRight')
        ? 'right'
        : undefined;
    return {
      on: { labels: labelsIn(this.promql, lists[0] ?? null), keep },
      many,
      included: labelsIn(this.promql, lists[1] ?? null),
      bool,
    };
  }
}

const NO_MATCHING: Matching = { on: undefined, many: undefined, included: [], bool: false };

function sampleTimes(time: number, seconds: number): number[] {
  return Array.from({ length: SAMPLES }, (_, i) => time - seconds + (seconds * i) / (SAMPLES - 1));
}

function durationOf(promql: PromQl, node: Node | null): number | undefined {
  return node ? durationSeconds(textOf(promql, node).trim()) : undefined;
}

function numberOf(text: string): number {
  const word = text.toLowerCase();
  if (/^[+-]?inf$/.test(word)) return word.startsWith('-') ? -Infinity : Infinity;
  return durationSeconds(word) ?? Number(word);
}
