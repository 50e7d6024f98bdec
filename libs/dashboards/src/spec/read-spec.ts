import type { Problem } from '../problems/problem';
import { sha256Hex } from '../hash';
import { shapeProblems } from '../yaml/shape-problems';
import { readYaml } from '../yaml/yaml-file';
import { buildFamilies } from './build-families';
import { checkMetrics } from './check-metrics';
import { checkExpressions } from './check-expressions';
import { PromQlCache } from '../promql/promql-cache';
import type { Family, Spec } from './spec';
import { specSchema } from './spec-schema';

/** One file of a spec: its bytes decide the hash, its name stands in problems. */
export interface SpecFile {
  /** The path as the user would type it. */
  readonly path: string;
  /** The path inside the spec folder, `/` between its parts; undefined for a spec of one file. */
  readonly relativePath?: string;
  readonly text: string;
}

/** A spec and everything that is wrong with it; with errors, the spec is only good for checks. */
export interface SpecReading {
  readonly spec: Spec;
  readonly problems: readonly Problem[];
}

/** Reads a spec from its files, in the order given; every problem of every file is reported. */
export function readSpec(files: readonly SpecFile[], promql = new PromQlCache()): SpecReading {
  const problems: Problem[] = [];
  const families: Family[] = [];
  for (const source of files) {
    const reading = readYaml(source);
    problems.push(...reading.problems);
    if (!reading.file) continue;
    const shape = specSchema.safeParse(reading.file.value);
    if (!shape.success) problems.push(...shapeProblems(reading.file, shape.error.issues));
    families.push(...buildFamilies(reading.file));
  }
  const spec = { families, hash: specHash(files) };
  problems.push(...checkMetrics(spec), ...checkExpressions(spec, promql));
  return { spec, problems };
}

/** A single file hashes to its own SHA-256; a folder to that of every name and content in turn. */
function specHash(files: readonly SpecFile[]): string {
  const [first, ...rest] = files;
  if (first && first.relativePath === undefined && rest.length === 0) return sha256Hex(first.text);
  return sha256Hex(
    files.map((file) => `${file.relativePath ?? file.path}\0${sha256Hex(file.text)}\n`).join(''),
  );
}
