import { stableJson } from '@g6/generation';
import { readYaml } from '@g6/yaml';

/** How a rule file on disk differs from what would be generated. */
export interface RuleDrift {
  /** Name of the file. */
  readonly file: string;
  readonly kind: 'missing' | 'changed' | 'extra' | 'unreadable' | 'edited';
  /** The rule or test that differs; undefined where the file as a whole does. */
  readonly rule?: string;
}

/** The token that scripts match on: `changed:recording.yml:<rule>`. */
export function ruleDriftToken({ file, kind, rule }: RuleDrift): string {
  return rule === undefined ? `${kind}:${file}` : `${kind}:${file}:${rule}`;
}

/**
 * Compares a file of rules or tests with what would be generated, rule by rule. Comments and
 * formatting never count; what belongs to no single rule, such as an interval, is `edited`.
 */
export function compareRules(
  file: string,
  generated: string,
  found: string | undefined,
): RuleDrift[] {
  if (found === generated) return [];
  if (found === undefined) return [{ file, kind: 'missing' }];
  const actual = parseFile(found);
  if (!actual) return [{ file, kind: 'unreadable' }];
  const expected = parseFile(generated);
  const wanted = entriesOf(expected);
  const there = entriesOf(actual);
  const drifts: RuleDrift[] = [];
  for (const [rule, text] of wanted) {
    const other = there.get(rule);
    if (other === undefined) drifts.push({ file, kind: 'missing', rule });
    else if (other !== text) drifts.push({ file, kind: 'changed', rule });
  }
  for (const rule of there.keys())
    if (!wanted.has(rule)) drifts.push({ file, kind: 'extra', rule });
  if (drifts.length > 0 || stableJson(expected) === stableJson(actual)) return drifts;
  return [{ file, kind: 'edited' }];
}

type JsonObject = Record<string, unknown>;

function parseFile(text: string): JsonObject | undefined {
  const { file, problems } = readYaml({ path: '', text });
  return problems.length === 0 && isObject(file?.value) ? file.value : undefined;
}

/** Rules and tests by name, each as a text; further ones of the same name are counted. */
function entriesOf(file: unknown): Map<string, string> {
  const entries = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const entry of listOf(file)) {
    const name = [entry['record'], entry['alert'], entry['name']].find(
      (value) => typeof value === 'string',
    );
    const key = typeof name === 'string' ? name : '(unnamed)';
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    entries.set(count === 1 ? key : `${key} #${count}`, stableJson(entry));
  }
  return entries;
}

function listOf(file: unknown): JsonObject[] {
  if (!isObject(file)) return [];
  const rules = objects(file['groups']).flatMap((group) => objects(group['rules']));
  return [...rules, ...objects(file['tests'])];
}

function objects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
