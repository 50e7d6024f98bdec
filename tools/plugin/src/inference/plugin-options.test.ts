import { folderOf, isYamlFile, normalizeOptions, type PluginOptions } from './plugin-options';

describe('normalizeOptions', () => {
  it('has a default for everything', () => {
    expect(normalizeOptions(undefined)).toEqual({
      project: 'dashboards',
      projectPrefix: '',
      spec: 'dashboards/spec/base.yml',
      efficiency: undefined,
      plans: 'dashboards/plans',
      output: 'dashboards/generated',
      rules: 'dashboards/rules',
      unitInference: 'auto',
      datasourceUid: undefined,
      settings: {},
      generatorInputs: [],
      generatorDependsOn: [],
    });
  });

  it('takes paths however they are written', () => {
    const { spec, efficiency, plans, output } = normalizeOptions({
      spec: './metrics/',
      efficiency: './ratios.yml',
      plans: './plans//',
      output: 'out/',
    });
    expect([spec, efficiency, plans, output]).toEqual(['metrics', 'ratios.yml', 'plans', 'out']);
  });

  it('refuses a misspelt option instead of using the default in its place', () => {
    const options = { plan: 'plans', specs: 'metrics' } as PluginOptions;
    expect(() => normalizeOptions(options)).toThrow(
      'nx.json gives @g6/plugin the option "plan", "specs"; it takes project, projectPrefix, ' +
        'spec, efficiency, plans, output, rules, unitInference, datasourceUid, caps, tags, ' +
        'uidPrefix, metaKey, alertPreview, job, interval, generator',
    );
  });
});

describe('settings', () => {
  it('are handed on as they are written, and only those that are set', () => {
    const { settings } = normalizeOptions({ uidPrefix: 'a-', caps: { core: 3 }, spec: 'x.yml' });
    expect(settings).toEqual({ uidPrefix: 'a-', caps: { core: 3 } });
  });
});

describe('isYamlFile', () => {
  it.each([
    ['a/base.yml', true],
    ['base.yaml', true],
    ['metrics', false],
    ['metrics.yml.d', false],
  ])('tells by the name of %s', (path, expected) => {
    expect(isYamlFile(path)).toBe(expected);
  });
});

describe('folderOf', () => {
  it.each([
    ['a/b/c.yml', 'a/b/'],
    ['c.yml', ''],
  ])('is what %s lies in', (path, expected) => {
    expect(folderOf(path)).toBe(expected);
  });
});
