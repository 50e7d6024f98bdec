import { addAll, type Problem, type ProblemCode } from '@g6/problems';
import type { PromQlCache } from '@g6/promql';
import { checkExpression, checkRuleVariables } from './check-expressions';
import { type DeclaredRule, declaredRules, type Spec } from './spec';
import type { SpecIndex } from './spec-index';

/** Checks the recording rules that families declare. */
export function checkRules(spec: Spec, index: SpecIndex, cache: PromQlCache): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, DeclaredRule>();
  for (const rule of declaredRules(spec)) {
    const { ref, expr, record, labels } = rule;
    const at = { file: ref.file, path: [...ref.path, 'expr'] };
    addAll(problems, checkExpression(at, expr, index, cache, 'rule'));
    addAll(problems, checkRuleVariables(at, expr, cache, 'the rule'));
    addAll(problems, takenName(rule, index));
    // Rules may write parts of a series each, such as one for each class of status codes.
    const key = JSON.stringify([record, Object.entries(labels).sort(), expr.replace(/\s+/g, '')]);
    const other = first.get(key);
    if (!other) first.set(key, rule);
    else if (record !== '') {
      const message = `the series "${record}" is recorded with the same expression and labels at ${place(other)}`;
      problems.push(error(rule, 'rule-duplicate', message));
    }
  }
  return problems;
}

/** A name that a metric of the spec has cannot be recorded as well. */
function takenName(rule: DeclaredRule, index: SpecIndex): Problem[] {
  const owner = index.metric(rule.record) ?? index.exposed(rule.record)?.metric;
  if (!owner) return [];
  const at = owner.ref.file.locate(owner.ref.path);
  const message = `the name "${rule.record}" is taken: the ${owner.type} "${owner.name}", defined at ${at.file}:${at.line}:${at.column}, has a series of that name`;
  return [error(rule, 'metric-collision', message)];
}

function place({ ref }: DeclaredRule): string {
  const { file, line, column } = ref.file.locate(ref.path);
  return `${file}:${line}:${column}`;
}

function error({ ref }: DeclaredRule, code: ProblemCode, message: string): Problem {
  return { ...ref.file.locate([...ref.path, 'record']), code, severity: 'error', message };
}
