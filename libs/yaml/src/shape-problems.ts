import type * as z from 'zod';
import {
  didYouMean,
  listProblems,
  nearestName,
  type Problem,
  PROBLEM_CODES,
  type ProblemCode,
} from '@g6/problems';
import { UNKNOWN_KEY } from './closed-object';
import type { YamlFile, YamlPath } from './yaml-file';

type Issue = z.core.$ZodIssue;

/**
 * Turns the issues that zod found in a file's value into problems with positions.
 * A schema sets the code of a problem by `error: 'code: message'`.
 */
export function shapeProblems(file: YamlFile, found: readonly Issue[]): Problem[] {
  const issues = found.flatMap((issue) => meantIssues(issue));
  const unknown = issues.filter(isUnknownKey).slice(0, MOST_COMPARED);
  const misspelt = new Set(unknown.map(meantKey));
  const told = issues
    .filter((issue) => isUnknownKey(issue) || !file.isFaulty(issue.path as YamlPath))
    .filter((issue) => !(isAbsent(file, issue) && misspelt.has(keyOf(issue.path as YamlPath))));
  return listProblems(told, (issue) => shapeProblem(file, issue));
}

/** So many unknown keys are compared with those that are missing. */
const MOST_COMPARED = 1_000;

/**
 * The issues of the alternative of a union that a value was probably meant for: the one whose type it
 * has. If it has the type of none, the issue names the types of all.
 */
function meantIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const alternatives = issue.errors.map((issues) =>
    issues.flatMap((inner) => meantIssues({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const depth = issue.path.length;
  const meant = alternatives
    .filter((issues) => !issues.some((inner) => inner.path.length === depth && isWrongType(inner)))
    .sort((a, b) => a.length - b.length)[0];
  if (meant) return meant;
  const types = alternatives.flat().filter((inner) => inner.path.length === depth);
  const expected = [...new Set(types.map(expectedOf))].join(' or ');
  return [
    { ...issue, code: 'custom', message: `wrong-type: ${NAME} must be ${expected}, got {value}` },
  ];
}

/** Stands for the name of a value in the message of an issue. */
const NAME = '{name}';

function isWrongType(issue: Issue): boolean {
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return article(issue.expected);
  return issue.code === 'invalid_value'
    ? issue.values.map((value) => JSON.stringify(value)).join(' or ')
    : 'something else';
}

function isUnknownKey(issue: Issue): boolean {
  return issue.code === 'custom' && issue.message === UNKNOWN_KEY;
}

/** The key that a misspelt one was meant to be; it is not reported as missing, too. */
function meantKey(issue: Issue): string {
  const path = issue.path as YamlPath;
  return keyOf([...path.slice(0, -1), nearestName(String(path.at(-1)), knownKeys(issue)) ?? '']);
}

function keyOf(path: YamlPath): string {
  return JSON.stringify(path);
}

function isAbsent(file: YamlFile, { path }: Issue): boolean {
  return path.length > 0 && file.valueAt(path as YamlPath) === undefined;
}

function shapeProblem(file: YamlFile, issue: Issue): Problem {
  const path = issue.path as YamlPath;
  const value = file.valueAt(path);
  if (isUnknownKey(issue)) return unknownKey(file, issue);
  if (isAbsent(file, issue)) return missingKey(file, path);
  if (issue.code === 'invalid_key') return wrongKey(file, issue);
  const { code, message } = namedRule(issue, value) ?? generalRule(issue, value);
  const hint = hintFor(issue, value, file);
  return {
    ...file.locate(path),
    code,
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** A key of a mapping with free keys that breaks their rule. */
function wrongKey(file: YamlFile, { path, issues }: z.core.$ZodIssueInvalidKey): Problem {
  const key = String(path.at(-1));
  const [rule] = issues;
  const { code, message } = (rule && namedRule(rule, key)) ?? {
    code: 'wrong-value' as const,
    message: `${quote(key)} is not a valid key here`,
  };
  return { ...file.locateKey(path as YamlPath), code, severity: 'error', message };
}

function unknownKey(file: YamlFile, issue: Issue): Problem {
  const path = issue.path as YamlPath;
  const key = String(path.at(-1));
  const known = knownKeys(issue);
  const hint = didYouMean(key, known);
  return {
    ...file.locateKey(path),
    code: 'unknown-key',
    severity: 'error',
    // With many keys, the nearest one helps more than all of them.
    message:
      hint !== undefined && known.length > MOST_LISTED
        ? `unknown key "${cut(key)}"`
        : `unknown key "${cut(key)}"; known here: ${known.join(', ')}`,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** How many keys a message lists if one of them is near. */
const MOST_LISTED = 12;

function knownKeys(issue: Issue): string[] {
  return ('params' in issue ? (issue.params?.['known'] as string[] | undefined) : []) ?? [];
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

/** A message in a schema starts with the code of the problem, and has `{value}` in place of the value. */
function namedRule(issue: Issue, value: unknown): Wording | undefined {
  const colon = issue.message.indexOf(': ');
  const code = issue.message.slice(0, Math.max(colon, 0));
  if (!isProblemCode(code) || (issue.code === 'invalid_value' && typeof value !== 'string')) {
    return undefined;
  }
  const message = issue.message
    .slice(colon + 2)
    .replace(NAME, () => nameOf(issue.path as YamlPath))
    .replace('{value}', () => quote(value));
  return { code, message };
}

function generalRule(issue: Issue, value: unknown): Wording {
  const subject = nameOf(issue.path as YamlPath);
  if (value === null && issue.path.length === 0) {
    return { code: 'wrong-type', message: 'the file is empty; it must hold a mapping' };
  }
  switch (issue.code) {
    case 'invalid_type':
      return {
        code: 'wrong-type',
        message: `${subject} must be ${article(issue.expected)}, got ${quote(value)}`,
      };
    case 'invalid_value': {
      const allowed = issue.values.map((item) => JSON.stringify(item)).join(', ');
      const choice = issue.values.length > 1 ? `one of ${allowed}` : allowed;
      return { code: 'wrong-value', message: `${subject} must be ${choice}, got ${quote(value)}` };
    }
    case 'too_small':
      return { code: 'wrong-value', message: `${subject} must not be empty` };
    case 'too_big':
      return { code: 'wrong-value', message: `${subject} is too large: ${quote(value)}` };
    default:
      // Every other rule of a schema has a message of its own.
      return { code: 'wrong-value', message: `${subject} cannot be ${quote(value)}` };
  }
}

function nameOf(path: YamlPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the document';
  return typeof last === 'number' ? `item ${last + 1} of "${String(path.at(-2))}"` : `"${last}"`;
}

function hintFor(issue: Issue, value: unknown, file: YamlFile): string | undefined {
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    if (issue.values.some((item) => String(item) === value))
      return `write it without quotes: ${value}`;
    return didYouMean(value, issue.values.map(String));
  }
  if (issue.path.length === 0) return undefined;
  const spelling = file.spellingAt(issue.path as YamlPath);
  if (issue.code === 'invalid_type') return typeHint(issue.expected, value, spelling);
  // One of several types; a text is the likeliest of them.
  return issue.message.startsWith(TEXT_OR_ELSE) ? typeHint('string', value, spelling) : undefined;
}

const TEXT_OR_ELSE = `wrong-type: ${NAME} must be a text`;

/** A hint for a value that is probably right, but has the wrong type in YAML. */
function typeHint(
  expected: string,
  value: unknown,
  spelling: string | undefined,
): string | undefined {
  if (value === null) return 'give it a value, or remove it';
  if (value === Number.POSITIVE_INFINITY) return 'the +Inf bucket is always there; leave it out';
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `put it in quotes: "${spelling ?? String(value)}"`;
  }
  if (typeof value !== 'string') return undefined;
  if (expected === 'array') return `write a list of one: [${value}]`;
  const numeric = expected === 'number' || expected === 'int';
  return numeric && /^-?[0-9.]+$/.test(value) ? `write it without quotes: ${value}` : undefined;
}

function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEM_CODES, text);
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

/** Quotes a value as it looks in YAML, shortened if it is long. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? JSON.stringify(cut(value)) : JSON.stringify(value);
}

function cut(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
