import { symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { useTempFolder } from '../../testing/temp-folder';
import { SampleWorkspace, SAMPLE_SPEC } from '../../testing/sample-workspace';
import { BUILT_IN_PROFILES } from '@g6/generation';
import { placelessProblem } from '@g6/problems';
import { basisOfRun, generateFiles } from './generate-files';
import type { GenerateReport, GenerateRequest } from './generate-request';
import { recordingOf } from './recording';

describe('recordingOf', () => {
  const folder = useTempFolder();
  let workspace: SampleWorkspace;
  beforeEach(() => {
    workspace = new SampleWorkspace(folder());
  });

  function request(more: Partial<GenerateRequest> = {}): GenerateRequest {
    const records = workspace.at('records');
    const defaults = { scope: 'all', now: 1000, dryRun: false, records } as const;
    return { ...workspace.request(), ...defaults, ...more };
  }

  /** What a run reports by the record of the last one; undefined if it has to do all its work. */
  function unchanged(more?: Partial<GenerateRequest>, build = 'build'): GenerateReport | undefined {
    return recordingOf(request(more), build)?.unchanged();
  }

  /** Does all the work of a run, and keeps its record. */
  function generate(more?: Partial<GenerateRequest>): GenerateReport {
    const asked = request(more);
    const recording = recordingOf(asked, 'build');
    if (!recording) throw new Error('no record is kept');
    const digests = new Map<string, string>();
    const report = generateFiles(asked, basisOfRun(asked, recording.files), digests);
    recording.keep(report, digests);
    return report;
  }

  it('knows that the same run would change nothing, and what it would say', () => {
    workspace.write('spec.yml', SAMPLE_SPEC.replace('expr: b > 1', 'expr: \'b{nowhere="x"} > 1\''));
    const { options } = request();
    const capped = { options: { ...options, caps: { core: 0, efficiency: 0 } } };
    const first = generate(capped);
    const again = generate(capped);
    expect([first.problems.length, first.truncated.length]).toEqual([1, 2]);
    expect(first.written).toEqual(['one', 'two']);
    expect(unchanged(capped)).toEqual(again);
    expect(again).toMatchObject({ written: [], unchanged: ['one', 'two'], manifestWritten: false });
  });

  it.each<[string, () => void]>([
    [
      'a comment in the spec',
      () => {
        workspace.write('spec.yml', `${SAMPLE_SPEC}# more\n`);
      },
    ],
    [
      'a plan',
      () => {
        workspace.plan('one', 'two');
      },
    ],
    [
      'a new plan',
      () => {
        workspace.plan('both', 'one, two');
      },
    ],
    [
      'one plan less',
      () => {
        workspace.unplan('two');
      },
    ],
    [
      'an efficiency catalogue',
      () => {
        workspace.write('efficiency.yml', 'version: 1\npanels: []\n');
      },
    ],
    [
      'a misplaced plan',
      () => {
        workspace.write('plans/one/plan.yml', '');
      },
    ],
    [
      'an edited file',
      () => {
        workspace.write('out/one.json', `${workspace.generated('one.json')} `);
      },
    ],
    [
      'a file of the same size',
      () => {
        workspace.write(
          'out/one.json',
          workspace.generated('one.json').replace('Things', 'Thongs'),
        );
      },
    ],
    [
      'a missing file',
      () => {
        unlinkSync(workspace.at('out/one.json'));
      },
    ],
    [
      'another manifest',
      () => {
        workspace.write('out/manifest.json', '{}');
      },
    ],
    [
      'a foreign dashboard',
      () => {
        workspace.write('out/other.json', '{"panels": []}');
      },
    ],
    [
      'a link in the place of a file',
      () => {
        workspace.write('one.json', workspace.generated('one.json'));
        unlinkSync(workspace.at('out/one.json'));
        symlinkSync(workspace.at('one.json'), workspace.at('out/one.json'));
      },
    ],
  ])('leaves the work to the run after %s', (_, change) => {
    generate();
    expect(unchanged()).toBeDefined();
    change();
    expect(unchanged()).toBeUndefined();
  });

  it('leaves the work to a run with other options, from elsewhere, or of another build', () => {
    generate();
    const { options, plans } = request();
    const others: Partial<GenerateRequest>[] = [
      { options: { ...options, density: 'dense' } },
      { options: { ...options, uidPrefix: 'x-' } },
      { plans: { folder: workspace.at('./plans/.') }, output: workspace.at('elsewhere') },
      { spec: { spec: workspace.at('spec.yml'), efficiency: workspace.at('none.yml') } },
    ];
    expect(others.map((other) => unchanged(other))).toEqual(others.map(() => undefined));
    expect(unchanged({ plans }, 'another build')).toBeUndefined();
    expect(unchanged({ now: 2000 })).toBeDefined();
  });

  it('does its work again where a foreign file is part of the record, until that changes', () => {
    workspace.write('out/other.json', '{"panels": []}');
    generate();
    expect(unchanged()).toBeDefined();
    writeFileSync(workspace.at('out/other.json'), '{"panels": [], "title": "By hand"}');
    expect(unchanged()).toBeUndefined();
  });

  it('keeps no record of a run that is refused', () => {
    workspace.plan('one', 'nowhere');
    expect(generate().problems).not.toEqual([]);
    expect(unchanged()).toBeUndefined();
  });

  it.each<[string, Partial<GenerateRequest>]>([
    ['of some dashboards', { only: ['one'] }],
    ['of the manifest alone', { scope: 'manifest' }],
    ['that writes nothing', { dryRun: true }],
    ['that is told what to do with orphans', { prune: false }],
    ['with profiles of the workspace', { profileFiles: ['profiles.js'] }],
    ['with problems', { problems: [placelessProblem('a', 'profiles-unusable', 'is none')] }],
    ['without a folder for records', { records: undefined }],
  ])('is nothing for a run %s', (_, more) => {
    expect(recordingOf(request(more), 'build')).toBeUndefined();
  });

  it('is nothing for a program that was not built, or with code of the workspace', () => {
    expect(recordingOf(request())).toBeUndefined();
    const options = { ...request().options, ownProfiles: BUILT_IN_PROFILES };
    expect(recordingOf(request({ options }), 'build')).toBeUndefined();
  });
});
