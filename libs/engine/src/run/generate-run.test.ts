import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { useTempFolder } from '../../testing/temp-folder';
import { SAMPLE_SPEC, SampleWorkspace } from '../../testing/sample-workspace';
import { sha256Hex } from '@g6/model';

interface Manifest {
  readonly count: number;
  readonly spec_hash: string;
  readonly generated_at_unix: number;
  readonly dashboards: readonly { slug: string; panel_count: number }[];
}

describe('generateRun', () => {
  const folder = useTempFolder();
  let workspace: SampleWorkspace;
  beforeEach(() => {
    workspace = new SampleWorkspace(folder());
  });
  const manifest = () => JSON.parse(workspace.generated('manifest.json')) as Manifest;

  it('writes a dashboard for each plan, and the manifest', () => {
    expect(workspace.generate()).toEqual({
      problems: [],
      written: ['one', 'two'],
      unchanged: [],
      pruned: [],
      truncated: [],
      manifestWritten: true,
    });
    expect(workspace.files).toEqual(['manifest.json', 'one.json', 'two.json']);
  });

  it('writes JSON with sorted keys, two spaces and a newline at the end', () => {
    workspace.generate();
    for (const file of workspace.files) {
      const text = workspace.generated(file);
      const sorted: unknown = JSON.parse(text, (_, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
          : value,
      );
      expect(text).toBe(`${JSON.stringify(sorted, null, 2)}\n`);
    }
  });

  it('leaves everything alone the second time, down to the times of files', () => {
    workspace.generate();
    const times = () =>
      workspace.files.map((file) => {
        const { mtimeMs, ino } = statSync(workspace.at(`out/${file}`));
        return [file, mtimeMs, ino];
      });
    workspace.files.forEach((file) => {
      utimesSync(workspace.at(`out/${file}`), 5, 5);
    });
    const before = times();
    const report = workspace.generate({ now: 2000 });
    expect(report).toMatchObject({
      written: [],
      unchanged: ['one', 'two'],
      manifestWritten: false,
    });
    expect(times()).toEqual(before);
  });

  it('restores a file that was edited or deleted, byte for byte', () => {
    workspace.generate();
    const original = workspace.generated('one.json');
    workspace.write('out/one.json', '{}');
    expect(workspace.generate().written).toEqual(['one']);
    expect(workspace.generated('one.json')).toBe(original);
  });

  it('writes nothing in a dry run, and says what it would do', () => {
    workspace.generate();
    workspace.unplan('two');
    workspace.write('out/one.json', '{}');
    const report = workspace.generate({ dryRun: true });
    expect(report).toMatchObject({ written: ['one'], pruned: ['two'], manifestWritten: true });
    expect(workspace.generated('one.json')).toBe('{}');
    expect(workspace.files).toContain('two.json');
    expect(existsSync(workspace.at('elsewhere'))).toBe(false);
    workspace.generate({ dryRun: true, output: workspace.at('elsewhere') });
    expect(existsSync(workspace.at('elsewhere'))).toBe(false);
  });

  it('writes nothing while anything is wrong with the input', () => {
    workspace.plan('two', 'three');
    const report = workspace.generate();
    expect(report.problems.map(({ code }) => code)).toEqual(['plan-family-unknown']);
    expect(report.written).toEqual([]);
    expect(existsSync(workspace.at('out'))).toBe(false);
  });

  it('tells the progress after each dashboard', () => {
    const seen: [number, number][] = [];
    workspace.generate({ onProgress: (done, total) => seen.push([done, total]) });
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('tells by title what the caps left out', () => {
    const metrics = Array.from({ length: 13 }, (_, i) => ({
      name: `c${i}_total`,
      type: 'counter',
      labels: ['l'],
    }));
    const spec = { version: 1, families: { one: { metrics }, two: { metrics: [] } } };
    workspace.write('spec.yml', JSON.stringify(spec));
    const titles = ['c11_total Rate by l (5m auto)', 'c12_total Rate by l (5m auto)'];
    expect(workspace.generate().truncated).toEqual([{ slug: 'one', titles }]);
  });

  describe('the manifest', () => {
    it('lists every plan by slug, with the hash of the spec', () => {
      workspace.generate();
      expect(manifest()).toEqual({
        spec_hash: sha256Hex(SAMPLE_SPEC).slice(0, 16),
        generated_at_unix: 1000,
        count: 2,
        dashboards: [
          { slug: 'one', uid: 'g6-one', families: ['one'], panel_count: 2 },
          { slug: 'two', uid: 'g6-two', families: ['two'], panel_count: 2 },
        ],
      });
    });

    it('counts no panels for what a partial run skipped', () => {
      workspace.generate({ only: ['two'] });
      expect(manifest().count).toBe(2);
      expect(manifest().dashboards.map(({ slug, panel_count }) => [slug, panel_count])).toEqual([
        ['one', 0],
        ['two', 2],
      ]);
    });

    it('moves its time only when something else in it does', () => {
      workspace.generate();
      workspace.plan('one', 'one', 'description: Now described.\n');
      expect(workspace.generate({ now: 2000 })).toMatchObject({
        written: ['one'],
        manifestWritten: false,
      });
      expect(manifest().generated_at_unix).toBe(1000);
      workspace.plan('three', 'one');
      workspace.generate({ now: 3000 });
      expect(manifest().generated_at_unix).toBe(3000);
    });

    it('can be written alone, or left alone', () => {
      expect(workspace.generate({ scope: 'manifest' })).toMatchObject({
        written: [],
        unchanged: [],
        manifestWritten: true,
      });
      expect(workspace.files).toEqual(['manifest.json']);
      expect(manifest().dashboards[0]?.panel_count).toBe(2);
      workspace.write('out/manifest.json', '{}');
      expect(workspace.generate({ scope: 'dashboards' }).manifestWritten).toBe(false);
      expect(workspace.generated('manifest.json')).toBe('{}');
    });
  });

  describe('pruning', () => {
    beforeEach(() => {
      workspace.generate();
      workspace.write('out/foreign.json', '{"panels": [], "title": "By hand"}');
      workspace.write('out/.one.json.0123456789abcdef.tmp', workspace.generated('one.json'));
      workspace.unplan('one');
    });

    it('removes what we wrote and no plan asks for any more, and nothing else', () => {
      expect(workspace.generate().pruned).toEqual(['one']);
      expect(workspace.files).toEqual([
        '.one.json.0123456789abcdef.tmp',
        'foreign.json',
        'manifest.json',
        'two.json',
      ]);
    });

    it.each<[string, object]>([
      ['for some slugs', { only: ['two'] }],
      ['of dashboards alone', { scope: 'dashboards' }],
      ['of the manifest alone', { scope: 'manifest' }],
    ])('is no part of a run %s', (_, request) => {
      expect(workspace.generate(request).pruned).toEqual([]);
      expect(workspace.files).toContain('one.json');
    });
  });

  describe('what lies in the place of a file', () => {
    it('is never written through, and refuses the whole run', () => {
      workspace.write('outside.json', 'precious');
      mkdirSync(workspace.at('out/two.json'), { recursive: true });
      symlinkSync(workspace.at('outside.json'), workspace.at('out/one.json'));
      symlinkSync(workspace.at('nowhere'), workspace.at('out/manifest.json'));
      const { problems } = workspace.generate();
      expect(problems.map(({ code, file }) => [code, file])).toEqual(
        ['one.json', 'two.json', 'manifest.json'].map((name) => [
          'output-not-a-file',
          workspace.at(`out/${name}`),
        ]),
      );
      expect(readFileSync(workspace.at('outside.json'), 'utf8')).toBe('precious');
      expect(existsSync(workspace.at('nowhere'))).toBe(false);
    });

    it('refuses only a run that would write there', () => {
      mkdirSync(workspace.at('out/manifest.json'), { recursive: true });
      mkdirSync(workspace.at('out/two.json'));
      expect(workspace.generate({ scope: 'dashboards', only: ['one'] }).problems).toEqual([]);
      expect(workspace.files).toContain('one.json');
    });

    it('is refused where it is a file in the place of the folder', () => {
      workspace.write('out', '');
      expect(workspace.generate().problems).toMatchObject([
        { code: 'output-not-a-folder', file: workspace.at('out') },
      ]);
    });
  });
});
