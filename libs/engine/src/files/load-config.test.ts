import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfig } from './load-config';

describe('loadConfig', () => {
  const started = process.cwd();
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'load-config-'));
    mkdirSync(join(root, '.git'));
    mkdirSync(join(root, 'teams/search'), { recursive: true });
  });
  afterEach(() => {
    process.chdir(started);
    rmSync(root, { recursive: true });
  });

  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  const loadIn = (folder: string, asked?: string) => {
    process.chdir(join(root, folder));
    return loadConfig(asked);
  };

  it.each(['g6.config.yaml', 'g6.config.yml', 'g6.config.json'])('reads %s', (name) => {
    write(name, '{"spec": "metrics.yml"}');
    expect(loadIn('.').config.spec).toBe('metrics.yml');
  });

  it('finds the nearest one, with paths from where the program is started', () => {
    write('g6.config.yaml', 'spec: metrics.yml\n');
    expect(loadIn('teams/search').config.spec).toBe('../../metrics.yml');
    write('teams/g6.config.yml', 'spec: metrics.yml\n');
    expect(loadIn('teams/search').config.spec).toBe('../metrics.yml');
  });

  it('takes the options of the plugin in nx.json, comments and all', () => {
    write(
      'nx.json',
      '{\n  // The catalogue.\n  "plugins": [{ "plugin": "@g6/plugin", "options": { "spec": "metrics.yml" } }]\n}\n',
    );
    expect(loadIn('teams').config.spec).toBe('../metrics.yml');
    write('g6.config.yaml', 'spec: other.yml\n');
    expect(loadIn('.').config.spec).toBe('other.yml');
  });

  it('reports options of nx.json that are wrong, at their place', () => {
    write('nx.json', '{ "plugins": [{ "plugin": "@g6/plugin", "options": { "specc": "a" } }] }');
    expect(loadIn('.').problems).toMatchObject([{ file: 'nx.json', code: 'unknown-key' }]);
  });

  it('leaves an nx.json without the plugin, or with several sets, aside', () => {
    write('nx.json', '{ "plugins": ["@nx/js"] }');
    expect(loadIn('.').problems).toEqual([]);
    const set = (name: string) =>
      `{"plugin": "@g6/plugin", "options": {"project": "${name}", "plans": "${name}/p", "output": "${name}/o", "rules": "${name}/r"}}`;
    write('nx.json', `{ "plugins": [${set('a')}, ${set('b')}] }`);
    expect(loadIn('.').problems).toMatchObject([
      { code: 'config-ambiguous', severity: 'warning', line: 1 },
    ]);
  });

  it('refuses two configurations in one folder', () => {
    write('g6.config.yaml', '');
    write('g6.config.json', '{}');
    expect(loadIn('.').problems).toMatchObject([{ code: 'config-ambiguous', severity: 'error' }]);
  });

  it('looks no further than the repository', () => {
    write('g6.config.yaml', 'spec: metrics.yml\n');
    mkdirSync(join(root, 'teams/search/.git'));
    expect(loadIn('teams/search').config.spec).toBe('dashboards/spec/base.yml');
  });
});
