import { AnalyzedPromQl } from '../src/promql-cache';

/** An expression with `▸` where its first fault is, and what the fault says. */
export type MarkedFault = readonly [marked: string, message: string];

/** The first fault of an expression that may be marked, with the mark where the fault really is. */
export function firstFault(marked: string): MarkedFault {
  const expr = marked.replace('▸', '');
  const [fault] = new AnalyzedPromQl(expr).faults;
  if (!fault) return [expr, 'accepted'];
  return [`${expr.slice(0, fault.from)}▸${expr.slice(fault.from)}`, fault.message];
}
