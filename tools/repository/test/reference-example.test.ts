import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { DEFAULT_CONFIG } from '@g6/settings';
import { DEFAULT_OPTIONS } from '@g6/generation';
import { inventoryRun, jsonSchemas, lintRun, loadConfig, type PlansLocation } from '@g6/dashboards';

const WORKSPACE = join(__dirname, '../../..');
const EXAMPLE = join(WORKSPACE, 'docs/reference/example');
const at = (path: string) => join(EXAMPLE, path);
const request = (plans: PlansLocation) =>
  ({
    spec: { spec: at('spec/base.yml'), efficiency: at('spec/efficiency.yml') },
    plans,
    output: at('generated'),
    options: DEFAULT_OPTIONS,
    from: 'memory',
  }) as const;
const FOLDER = { folder: at('plans') };
const FILE = { file: at('plans.yml') };

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** Keys of a schema, at any depth, that a value does not give. */
function unusedKeys(schema: Schema, value: unknown, path = ''): string[] {
  const { properties, patternProperties = {}, items, anyOf = [] } = schema;
  const [nonNull] = anyOf;
  if (nonNull) return unusedKeys(nonNull, value, path);
  if (items) return unusedKeys(items, merged(value as unknown[]), `${path}[]`);
  if (properties) {
    return Object.entries(properties).flatMap(([key, part]) => {
      const used = (value as Record<string, unknown>)[key];
      const at = `${path}.${key}`;
      return used === undefined ? [at] : unusedKeys(part, used, at);
    });
  }
  const [free] = Object.values(patternProperties);
  return free ? unusedKeys(free, merged(Object.values(value as object)), `${path}.*`) : [];
}

/** One object with what any of several gives; lists of the same key are joined. */
function merged(values: readonly unknown[]): unknown {
  const all: Record<string, unknown> = {};
  for (const [key, value] of values.flatMap((each) =>
    Object.entries(each as Record<string, unknown>),
  )) {
    const lists = [all[key], value].filter((each): each is unknown[] => Array.isArray(each));
    all[key] = lists.length > 0 ? lists.flat() : value;
  }
  return all;
}

const FILES: readonly (readonly [string, string, readonly string[]])[] = [
  ['spec', 'spec/base.yml', []],
  ['efficiency', 'spec/efficiency.yml', []],
  ['plan', 'plans/shop/plan.yaml', []],
  ['plans', 'plans.yml', []],
  // Those of Nx alone, and what would fix the datasource.
  ['config', 'g6.config.yaml', ['.project', '.projectPrefix', '.datasourceUid', '.generator']],
];

describe('the example of the reference', () => {
  it.each(FILES)('is valid under the schema %s and shows every key', (name, path, unshown) => {
    const { schema } = jsonSchemas().find(({ file }) => file === `${name}.schema.json`)!;
    const value: unknown = parse(readFileSync(at(path), 'utf8'));
    expect(new Ajv({ strict: false }).validate(schema, value)).toBe(true);
    expect(unusedKeys(schema, value)).toEqual(unshown);
  });

  it.each([
    ['a folder', FOLDER],
    ['one file', FILE],
  ])('has no lint findings, with plans in %s', (_, plans) => {
    const { problems, findings, dashboards } = lintRun({ ...request(plans), strict: true });
    expect({ problems, findings, dashboards }).toEqual({
      problems: [],
      findings: [],
      dashboards: 2,
    });
  });

  it('gives the same panels in both forms of plans', () => {
    const rows = (plans: PlansLocation) =>
      inventoryRun({
        ...request(plans),
        format: 'csv',
        columns: undefined,
        sources: undefined,
        out: undefined,
      }).rows;
    expect(rows(FILE)).toEqual(rows(FOLDER));
  });

  it('has a valid configuration, also in nx.json', () => {
    const { config, problems } = loadConfig(at('g6.config.yaml'));
    expect(problems).toEqual([]);
    expect(config).not.toEqual(DEFAULT_CONFIG);
    const page = readFileSync(join(WORKSPACE, 'docs/reference/config.md'), 'utf8');
    const [, text = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
    const { plugins } = JSON.parse(text) as { plugins: { options: unknown }[] };
    expect(plugins[0]?.options).toEqual(parse(readFileSync(at('g6.config.yaml'), 'utf8')));
  });
});
