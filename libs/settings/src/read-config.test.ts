import { renderProblems } from '@g6/problems';
import { DEFAULT_CONFIG } from './config';
import { readConfig } from './read-config';
import { SETTINGS } from './settings';

const read = (text: string) => readConfig({ path: 'g6.config.yaml', text });

describe('readConfig', () => {
  it.each(['', '# nothing set\n', '{}'])('takes the defaults where nothing is set: %j', (text) => {
    expect(read(text)).toEqual({ config: DEFAULT_CONFIG, problems: [] });
  });

  it('takes every setting', () => {
    const { config, problems } = read(`
spec: metrics
efficiency: metrics/efficiency.yml
plans: boards
output: out
rules: out/rules
unitInference: legacy
datasourceUid: prom-1
caps: { core: 10 }
tags: [acme]
uidPrefix: acme-
metaKey: acme_meta
alertPreview: true
job: acme
interval: 1m
x-note: kept for readers
`);
    expect(problems).toEqual([]);
    expect(config).toMatchObject({
      spec: 'metrics',
      efficiency: 'metrics/efficiency.yml',
      plans: 'boards',
      output: 'out',
      rules: 'out/rules',
      unitInference: 'legacy',
      datasourceUid: 'prom-1',
      caps: { core: 10, efficiency: 12 },
      tags: ['acme'],
      uidPrefix: 'acme-',
      metaKey: 'acme_meta',
      alertPreview: true,
      job: 'acme',
      interval: '1m',
    });
  });

  it('resolves the paths that it holds, the defaults included', () => {
    const { config } = readConfig(
      { path: 'a/g6.config.yaml', text: 'plans: boards' },
      (path) => `a/${path}`,
    );
    expect(config).toMatchObject({
      plans: 'a/boards',
      output: 'a/dashboards/generated',
      efficiency: undefined,
    });
  });

  it('tells everything that is wrong, each at its place', () => {
    const { config, problems } = read(
      'specs: a\ncaps: { core: -1 }\nmetaKey: meta\ninterval: soon\n',
    );
    expect(config).toBe(DEFAULT_CONFIG);
    const known = Object.keys(SETTINGS).join(', ');
    expect(renderProblems(problems).replace(known, '<every setting>')).toMatchInlineSnapshot(`
     "g6.config.yaml:1:1: error: unknown key "specs" [unknown-key]
       hint: did you mean "spec"?
     g6.config.yaml:2:15: error: a cap must be a whole number from 0 up, got -1 [wrong-value]
     g6.config.yaml:3:10: error: the key "meta" must have lower-case letters, digits and at least one "_", so that it cannot be a key of Grafana [wrong-value]
     g6.config.yaml:4:11: error: "soon" is not a Prometheus duration; write for example 30s or 1m [wrong-value]"
    `);
  });
});
