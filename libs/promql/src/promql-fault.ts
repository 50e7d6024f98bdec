import type { ProblemCode } from '@g6/problems';

/** A fault of an expression, with the offsets of the faulty part. */
export interface PromQlFault {
  readonly code: Extract<ProblemCode, 'promql-syntax' | 'promql-type'>;
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

/** A part of an expression: a node of its tree, or anything with the same offsets. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** A fault of a part that is not PromQL. */
export function syntaxFault({ from, to }: Part, message: string): PromQlFault {
  return { code: 'promql-syntax', message, from, to };
}

/** A fault of a part that is PromQL in form, and that Prometheus refuses to evaluate. */
export function typeFault({ from, to }: Part, message: string): PromQlFault {
  return { code: 'promql-type', message, from, to };
}
