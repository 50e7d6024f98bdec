import { isJsonObject } from '@g6/generation';
import type { Position } from '@g6/problems';
import type { YamlRef } from '@g6/yaml';

/** The key of the exceptions of a thing. */
export const EXCEPTION_KEY = 'x-lint-ignore';

/** An exception from a lint, for a thing and all that is in it. */
export interface LintException {
  readonly lint: string;
  /** Why the lint does not hold here; empty if nobody says. */
  readonly reason: string;
  /** The thing that is excepted. */
  readonly scope: YamlRef;
  readonly position: Position;
  /** A fault in how it is written; undefined if there is none. */
  readonly fault: string | undefined;
  /** Whether any finding was dropped because of it. */
  used: boolean;
}

const FORM = `write ${EXCEPTION_KEY}: [lint: reason]`;

/** Collects the exceptions of a thing and of everything in it. */
export function collectExceptions({ file, path }: YamlRef): LintException[] {
  return walk({ file, path }, file.valueAt(path));
}

/** The exception that covers a finding of a lint at a place; the innermost one if several do. */
export function exceptionFor(
  lint: string,
  scope: YamlRef | undefined,
  exceptions: readonly LintException[],
): LintException | undefined {
  if (!scope) return undefined;
  return exceptions
    .filter(({ fault }) => fault === undefined)
    .filter((exception) => exception.lint === lint && contains(exception.scope, scope))
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

/** Takes a list of `lint: reason` pairs, or a mapping of them. */
function readExceptions(scope: YamlRef, value: unknown): LintException[] {
  const list = below(scope, EXCEPTION_KEY);
  if (!Array.isArray(value)) return readPairs(scope, list, value);
  return value.flatMap((item, index) => readPairs(scope, below(list, index), item));
}

function readPairs(scope: YamlRef, at: YamlRef, value: unknown): LintException[] {
  if (!isJsonObject(value)) {
    const lint = typeof value === 'string' ? value : '';
    const fault = lint === '' ? FORM : `the exception from "${lint}" gives no reason; ${FORM}`;
    return [{ lint, reason: '', scope, position: at.file.locate(at.path), fault, used: false }];
  }
  return Object.entries(value).map(([lint, reason]) => {
    const text = typeof reason === 'string' ? reason.trim() : '';
    const fault = text === '' ? `the exception from "${lint}" gives no reason; ${FORM}` : undefined;
    const position = at.file.locateKey([...at.path, lint]);
    return { lint, reason: text, scope, position, fault, used: false };
  });
}

function below(ref: YamlRef, step: string | number): YamlRef {
  return { file: ref.file, path: [...ref.path, step] };
}
