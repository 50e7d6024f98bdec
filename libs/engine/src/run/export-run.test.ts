import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportSettings } from '@g6/delivery';
import { DEFAULT_RULE_OPTIONS } from '@g6/rules';
import { SampleWorkspace } from '../../testing/sample-workspace';
import { useTempFolder } from '../../testing/temp-folder';
import { driftTokens } from '@g6/dashboard-files';
import { EXPORT_RECORD, ExportFolder } from '../files/export-folder';
import { type ExportRequest, exportRun } from './export-run';
import { loadDashboardFiles } from './load-dashboards';
import { verifyRun } from './verify-run';

const temp = useTempFolder();

class Exports extends SampleWorkspace {
  export(settings: ExportSettings, request: Partial<ExportRequest> = {}) {
    const defaults = { out: this.at('export'), rules: DEFAULT_RULE_OPTIONS, dryRun: false };
    return exportRun({ ...this.request(), ...defaults, settings, ...request });
  }

  tokens(only?: readonly string[]): string[] {
    const request = { ...this.request(), output: this.at('export'), only, orphans: true };
    const { problems, drifts } = verifyRun(request);
    expect(problems).toEqual([]);
    return driftTokens(drifts);
  }

  edit(name: string, change: (text: string) => string): void {
    const path = this.at(`export/${name}`);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
}

const workspace = () => new Exports(temp());
const messages = ({ problems }: ReturnType<typeof exportRun>) =>
  problems.map(({ severity, message }) => `${severity}: ${message}`);

describe('exportRun', () => {
  it('writes what differs, removes what nothing asks for, and leaves the rest alone', () => {
    const at = workspace();
    const settings = { format: 'git-sync', folder: 'Bus' } as const;
    const files = ['bus/_folder.json', 'bus/g6-one.json', 'bus/g6-two.json'];
    expect(at.export(settings, { dryRun: true }).written).toEqual(files);
    expect(existsSync(at.at('export'))).toBe(false);
    expect(at.export(settings)).toMatchObject({ written: files, unchanged: [], pruned: [] });
    expect(at.export(settings)).toMatchObject({ written: [], unchanged: files });
    writeFileSync(at.at('export/bus/README.md'), 'mine');
    at.unplan('two');
    at.plan('three', 'one', 'folder: Other\n');
    expect(at.export(settings)).toMatchObject({
      written: ['other/_folder.json', 'other/g6-three.json'],
      pruned: ['bus/g6-two.json'],
    });
    expect(existsSync(at.at('export/bus/README.md'))).toBe(true);
    at.unplan('three');
    expect(at.export(settings).pruned).toEqual(['other/_folder.json', 'other/g6-three.json']);
    expect(existsSync(at.at('export/other'))).toBe(false);
  });

  it('leaves all other files alone if it is asked for some dashboards', () => {
    const at = workspace();
    at.export({ format: 'configmap' });
    at.unplan('two');
    expect(at.export({ format: 'configmap' }, { only: ['one'] })).toMatchObject({
      unchanged: ['g6-one.yaml'],
      pruned: [],
    });
    expect(at.export({ format: 'configmap' }).pruned).toEqual(['g6-two.yaml']);
  });

  it('keeps a file that was edited since, and says so', () => {
    const at = workspace();
    at.export({ format: 'configmap' });
    at.edit('g6-two.yaml', (text) => `${text}# mine\n`);
    at.unplan('two');
    const report = at.export({ format: 'configmap' });
    expect(report.pruned).toEqual([]);
    expect(messages(report)).toEqual([
      'warning: nothing asks for this file any more, and it was edited; it is kept',
    ]);
    expect(at.tokens()).toEqual(['orphaned:two']);
  });

  it('overwrites no file that it did not write', () => {
    const at = workspace();
    at.write('export/g6-one.yaml', 'mine\n');
    expect(messages(at.export({ format: 'configmap' }))).toEqual([
      'error: this file is not one that an export wrote, and would be overwritten',
    ]);
    expect(existsSync(at.at(`export/${EXPORT_RECORD}`))).toBe(false);
    rmSync(at.at('export'), { recursive: true });
    at.export({ format: 'configmap' });
    expect(messages(at.export({ format: 'perses' }))).toContain(
      'error: this folder holds an export in the format configmap, not perses',
    );
  });

  it('knows the files of another export that began after its record was read', () => {
    const at = workspace();
    at.export({ format: 'resource' });
    const folder = new ExportFolder(at.at('export'));
    const file = { path: 'dashboards/g6-one.json', text: '{}' };
    expect(folder.obstacles([file], undefined)).toEqual([]);
    at.write('export/dashboards/mine.json', '[]');
    const mine = { path: 'dashboards/mine.json', text: '{}' };
    expect(folder.obstacles([mine, file], undefined)).toHaveLength(1);
  });

  it('writes through no link, and trusts no record that leads out of its folder', () => {
    const at = workspace();
    mkdirSync(at.at('elsewhere'));
    mkdirSync(at.at('export'));
    symlinkSync(at.at('elsewhere'), at.at('export/dashboards'));
    expect(messages(at.export({ format: 'resource' }))).toEqual([
      'error: is not a folder; an export makes one here',
    ]);
    rmSync(at.at('export/dashboards'));
    at.export({ format: 'resource' });
    at.write('precious.json', '{}');
    at.edit(EXPORT_RECORD, (text) => text.replace('dashboards/g6-two.json', '../precious.json'));
    expect(messages(at.export({ format: 'resource' }))[0]).toMatch(
      /^error: this record of an export/,
    );
    expect(existsSync(at.at('precious.json'))).toBe(true);
  });

  it('finishes what a killed run began', () => {
    const at = workspace();
    at.export({ format: 'resource' });
    // As if it had been killed between the first record and the last file.
    rmSync(at.at('export/dashboards/g6-two.json'));
    at.write('spec.yml', readFileSync(at.at('spec.yml'), 'utf8').replace('Things.', 'Others.'));
    const report = at.export({ format: 'resource' });
    expect(messages(report)).toEqual([]);
    expect(report.written).toEqual(['dashboards/g6-one.json', 'dashboards/g6-two.json']);
    expect(at.tokens()).toEqual([]);
  });

  it('writes nothing while a problem exists', () => {
    const at = workspace();
    at.plan('two', 'nothing');
    expect(messages(at.export({ format: 'resource' }))).toEqual([
      'error: the spec has no family "nothing"',
    ]);
    expect(existsSync(at.at('export'))).toBe(false);
  });
});

describe('an exported tree', () => {
  const formats: ExportSettings[] = [
    { format: 'resource' },
    { format: 'resource-v2' },
    { format: 'git-sync', folder: 'Bus/Lines' },
    { format: 'operator' },
    { format: 'operator', apiVersion: 'v2' },
    { format: 'configmap' },
    { format: 'perses' },
    { format: 'terraform' },
  ];

  it.each(formats)('as $format $apiVersion is verified as generated files are', (settings) => {
    const at = workspace();
    const { written } = at.export(settings);
    expect(at.tokens()).toEqual([]);
    const file = written.find((path) => /one\.(?:json|yaml)$/.test(path))!;
    at.edit(file, (text) => text.replaceAll('a_total Rate', 'Edited'));
    expect(at.tokens()).toEqual([
      expect.stringMatching(/^added:one:\d$/),
      expect.stringMatching(/^removed:one:\d$/),
    ]);
    at.edit(file, () => 'nonsense: [');
    expect(at.tokens()).toEqual(['unreadable:one']);
    expect(at.tokens(['two'])).toEqual([]);
    rmSync(at.at(`export/${file}`));
    expect(at.tokens()).toEqual(['missing:one']);
  });

  it.each(formats)('as $format $apiVersion has the panels of the generated files', (settings) => {
    const at = workspace();
    at.generate();
    at.export(settings);
    const panelsIn = (folder: string) => {
      const { dashboards, problems } = loadDashboardFiles(at.at(folder), undefined, 'g6_meta');
      expect(problems).toEqual([]);
      return dashboards.map(({ slug, title, panels }) => [
        slug,
        title,
        ...panels.map((panel) => [
          panel.title,
          panel.type,
          panel.queries.map(({ expr }) => expr),
          panel.meta,
        ]),
      ]);
    };
    expect(panelsIn('export')).toEqual(panelsIn('out'));
  });

  it('of rules, and of files beside dashboards, is compared by their texts', () => {
    const at = workspace();
    at.export({ format: 'prometheus-rule', labels: { release: 'prometheus' } });
    expect(at.tokens()).toEqual([]);
    at.edit('alerts.yaml', (text) => text.replace('b > 1', 'b > 2'));
    expect(at.tokens()).toEqual(['edited:alerts.yaml']);
    rmSync(at.at('export'), { recursive: true });
    at.export({ format: 'terraform' });
    at.edit('main.tf', (text) => `${text}# mine\n`);
    rmSync(at.at('export/g6-one.g6-meta'));
    expect(at.tokens()).toEqual(['missing:g6-one.g6-meta', 'edited:main.tf']);
  });
});

describe('the dashboards of the repository', () => {
  it.each(['dashboards', 'docs/reference/example'])('of %s export, and verify', (source) => {
    const root = join(__dirname, '../../../..', source);
    const spec = { spec: join(root, 'spec') };
    const plans = { folder: join(root, 'plans') };
    const at = workspace();
    for (const [index, format] of (['resource-v2', 'perses', 'terraform'] as const).entries()) {
      const out = at.at(`export-${index}`);
      const report = at.export({ format }, { spec, plans, out });
      expect(messages(report).filter((message) => message.startsWith('error'))).toEqual([]);
      const request = { ...at.request(), spec, plans, output: out, orphans: true };
      expect(driftTokens(verifyRun(request).drifts)).toEqual([]);
    }
  });
});
