import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
} from 'yaml';
import type { Position, Problem } from '../problems/problem';
import type { ProblemCode } from '../problems/problem-codes';
import { offsetInScalar } from './scalar-offset';
import type { SourceFile } from './source-file';

/** Where a value stands in a YAML file: keys and indexes from the root. */
export type YamlPath = readonly (string | number)[];

/** A place in a parsed file that is turned into a position only when a problem needs one. */
export interface YamlRef {
  readonly file: YamlFile;
  readonly path: YamlPath;
}

/** A parsed YAML file: its plain value, and a way back from any value to its place in the text. */
export class YamlFile {
  constructor(
    readonly path: string,
    readonly value: unknown,
    private readonly text: string,
    private readonly document: Document,
    private readonly lines: LineCounter,
  ) {}

  /** The position of the value at a path, or of the nearest ancestor that exists. */
  locate(path: YamlPath): Position {
    return this.position(this.startOf(path));
  }

  /** The position of the key that leads to the last step of a path. */
  locateKey(path: YamlPath): Position {
    const parent = this.nodeAt(path.slice(0, -1));
    const last = path.at(-1);
    if (isMap(parent)) {
      const pair = parent.items.find((item) => keyText(item) === last);
      if (isScalar(pair?.key) && pair.key.range) return this.position(pair.key.range[0]);
    }
    return this.locate(path);
  }

  /** The position of a character inside the text value at a path. */
  locateInText(path: YamlPath, offset: number): Position {
    const node = this.nodeAt(path);
    if (!isScalar(node) || !node.range) return this.locate(path);
    return this.position(offsetInScalar(this.text, node, offset) ?? node.range[0]);
  }

  private startOf(path: YamlPath): number {
    for (let depth = path.length; depth >= 0; depth--) {
      const range = this.nodeAt(path.slice(0, depth))?.range;
      if (range) return range[0];
    }
    return 0;
  }

  private nodeAt(path: YamlPath): Node | undefined {
    let node = this.document.contents as Node | null | undefined;
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(this.document);
      if (!isCollection(node)) return undefined;
      node = node.get(step, true);
    }
    return node ?? undefined;
  }

  private position(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.path, line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

/** What reading a YAML text gives: the file, unless the text is unusable, and its problems. */
export interface YamlReading {
  readonly file?: YamlFile;
  readonly problems: readonly Problem[];
}

const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Parses one YAML text; syntax errors, duplicate keys, alias bombs and unsafe keys are problems. */
export function readYaml(source: SourceFile): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return { problems: document.errors.map((error) => yamlProblem(source.path, lines, error)) };
  }
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    // The parser refuses to expand aliases past 100 references, and aliases to nothing.
    const start = { file: source.path, line: 1, column: 1 };
    const message = `aliases cannot be expanded: ${(error as Error).message}`;
    return { problems: [{ ...start, code: 'yaml-alias', severity: 'error', message }] };
  }
  const file = new YamlFile(source.path, value, source.text, document, lines);
  return { file, problems: unsafeKeyProblems(file, value, []) };
}

function yamlProblem(path: string, lines: LineCounter, error: YAMLError): Problem {
  const { line, col } = lines.linePos(error.pos[0]);
  const code: ProblemCode = error.code === 'DUPLICATE_KEY' ? 'yaml-duplicate-key' : 'yaml-syntax';
  const message =
    code === 'yaml-duplicate-key'
      ? 'the key stands twice in this mapping; keep one of the two'
      : firstLine(error.message);
  return { file: path, line, column: col, code, severity: 'error', message };
}

function unsafeKeyProblems(file: YamlFile, value: unknown, path: YamlPath): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  const problems: Problem[] = [];
  for (const key of Object.keys(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    if (UNSAFE_KEYS.has(key)) {
      const message = `the key "${key}" is not allowed; it would reach into the program's own objects`;
      problems.push({
        ...file.locateKey([...path, key]),
        code: 'unsafe-key',
        severity: 'error',
        message,
      });
      continue;
    }
    const child = (value as Record<string, unknown>)[key];
    if (typeof child === 'object' && child !== null) {
      problems.push(...unsafeKeyProblems(file, child, [...path, step]));
    }
  }
  return problems;
}

function keyText(pair: Pair): string | number | undefined {
  return isScalar(pair.key) ? (pair.key.value as string | number) : undefined;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}
