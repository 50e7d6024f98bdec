import { SETTINGS } from '@g6/settings';
import { folderOf, isYamlFile, normalizeOptions, type PluginOptions } from './plugin-options';

describe('normalizeOptions', () => {
  it('has a default for everything', () => {
    expect(normalizeOptions(undefined)).toMatchObject({
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
      generator: { inputs: [], dependsOn: [] },
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
    const known = Object.keys(SETTINGS).join(', ');
    expect(() => normalizeOptions(options)).toThrow(
      `nx.json gives @g6/plugin the option "plan", "specs"; it takes ${known}`,
    );
  });
});

describe('settings', () => {
  it('are handed on as they are written, and only those that are set', () => {
    const { settings } = normalizeOptions({ uidPrefix: 'a-', caps: { core: 3 }, spec: 'x.yml' });
    expect(settings).toEqual({ uidPrefix: 'a-', caps: { core: 3 } });
  });
});

describe('a setting', () => {
  it.each(Object.keys(SETTINGS))('%s is an option of the plugin', (key) => {
    const setting = SETTINGS[key as keyof typeof SETTINGS];
    const normalized = normalizeOptions(undefined);
    const isSetting = 'executors' in setting && setting.executors === 'settings';
    expect(Object.hasOwn(normalized, key)).toBe(!isSetting);
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
