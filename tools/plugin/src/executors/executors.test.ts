import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createNodes } from '../inference/create-nodes';

interface Executor {
  readonly implementation: string;
  readonly batchImplementation?: string;
  readonly preferBatch?: boolean;
  readonly schema: string;
}

interface Schema {
  readonly properties: Record<string, { readonly description?: string }>;
  readonly required: readonly string[];
}

const PLUGIN = resolve(__dirname, '../..');
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(PLUGIN, path), 'utf8'));
const { executors } = readJson('executors.json') as { executors: Record<string, Executor> };
const { metadata } = readJson('project.json') as { metadata: { js: boolean } };

describe.each(Object.entries(executors))('the executor %s', (name, executor) => {
  const schema = readJson(executor.schema) as Schema;
  const implementations = [executor.implementation, executor.batchImplementation].filter(
    (path) => path !== undefined,
  );

  it('is loaded prebuilt, and Nx is kept from looking for its source', () => {
    expect(metadata.js).toBe(false);
    for (const path of implementations) {
      expect(path).toMatch(/^\.\/dist\/.*\.js$/);
      const source = path.replace('./dist/', 'src/').replace(/\.js$/, '.ts');
      expect([source, existsSync(join(PLUGIN, source))]).toEqual([source, true]);
    }
  });

  it('describes every option', () => {
    for (const [option, { description }] of Object.entries(schema.properties)) {
      expect([option, description]).toEqual([option, expect.stringMatching(/^[A-Z].*\.$/)]);
    }
  });

  it('knows every option that inference gives, and is given every one that it requires', async () => {
    const context = { workspaceRoot: '/nowhere', nxJsonConfiguration: {} };
    const options = {
      ...{ efficiency: 'ratios.yml', datasourceUid: 'prom' },
      specHash: 'slice' as const,
    };
    const plans = ['dashboards/plans/a/plan.yaml'];
    // Its name, and nothing else of it, is that of a plan.
    if (name === 'name-taken') plans.push('elsewhere/a/project.json');
    const files = ['nx.json', ...plans];
    const nodes = await createNodes[1](files, options, context);
    const targets = nodes
      .flatMap(([, { projects }]) => Object.values(projects ?? {}))
      .flatMap((project) => Object.values(project.targets ?? {}))
      .filter((target) => target.executor === `@g6/plugin:${name}`);
    expect(targets).toHaveLength(name === 'name-taken' ? 2 : 1);
    const given = Object.keys(targets[0]?.options as object);
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(given));
    expect(given).toEqual(expect.arrayContaining([...schema.required]));
  });
});

it('runs the tasks of single dashboards in batches unless told otherwise', () => {
  expect(executors['generate']?.preferBatch).toBe(true);
  expect(executors['verify']?.preferBatch).toBe(true);
});
