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

/** Keys of a schema, at any depth, that none of several values gives. */
function unusedKeys(schema: Schema, values: readonly unknown[], path = ''): string[] {
  const { properties, patternProperties = {}, items, anyOf = [] } = schema;
  if (anyOf.length > 0) {
    return anyOf.flatMap((form) => unusedKeys(form, values.filter(formOf(form)), path));
  }
  const objects = values.filter((value) => typeof value === 'object' && value !== null);
  if (items) return unusedKeys(items, objects.flat(), `${path}[]`);
  if (properties) {
    return Object.entries(properties).flatMap(([key, part]) => {
      const used = objects
        .map((value) => (value as Record<string, unknown>)[key])
        .filter((value) => value !== undefined);
      const at = `${path}.${key}`;
      return used.length === 0 ? [at] : unusedKeys(part, used, at);
    });
  }
  const [free] = Object.values(patternProperties);
  return free ? unusedKeys(free, objects.flatMap(Object.values), `${path}.*`) : [];
}

/** All keys of a schema, at any depth. */
function keysOf(schema: Schema, path = ''): string[] {
  const { properties = {}, patternProperties = {}, items, anyOf = [] } = schema;
  const [free] = properties === schema.properties ? [] : Object.values(patternProperties);
  return [
    ...anyOf.flatMap((form) => keysOf(form, path)),
    ...(items ? keysOf(items, `${path}[]`) : []),
    ...(free ? keysOf(free, `${path}.*`) : []),
    ...Object.entries(properties).flatMap(([key, part]) => [
      `${path}.${key}`,
      ...keysOf(part, `${path}.${key}`),
    ]),
  ];
}

/**
 * The keys without those that panels and their overrides share, and that one of them gives; `allKeys`
 * are those of an empty value.
 */
function withoutShared(unused: readonly string[], allKeys: readonly string[]): string[] {
  const shared = (path: string) => path.replace('.overrides[]', '');
  const shown = new Set(allKeys.filter((path) => !unused.includes(path)).map(shared));
  return unused.filter((path) => !shown.has(shared(path)));
}

/** The keys without those of panels in plans: they are those of panels in specs. */
function withoutPlanPanels(paths: readonly string[]): string[] {
  return paths.filter((path) => !/(?<!metrics\[\])\.panels\[\]\./.test(path));
}

/** Whether a value has the form of one alternative of a schema. */
function formOf({ items, properties }: Schema): (value: unknown) => boolean {
  if (items) return (value) => Array.isArray(value);
  if (properties) {
    return (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  }
  return (value) => typeof value !== 'object';
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
    const unused = withoutShared(unusedKeys(schema, [value]), keysOf(schema));
    expect(withoutPlanPanels(unused)).toEqual(unshown);
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
