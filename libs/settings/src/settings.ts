import { RUNS, type Setting } from './setting';

/**
 * Every setting of a workspace. Configuration, command line, options of the Nx plugin, schemas of
 * its executors and reference pages are derived from this record: a new setting is a new entry, and
 * the code that acts on it.
 */
export const SETTINGS = {
  project: {
    kind: 'text',
    refusal: 'a project needs a name',
    default: 'dashboards',
    meaning: 'name of the project that stands for all dashboards',
    becomes: 'project',
    ownPerSet: true,
  },
  projectPrefix: {
    kind: 'text',
    default: '',
    defaultMeaning: 'nothing',
    meaning: 'prefix of the names of dashboard projects',
    becomes: 'project',
  },
  spec: {
    kind: 'path',
    default: 'dashboards/spec/base.yml',
    meaning: 'metrics spec, a YAML file or a folder of them',
    becomes: 'input',
    flag: { name: '--spec', argument: '<path>', commands: [...RUNS, 'import', 'init'] },
    executors: 'every',
  },
  efficiency: {
    kind: 'path',
    default: undefined,
    defaultMeaning: 'efficiency.yml in the folder of the spec',
    meaning: 'efficiency catalogue',
    becomes: 'input',
    flag: { name: '--efficiency', argument: '<file>', commands: RUNS },
    executors: 'every',
  },
  plans: {
    kind: 'path',
    default: 'dashboards/plans',
    meaning: 'folder of plans, <slug>/plan.yaml',
    becomes: 'input',
    flag: { name: '--plans', argument: '<dir>', commands: [...RUNS, 'import', 'init'] },
    executors: 'listed',
    ownPerSet: true,
  },
  output: {
    kind: 'path',
    default: 'dashboards/generated',
    meaning: 'folder of the generated dashboards',
    becomes: 'output',
    flag: {
      name: '--output',
      argument: '<dir>',
      commands: [
        'generate',
        'verify',
        'inventory',
        'inventory-diff',
        'lint',
        'coverage',
        'report',
        'init',
      ],
    },
    executors: 'every',
    ownPerSet: true,
  },
  rules: {
    kind: 'path',
    default: 'dashboards/rules',
    meaning: 'folder of the rule files',
    becomes: 'output',
    flag: { name: '--output', argument: '<dir>', commands: ['rules'] },
    executors: 'listed',
    ownPerSet: true,
  },
  unitInference: {
    kind: 'choice',
    choices: ['auto', 'legacy'],
    default: 'auto',
    meaning:
      'how the units of automatic panels are found: auto reads the name and type of the metric, legacy does as the replaced generator did',
    becomes: 'generation',
    flag: {
      name: '--unit-inference',
      argument: '<mode>',
      commands: RUNS,
      help: 'how the units of automatic panels are found',
    },
    executors: 'every',
  },
  profile: {
    kind: 'text',
    pattern: /^[a-z][a-z0-9_-]*$/,
    refusal: 'the name {value} of a profile must match [a-z][a-z0-9_-]*',
    default: 'classic',
    meaning:
      'profile of the plans that name none: which panels a dashboard gets and how they are grouped; classic or standard',
    becomes: 'generation',
    flag: {
      name: '--profile',
      argument: '<name>',
      commands: RUNS,
      help: 'profile of the plans that name none: classic or standard',
    },
    executors: 'every',
  },
  profiles: {
    kind: 'module',
    default: undefined,
    defaultMeaning: 'none, there are the built-in ones',
    meaning:
      'module that exports profiles of the workspace: a .js, .cjs or .mjs file, or a package; its code runs',
    becomes: 'input',
    executors: 'settings',
  },
  datasourceUid: {
    kind: 'text',
    refusal: 'the uid of a datasource must not be empty',
    default: undefined,
    defaultMeaning: 'none, dashboards offer a variable',
    meaning: 'uid of the Prometheus datasource that every panel is fixed to',
    becomes: 'generation',
    flag: { name: '--datasource-uid', argument: '<uid>', commands: RUNS },
    executors: 'every',
  },
  caps: {
    kind: 'group',
    fields: {
      core: {
        kind: 'count',
        refusal: 'a cap must be a whole number from 0 up, got {value}',
        default: 24,
        meaning: 'the most core panels of a dashboard',
      },
      efficiency: {
        kind: 'count',
        refusal: 'a cap must be a whole number from 0 up, got {value}',
        default: 12,
        meaning: 'the most efficiency panels of a dashboard',
      },
    },
    meaning: 'the most panels of a dashboard; explicit ones are never dropped',
    becomes: 'generation',
    executors: 'settings',
  },
  tags: {
    kind: 'list',
    refusal: 'a tag must not be empty',
    default: ['g6', 'generated'],
    meaning: 'tags of every dashboard besides those of its plan',
    becomes: 'generation',
    executors: 'settings',
  },
  uidPrefix: {
    kind: 'text',
    pattern: /^[a-zA-Z0-9_-]{0,39}$/,
    refusal: 'the prefix {value} must have letters, digits, "-" and "_" only, at most 39',
    default: 'g6-',
    meaning: 'prefix of the uid of every dashboard',
    becomes: 'generation',
    executors: 'settings',
  },
  metaKey: {
    kind: 'text',
    pattern: /^[a-z][a-z0-9]*_[a-z0-9_]*$/,
    refusal:
      'the key {value} must have lower-case letters, digits and at least one "_", so that it cannot be a key of Grafana',
    default: 'g6_meta',
    meaning: 'key of the metadata in dashboards and panels',
    becomes: 'generation',
    executors: 'settings',
  },
  specHash: {
    kind: 'choice',
    choices: ['file', 'slice'],
    default: 'file',
    meaning: 'what spec_hash covers: file, the whole spec; slice, what the dashboard is made of',
    becomes: 'generation',
    flag: {
      name: '--spec-hash',
      argument: '<what>',
      commands: RUNS,
      help: 'what spec_hash covers: the whole spec, or the slice of a dashboard',
    },
    executors: 'settings',
  },
  alertPreview: {
    kind: 'switch',
    default: false,
    meaning: 'whether every dashboard shows a graph of what each of its alerts watches',
    becomes: 'generation',
    flag: {
      name: '--alert-preview',
      commands: RUNS,
      help: 'add a graph of what each alert watches to every dashboard',
    },
    executors: 'settings',
  },
  prometheusFeatures: {
    kind: 'list',
    pattern:
      /^promql-(?:experimental-functions|duration-expr|extended-range-selectors|binop-fill-modifiers)$/,
    refusal:
      '{value} is not a feature of PromQL; use promql-experimental-functions, promql-duration-expr, promql-extended-range-selectors or promql-binop-fill-modifiers',
    default: [],
    defaultMeaning: 'none',
    meaning:
      'the experimental parts of PromQL that Prometheus is started with, by their names in --enable-feature; others are warnings in panels and errors in rules',
    becomes: 'generation',
    executors: 'settings',
  },
  job: {
    kind: 'text',
    default: 'g6_platform',
    meaning: 'label job of recorded series, "" for none',
    becomes: 'rules',
    flag: { name: '--job', argument: '<name>', commands: ['rules'] },
    executors: 'settings',
  },
  interval: {
    kind: 'text',
    pattern: /^([0-9]+(ms|[smhdwy]))+$/,
    refusal: '{value} is not a Prometheus duration; write for example 30s or 1m',
    default: '30s',
    meaning: 'how often rules are evaluated',
    becomes: 'rules',
    flag: { name: '--interval', argument: '<duration>', commands: ['rules'] },
    executors: 'settings',
  },
  generator: {
    kind: 'group',
    fields: {
      inputs: {
        kind: 'list',
        default: [],
        meaning: 'inputs that the generator is made from',
      },
      dependsOn: { kind: 'list', default: [], meaning: 'targets that make the generator' },
    },
    defaultMeaning: 'none, a package',
    meaning: 'where the generator itself lies in this workspace',
    becomes: 'project',
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** The name of a setting. */
export type SettingKey = keyof typeof SETTINGS;

/** The names of the settings that have these properties, such as `{ becomes: 'rules' }`. */
export type SettingWith<Property> = {
  [Key in SettingKey]: (typeof SETTINGS)[Key] extends Property ? Key : never;
}[SettingKey];

/** Every setting with its name, in the order of the record. */
export const SETTING_ENTRIES = Object.entries(SETTINGS) as [SettingKey, Setting][];

/** The names of the settings whose property has this value, in the order of the record. */
export function settingsWith<Property extends keyof Setting, const Value>(
  property: Property,
  value: Value,
): SettingWith<Readonly<Record<Property, Value>>>[] {
  return SETTING_ENTRIES.filter(([, setting]) => setting[property] === value).map(
    ([key]) => key as SettingWith<Readonly<Record<Property, Value>>>,
  );
}
