import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '@g6/dashboards';
import { createNodes } from '../src';

const README = readFileSync(join(__dirname, '../README.md'), 'utf8');

/** The names in the first cells of the README's tables. */
const named = new Set([...README.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name]) => name));

describe('the README of the plugin', () => {
  it('names every option', () => {
    const config = jsonSchemas().find(({ file }) => file === 'config.schema.json');
    const { properties } = config?.schema as { properties: object };
    const options = Object.keys(properties);
    expect(options).toContain('projectPrefix');
    expect(options.filter((option) => !named.has(option))).toEqual([]);
  });

  it('names every generator', () => {
    const file = readFileSync(join(__dirname, '../generators.json'), 'utf8');
    const { generators } = JSON.parse(file) as { generators: object };
    const names = Object.keys(generators).map((name) => `@g6/plugin:${name}`);
    expect(names).toContain('@g6/plugin:import');
    expect(names.filter((name) => !named.has(name))).toEqual([]);
  });

  it('names every target', async () => {
    const context = { workspaceRoot: __dirname, nxJsonConfiguration: {} };
    const files = ['nx.json', 'dashboards/plans/shop/plan.yaml'];
    const nodes = await createNodes[1](files, {}, context);
    const projects = nodes.flatMap(([, { projects: made }]) => Object.values(made ?? {}));
    const targets = projects.flatMap(({ name = '', targets: of = {} }) =>
      Object.keys(of).map((target) => `${name === 'shop' ? '<slug>' : name}:${target}`),
    );
    expect(targets).toContain('dashboards:inventory');
    expect(targets.filter((target) => !named.has(target))).toEqual([]);
  });
});
