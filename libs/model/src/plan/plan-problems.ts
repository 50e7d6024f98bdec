import type { Problem, ProblemCode, Severity } from '@g6/problems';
import type { PromQlCache } from '@g6/promql';
import type { YamlRef } from '@g6/yaml';
import type { Spec } from '../metrics-spec/spec';
import type { SpecIndex } from '../metrics-spec/spec-index';
import type { Plan } from './plan';

/** Everything that a check of a plan looks at. */
export interface PlanCheck {
  readonly plan: Plan;
  readonly spec: Spec;
  readonly index: SpecIndex;
  readonly promql: PromQlCache;
  /** The slugs of all plans; undefined if not all are known. */
  readonly slugs: ReadonlySet<string> | undefined;
}

/** A problem at a place of a plan. */
export function problemAt(
  { file, path }: YamlRef,
  code: ProblemCode,
  message: string,
  hint?: string,
  severity: Severity = 'error',
): Problem {
  return {
    ...file.locate(path),
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}
