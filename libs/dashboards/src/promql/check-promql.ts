import type { SyntaxNode } from '@lezer/common';
import { Parser } from '@prometheus-io/codemirror-promql/dist/cjs/parser/parser';
import type { ProblemCode } from '../problems/problem-codes';
import { editorOf } from './editor-stand-in';
import { matchesEmptyText, regexProblem } from './go-regex';
import { argumentsOf, operatorOf, textOf, unquote, visitNodes, type PromQl } from './promql';

/** What is wrong with an expression, with the offsets of the part that is. */
export interface PromQlFault {
  readonly code: Extract<ProblemCode, 'promql-syntax' | 'promql-type'>;
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Checks that Prometheus would take an expression: the official type checker, and the gaps that it
 * leaves open. An expression that does not parse is not type-checked.
 */
export function checkPromQl(promql: PromQl): PromQlFault[] {
  const syntax = syntaxFaults(promql);
  if (syntax.length > 0) return syntax.slice(0, 1);
  return distinct([
    ...typeFaults(promql),
    ...rangeFaults(promql),
    ...matcherFaults(promql),
    ...labelArgumentFaults(promql),
  ]).sort((a, b) => a.from - b.from);
}

function syntaxFaults(promql: PromQl): PromQlFault[] {
  if (promql.text.trim() === '') {
    return [fault('promql-syntax', { from: 0, to: 0 }, 'the expression is empty')];
  }
  const faults = promql.errors.map(({ from, to }) => {
    const found = textOf(promql, { from, to });
    return fault('promql-syntax', { from, to }, unreadable(promql, found, from));
  });
  visitNodes(promql, 'StringLiteral', (node) => {
    // The grammar lets a string run on to the end, for editors.
    const text = textOf(promql, node);
    if (text.length < 2 || !text.endsWith(text.charAt(0))) {
      faults.push(fault('promql-syntax', node, 'the string is not closed'));
    }
  });
  return faults;
}

function unreadable(promql: PromQl, found: string, from: number): string {
  if (found !== '') return `unexpected "${found}"`;
  const atEnd = from >= promql.text.trimEnd().length;
  return atEnd ? 'the expression ends too early' : 'something is missing here';
}

function typeFaults(promql: PromQl): PromQlFault[] {
  const checker = new Parser(editorOf(promql));
  checker.analyze();
  return checker
    .getDiagnostics()
    .filter((diagnostic) => diagnostic.severity === 'error')
    .map((diagnostic) => fault('promql-type', diagnostic, diagnostic.message));
}

/** `sum(x)[5m]` has a range where only a selector can have one; the checker lets it pass. */
function rangeFaults(promql: PromQl): PromQlFault[] {
  const faults: PromQlFault[] = [];
  visitNodes(promql, 'MatrixSelector', (node) => {
    const ranged = node.firstChild;
    if (ranged && ranged.name !== 'VectorSelector') {
      const message = 'only a selector can have a range; write a subquery, for example [5m:1m]';
      faults.push(fault('promql-type', node, message));
    }
  });
  return faults;
}

function matcherFaults(promql: PromQl): PromQlFault[] {
  const faults: PromQlFault[] = [];
  visitNodes(promql, 'VectorSelector', (selector) => {
    const matchers = matcherNodes(selector);
    for (const matcher of matchers) {
      const problem = isRegex(matcher) ? regexProblem(matcherValue(promql, matcher)) : undefined;
      if (problem !== undefined) {
        faults.push(
          fault('promql-type', matcher, `the regular expression is not valid: ${problem}`),
        );
      }
    }
    const named =
      selector.getChild('Identifier') ??
      selector.getChild('LabelMatchers')?.getChild('QuotedLabelName');
    const matchesAll = matchers.every((matcher) => matchesEmpty(promql, matcher));
    if (!named && matchesAll) {
      const message = 'the selector matches every series; name a metric or a non-empty label value';
      faults.push(fault('promql-type', selector, message));
    }
  });
  return faults;
}

function matcherNodes(selector: SyntaxNode): SyntaxNode[] {
  const list = selector.getChild('LabelMatchers');
  return list
    ? [...list.getChildren('UnquotedLabelMatcher'), ...list.getChildren('QuotedLabelMatcher')]
    : [];
}

function isRegex(matcher: SyntaxNode): boolean {
  const operator = matcher.getChild('MatchOp')?.firstChild?.name;
  return operator === 'EqlRegex' || operator === 'NeqRegex';
}

function matcherValue(promql: PromQl, matcher: SyntaxNode): string {
  const literal = matcher.getChild('StringLiteral');
  return literal ? unquote(textOf(promql, literal)) : '';
}

/** A matcher that takes a missing label too; an invalid pattern is told apart, and counts as none. */
function matchesEmpty(promql: PromQl, matcher: SyntaxNode): boolean {
  const value = matcherValue(promql, matcher);
  switch (matcher.getChild('MatchOp')?.firstChild?.name) {
    case 'EqlSingle':
      return value === '';
    case 'Neq':
      return value !== '';
    case 'EqlRegex':
      return regexProblem(value) === undefined && matchesEmptyText(value);
    default:
      return regexProblem(value) === undefined && !matchesEmptyText(value);
  }
}

/** Functions whose text arguments Prometheus checks: the positions that must be label names. */
const LABEL_ARGUMENTS: Record<string, readonly number[]> = {
  label_replace: [1],
  label_join: [1],
};

function labelArgumentFaults(promql: PromQl): PromQlFault[] {
  const faults: PromQlFault[] = [];
  visitNodes(promql, 'FunctionCall', (call) => {
    const name = operatorOf(promql, call);
    const args = argumentsOf(call);
    for (const index of LABEL_ARGUMENTS[name] ?? []) {
      const arg = args[index];
      if (arg?.name !== 'StringLiteral') continue;
      const label = unquote(textOf(promql, arg));
      if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label)) {
        faults.push(fault('promql-type', arg, `"${label}" is not a label name, in ${name}`));
      }
    }
    const pattern = name === 'label_replace' ? args[4] : undefined;
    if (pattern?.name === 'StringLiteral') {
      const problem = regexProblem(unquote(textOf(promql, pattern)));
      if (problem !== undefined) {
        faults.push(
          fault('promql-type', pattern, `the regular expression is not valid: ${problem}`),
        );
      }
    }
  });
  return faults;
}

function fault(
  code: PromQlFault['code'],
  { from, to }: { from: number; to: number },
  message: string,
): PromQlFault {
  return { code, message, from, to };
}

function distinct(faults: readonly PromQlFault[]): PromQlFault[] {
  const seen = new Map<string, PromQlFault>();
  for (const item of faults) {
    const key = `${item.from}:${item.to}`;
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}
