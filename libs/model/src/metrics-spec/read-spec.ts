import { addAll, type Problem } from '@g6/problems';
import { PromQlCache } from '@g6/promql';
import { RawValue, readYaml, shapeProblems, UNCOMPILED, type YamlFile } from '@g6/yaml';
import { sha256Hex } from '../hash';
import { buildFamilies } from './build-families';
import { checkExpressions } from './check-expressions';
import { checkMetrics } from './check-metrics';
import { checkRenames } from './check-renames';
import { checkRules } from './check-rules';
import { checkTemplates } from './check-templates';
import type { Family, Spec } from './spec';
import type { SpecFile } from './spec-files';
import { SpecIndex } from './spec-index';
import { Surroundings } from './surroundings';
import { specSchema } from './spec-schema';

/** A spec and everything that is wrong with it; with errors, the spec is only good for checks. */
export interface SpecReading {
  readonly spec: Spec;
  readonly problems: readonly Problem[];
}

/** Problems of keys, behind any of which the labels of a metric may stand. */
const MAY_HIDE_LABELS: readonly string[] = ['unknown-key', 'wrong-type'];

/**
 * Reads a spec from its files, in the order given; every problem of every file is reported.
 * `complete` says whether these are all of its files, or some could not be read.
 */
export function readSpec(
  files: readonly SpecFile[],
  promql = new PromQlCache(),
  complete = true,
): SpecReading {
  const problems: Problem[] = [];
  const families: Family[] = [];
  const surroundings = new Surroundings();
  let incomplete = !complete;
  let unsureLabels = false;
  for (const source of files) {
    const reading = readYaml(source);
    addAll(problems, reading.problems);
    incomplete ||= reading.problems.length > 0 || !hasFamilies(reading.file);
    if (!reading.file) continue;
    const shape = specSchema.safeParse(reading.file.value, UNCOMPILED);
    if (!shape.success) {
      const misshapen = shapeProblems(reading.file, shape.error.issues);
      unsureLabels ||= misshapen.some(({ code }) => MAY_HIDE_LABELS.includes(code));
      addAll(problems, misshapen);
    }
    addAll(families, buildFamilies(reading.file));
    addAll(problems, surroundings.read(reading.file));
  }
  const spec: Spec = {
    families,
    ...surroundings.known,
    hash: specHash(files),
    ...(incomplete ? { incomplete: true } : {}),
    ...(unsureLabels ? { unsureLabels: true } : {}),
  };
  const index = SpecIndex.of(spec);
  addAll(
    problems,
    checkMetrics(spec),
    checkExpressions(spec, index, promql),
    checkTemplates(spec, index, promql),
    checkRules(spec, index, promql),
    checkRenames(spec, index),
  );
  return { spec, problems };
}

function hasFamilies(file: YamlFile | undefined): boolean {
  const families = file && new RawValue(file.value, []).at('families').value;
  return typeof families === 'object' && families !== null && !Array.isArray(families);
}

/**
 * A single file hashes to its own SHA-256; a folder to that of every name and content in turn. Line
 * ends count as LF, so that a checkout with CRLF has the same hash.
 */
function specHash(files: readonly SpecFile[]): string {
  const [first, ...rest] = files;
  if (first && first.relativePath === undefined && rest.length === 0) return hashLines(first.text);
  return sha256Hex(
    files.map((file) => `${file.relativePath ?? file.path}\0${hashLines(file.text)}\n`).join(''),
  );
}

function hashLines(text: string): string {
  return sha256Hex(text.replaceAll('\r\n', '\n'));
}
