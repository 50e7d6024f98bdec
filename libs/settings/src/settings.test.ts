import { completeConfig, completeSettings, DEFAULT_CONFIG } from './config';
import { configSchema } from './config-schema';
import { fits } from './setting';
import { SETTING_ENTRIES, SETTINGS, type SettingKey } from './settings';

/** Values that no setting takes, or only some of them. */
const VALUES = [
  '',
  'word',
  'legacy',
  'slice',
  'g6_meta',
  '30s',
  '#!',
  7,
  -1,
  1.5,
  true,
  null,
  [],
  ['a'],
  [''],
  [1],
  {},
  { core: 3 },
  { core: -3 },
  { inputs: ['a'] },
  { inputs: [1] },
];

describe.each(SETTING_ENTRIES)('the setting %s', (key, setting) => {
  it('takes its own default', () => {
    const value = completeSettings({})[key];
    if (value === undefined) expect(setting.defaultMeaning).toBeDefined();
    else expect(configSchema.safeParse({ [key]: value }).success).toBe(true);
  });

  it.each(VALUES)('is judged alike by inference and by the schema: %j', (value) => {
    const { success } = configSchema.safeParse({ [key]: value });
    expect(fits(setting, value)).toBe(success);
  });

  it('is completed as it is written', () => {
    const written: unknown = setting.kind === 'group' ? {} : VALUES.find((v) => fits(setting, v));
    expect(completeSettings({ [key]: written })[key]).toEqual(
      setting.kind === 'group' ? completeSettings({})[key] : written,
    );
  });

  it('is described without a capital letter or a full stop', () => {
    expect(setting.meaning).toMatch(/^[a-z].*[^.]$/);
  });
});

describe('completeConfig', () => {
  it('has every setting besides those of Nx projects', () => {
    const keys = Object.keys(SETTINGS) as SettingKey[];
    const expected = keys.filter((key) => SETTINGS[key].becomes !== 'project');
    expect(Object.keys(completeConfig({}))).toEqual(expected);
  });

  it('resolves paths, and leaves a path without a default undefined', () => {
    const config = completeConfig({ plans: 'boards' }, (path) => `a/${path}`);
    expect(config).toMatchObject({ plans: 'a/boards', output: 'a/dashboards/generated' });
    expect(config.efficiency).toBeUndefined();
  });

  it('completes a group field by field', () => {
    expect(completeConfig({ caps: { core: 3 } }).caps).toEqual({ ...DEFAULT_CONFIG.caps, core: 3 });
  });
});
