import { isJsonObject } from '@g6/generation';
import type { Position } from '@g6/problems';
import type { YamlRef } from '@g6/yaml';

/** The key under which exceptions stand beside the thing that they are for. */
export const EXCEPTION_KEY = 'x-lint-ignore';

/** An exception from a rule, for a thing and all that is in it. */
export interface LintException {
  readonly rule: string;
  /** Why the rule does not hold here; empty where nobody says. */
  readonly reason: string;
  /** The thing that is excepted. */
  readonly scope: YamlRef;
  readonly position: Position;
  /** What is wrong with the way it is written; undefined where nothing is. */
  readonly fault: string | undefined;
  /** Whether any finding was dropped because of it. */
  used: boolean;
}

const FORM = `write ${EXCEPTION_KEY}: [rule: reason]`;

/** Collects the exceptions of a thing and of everything in it. */
export function collectExceptions({ file, path }: YamlRef): LintException[] {
  return walk({ file, path }, file.valueAt(path));
}

/** The exception that covers a finding of a rule at a place; the innermost one where several do. */
export function exceptionFor(
  rule: string,
  scope: YamlRef | undefined,
  exceptions: readonly LintException[],
): LintException | undefined {
  if (!scope) return undefined;
  return exceptions
    .filter(({ fault }) => fault === undefined)
    .filter((exception) => exception.rule === rule && contains(exception.scope, scope))
    .sort((a, b) => b.scope.path.length - a.scope.path.length)[0];
}

function contains(outer: YamlRef, inner: YamlRef): boolean {
  return (
    outer.file.path === inner.file.path && outer.path.every((step, i) => step === inner.path[i])
  );
}

function walk(ref: YamlRef, value: unknown): LintException[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => walk(below(ref, index), item));
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === EXCEPTION_KEY ? readExceptions(ref, item) : walk(below(ref, key), item),
  );
}

/** Takes a list of `rule: reason` pairs, or a mapping of them. */
function readExceptions(scope: YamlRef, value: unknown): LintException[] {
  const list = below(scope, EXCEPTION_KEY);
  if (!Array.isArray(value)) return readPairs(scope, list, value);
  return value.flatMap((item, index) => readPairs(scope, below(list, index), item));
}

function readPairs(scope: YamlRef, at: YamlRef, value: unknown): LintException[] {
  if (!isJsonObject(value)) {
    const rule = typeof value === 'string' ? value : '';
    const fault = rule === '' ? FORM : `the exception from "${rule}" gives no reason; ${FORM}`;
    return [{ rule, reason: '', scope, position: at.file.locate(at.path), fault, used: false }];
  }
  return Object.entries(value).map(([rule, reason]) => {
    const text = typeof reason === 'string' ? reason.trim() : '';
    const fault = text === '' ? `the exception from "${rule}" gives no reason; ${FORM}` : undefined;
    const position = at.file.locateKey([...at.path, rule]);
    return { rule, reason: text, scope, position, fault, used: false };
  });
}

function below(ref: YamlRef, step: string | number): YamlRef {
  return { file: ref.file, path: [...ref.path, step] };
}
