import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { jsonSchemas } from './json-schemas';

const workspace = join(__dirname, '../../../..');
const published = join(workspace, 'libs/engine/schemas');
const validator = (file: string) =>
  new Ajv({ strict: false }).compile(
    JSON.parse(readFileSync(join(published, file), 'utf8')) as object,
  );
const yaml = (path: string): unknown => parse(readFileSync(join(workspace, path), 'utf8'));

describe('published JSON Schemas', () => {
  it.each(jsonSchemas())(
    '$file is what the zod schema says; npm run schemas renews it',
    (entry) => {
      const text = readFileSync(join(published, entry.file), 'utf8');
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(entry.schema)));
    },
  );

  it('accept the spec, the efficiency catalogue and a plan', () => {
    const spec = validator('spec.schema.json');
    expect(spec(yaml('dashboards/spec/base.yml'))).toBe(true);
    const efficiency = validator('efficiency.schema.json');
    expect(efficiency(yaml('dashboards/spec/efficiency.yml'))).toBe(true);
    const plan = validator('plan.schema.json');
    expect(plan(yaml('dashboards/plans/bus_health/plan.yaml'))).toBe(true);
    expect(validator('plans.schema.json')({ dashboards: [{ slug: 'a', families: ['b'] }] })).toBe(
      true,
    );
  });

  it('refuse unknown keys, and let notes pass', () => {
    const plan = validator('plan.schema.json');
    expect(plan({ slug: 'a', families: ['b'], 'x-note': 1 })).toBe(true);
    expect(plan({ slug: 'a', families: ['b'], tittle: 'A' })).toBe(false);
    expect(plan({ slug: 'A', families: ['b'] })).toBe(false);
  });
});
