import type * as z from 'zod';
import { didYouMean } from '../problems/nearest-name';
import type { Problem } from '../problems/problem';
import { PROBLEM_CODES, type ProblemCode } from '../problems/problem-codes';
import { UNKNOWN_KEY } from './closed-object';
import type { YamlFile, YamlPath } from './yaml-file';

type Issue = z.core.$ZodIssue;

/**
 * Turns what zod found wrong with a file's value into problems with positions.
 * A schema names the code of a broken rule by `error: 'code: message'`.
 */
export function shapeProblems(file: YamlFile, issues: readonly Issue[]): Problem[] {
  return issues.map((issue) => shapeProblem(file, issue));
}

function shapeProblem(file: YamlFile, issue: Issue): Problem {
  const path = issue.path as YamlPath;
  const value = valueAt(file.value, path);
  if (issue.code === 'custom' && issue.message === UNKNOWN_KEY) return unknownKey(file, issue);
  if (value === undefined && path.length > 0) return missingKey(file, path);
  const { code, message } = namedRule(issue, value) ?? generalRule(issue, value);
  const hint = allowedHint(issue, value);
  return {
    ...file.locate(path),
    code,
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}

function unknownKey(file: YamlFile, issue: Issue): Problem {
  const path = issue.path as YamlPath;
  const key = String(path.at(-1));
  const known = ('params' in issue ? (issue.params?.['known'] as string[] | undefined) : []) ?? [];
  const hint = didYouMean(key, known);
  return {
    ...file.locateKey(path),
    code: 'unknown-key',
    severity: 'error',
    message: `unknown key "${key}"; known here: ${known.join(', ')}`,
    ...(hint === undefined ? {} : { hint }),
  };
}

function missingKey(file: YamlFile, path: YamlPath): Problem {
  return {
    ...file.locate(path.slice(0, -1)),
    code: 'missing-key',
    severity: 'error',
    message: `the key "${String(path.at(-1))}" is missing here`,
  };
}

interface Wording {
  readonly code: ProblemCode;
  readonly message: string;
}

/** A schema's own message opens with the code of the problem, and says `{value}` for the value. */
function namedRule(issue: Issue, value: unknown): Wording | undefined {
  const colon = issue.message.indexOf(': ');
  const code = issue.message.slice(0, Math.max(colon, 0));
  if (!isProblemCode(code) || (issue.code === 'invalid_value' && typeof value !== 'string')) {
    return undefined;
  }
  return { code, message: issue.message.slice(colon + 2).replace('{value}', () => quote(value)) };
}

function generalRule(issue: Issue, value: unknown): Wording {
  const subject = nameOf(issue.path as YamlPath);
  switch (issue.code) {
    case 'invalid_type':
      return {
        code: 'wrong-type',
        message: `${subject} must be ${article(issue.expected)}, got ${quote(value)}`,
      };
    case 'invalid_value': {
      const allowed = issue.values.map((item) => JSON.stringify(item)).join(', ');
      return { code: 'wrong-value', message: `${subject} must be ${allowed}, got ${quote(value)}` };
    }
    default:
      return { code: 'wrong-value', message: `${subject} is ${quote(value)}: ${issue.message}` };
  }
}

function nameOf(path: YamlPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the document';
  return typeof last === 'number' ? `item ${last + 1} of "${String(path.at(-2))}"` : `"${last}"`;
}

function allowedHint(issue: Issue, value: unknown): string | undefined {
  if (issue.code !== 'invalid_value' || typeof value !== 'string') return undefined;
  return didYouMean(value, issue.values.map(String));
}

function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEM_CODES, text);
}

function valueAt(root: unknown, path: YamlPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

const ARTICLES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
};

function article(expected: string): string {
  return ARTICLES[expected] ?? expected;
}

const LONGEST_QUOTE = 60;

/** Quotes a value as YAML readers know it, cut where it is long. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = JSON.stringify(value);
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
