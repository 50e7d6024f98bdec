import type { SyntaxNode } from '@lezer/common';
import { hasVariable, textOf, visitNodes, type PromQl } from './promql';
import { syntaxFault, typeFault, type PromQlFault } from './promql-fault';

/** The longest duration in seconds, some 292 years: Prometheus counts nanoseconds in 64 bits. */
const LONGEST = 2 ** 63 / 1e9;
/** A timestamp of `@` has to be below this. */
const LATEST = 2 ** 63;

/** Finds numbers and durations that Prometheus cannot represent, or that make no sense in their place. */
export function durationFaults(promql: PromQl): PromQlFault[] {
  const faults: PromQlFault[] = [];
  visitNodes(promql, 'NumberDurationLiteral', (node) => {
    const fault = literalFault(promql, node);
    if (fault) faults.push(fault);
  });
  visitNodes(promql, 'NumberDurationLiteralInDurationContext', (node) => {
    const fault = literalFault(promql, node);
    if (fault) faults.push(fault);
  });
  visitNodes(promql, 'StepInvariantExpr', (node) => {
    const time = node.getChild('NumberDurationLiteral');
    if (!time || hasVariable(promql, time)) return;
    if (Math.abs(numberIn(promql, time)) < LATEST) return;
    faults.push(typeFault(time, `"@" takes a time, and ${textOf(promql, time)} is none`));
  });
  const check = (node: SyntaxNode) => {
    for (const duration of node.getChildren('DurationExpr')) {
      const seconds = new DurationReader(promql, faults).read(duration);
      if (seconds === undefined || !(seconds <= 0) || hasVariable(promql, duration)) continue;
      faults.push(typeFault(duration, 'a range and its step must be longer than nothing'));
    }
  };
  visitNodes(promql, 'MatrixSelector', check);
  visitNodes(promql, 'SubqueryExpr', check);
  visitNodes(promql, 'OffsetExpr', (node) => {
    const offset = node.getChild('OffsetDurationExpr');
    if (offset) new DurationReader(promql, faults).read(offset);
  });
  return faults;
}

/** Reads durations; Prometheus looks at the values of literals, and leaves the rest to evaluation. */
class DurationReader {
  constructor(
    private readonly promql: PromQl,
    private readonly faults: PromQlFault[],
  ) {}

  /** The seconds of a literal, with its signs; undefined for what is yet to be computed. */
  read(node: SyntaxNode): number | undefined {
    if (node.name === 'NumberDurationLiteralInDurationContext') return this.readLiteral(node);
    const inner: (number | undefined)[] = [];
    let operator = '';
    let sign = 1;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (PARTS.has(child.name)) inner.push(this.read(child));
      else if (child.name !== 'UnaryOp') operator = child.name;
      else if (textOf(this.promql, child) === '-') sign = -1;
    }
    if ((operator === 'Div' || operator === 'Mod') && inner[1] === 0) {
      this.faults.push(typeFault(node, 'the duration is divided by zero'));
    }
    const [only] = inner;
    return operator === '' && inner.length === 1 && only !== undefined ? only * sign : undefined;
  }

  private readLiteral(node: SyntaxNode): number {
    const seconds = numberIn(this.promql, node);
    if (Math.abs(seconds) > LONGEST && !hasVariable(this.promql, node)) {
      const message = `the duration ${textOf(this.promql, node)} is out of range; the longest is 292y`;
      this.faults.push(typeFault(node, message));
    }
    return seconds;
  }
}

const PARTS = new Set([
  'DurationExpr',
  'OffsetDurationExpr',
  'NumberDurationLiteralInDurationContext',
]);

/** The fault of a number or a duration by itself: `5mx`, `1e999`, `300y`. */
function literalFault(promql: PromQl, node: SyntaxNode): PromQlFault | undefined {
  if (hasVariable(promql, node)) return undefined;
  const written = textOf(promql, node);
  if (/[0-9]/.test(written.replace(/^[-+]\s*/, '').charAt(0)) || written.includes('.')) {
    const after = /^\w{1,40}/.exec(promql.text.slice(node.to, node.to + 40))?.[0];
    if (after !== undefined) {
      const message = `"${written}${after}" is neither a number nor a duration; write a space between them`;
      return syntaxFault({ from: node.from, to: node.to + after.length }, message);
    }
  }
  if (/inf|nan/i.test(written)) return undefined;
  const value = numberIn(promql, node);
  if (UNIT.test(written) && value > LONGEST) {
    return typeFault(node, `the duration ${written} is out of range; the longest is 292y`);
  }
  if (Number.isFinite(value)) return undefined;
  return typeFault(node, 'the number is out of range');
}

const UNIT = /[smhdwy]$/;
const UNITS: Readonly<Record<string, number>> = {
  y: 365 * 86_400,
  w: 7 * 86_400,
  d: 86_400,
  h: 3600,
  m: 60,
  s: 1,
  ms: 0.001,
};

/** The value of a number or a duration in seconds, as Go reads it: `017` is octal. */
function numberIn(promql: PromQl, node: SyntaxNode): number {
  const text = textOf(promql, node).replaceAll(/[\s_]/g, '').toLowerCase();
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '');
  if (digits === 'inf') return sign * Infinity;
  if (digits === 'nan') return NaN;
  if (digits.startsWith('0x')) {
    // A hexadecimal number that does not fit in 64 bits is none in Go.
    return BigInt(digits) < 2n ** 63n ? sign * Number(digits) : Infinity;
  }
  if (UNIT.test(digits)) {
    let seconds = 0;
    for (const [, count, unit] of digits.matchAll(/([0-9]{1,400})(ms|[smhdwy])/g)) {
      seconds += Number(count) * (UNITS[unit ?? ''] ?? 0);
    }
    return sign * seconds;
  }
  return sign * Number(digits);
}
