import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { useTempFolder } from '../../testing/temp-folder';
import { SAMPLE_SPEC, SampleWorkspace } from '../../testing/sample-workspace';
import { driftTokens } from '@g6/dashboard-files';
import { orphanDrift } from './verify-run';

describe('verifyRun', () => {
  const folder = useTempFolder();
  let workspace: SampleWorkspace;
  beforeEach(() => {
    workspace = new SampleWorkspace(folder());
    workspace.generate();
  });
  const tokens = (request?: object) => driftTokens(workspace.verify(request).drifts);

  it('finds no drift in what was just generated', () => {
    const { problems, checked } = workspace.verify();
    expect([problems, checked, tokens()]).toEqual([[], ['one', 'two'], []]);
  });

  it('never writes', () => {
    workspace.write('out/one.json', '{}');
    rmSync(workspace.at('out/two.json'));
    expect(tokens()).toEqual(['unreadable:one', 'missing:two']);
    expect(workspace.generated('one.json')).toBe('{}');
    expect(workspace.files).toEqual(['manifest.json', 'one.json']);
    expect(tokens({ output: workspace.at('elsewhere') })).toEqual(['missing:one', 'missing:two']);
    expect(existsSync(workspace.at('elsewhere'))).toBe(false);
  });

  it('tells a file that is only a link, a folder or a pipe, and does not wait for it', () => {
    renameSync(workspace.at('out/one.json'), workspace.at('one.json'));
    symlinkSync(workspace.at('one.json'), workspace.at('out/one.json'));
    rmSync(workspace.at('out/two.json'));
    mkdirSync(workspace.at('out/two.json'));
    expect(tokens()).toEqual(['unreadable:one', 'unreadable:two']);
    rmSync(workspace.at('out/one.json'));
    execFileSync('mkfifo', [workspace.at('out/one.json')]);
    expect(tokens({ only: ['one'] })).toEqual(['unreadable:one']);
  });

  it('tells of another spec in every dashboard', () => {
    workspace.write('spec.yml', `${SAMPLE_SPEC}# remark\n`);
    expect(tokens()).toEqual(['hash:one', 'hash:two']);
  });

  it('tells what a new metric adds', () => {
    const more = '      - {name: c, type: gauge, labels: [l]}\n';
    workspace.write('spec.yml', SAMPLE_SPEC.replace('  two:\n', `${more}  two:\n`));
    expect(tokens()).toEqual(['hash:one', 'added:one:2', 'hash:two']);
  });

  it('tells what an edited plan changes', () => {
    workspace.plan('one', 'one', 'refresh: 1m\n');
    expect(tokens()).toEqual(['edited:one']);
  });

  it('looks only at the slugs that were asked for', () => {
    workspace.write('out/one.json', '{}');
    expect(tokens({ only: ['two'] })).toEqual([]);
    expect(workspace.verify({ only: ['two'] }).checked).toEqual(['two']);
  });

  it('tells problems of the input, and compares nothing then', () => {
    workspace.plan('one', 'nowhere');
    const { problems, checked, drifts } = workspace.verify();
    expect(problems.map(({ code }) => code)).toEqual(['plan-family-unknown']);
    expect([checked, drifts]).toEqual([[], []]);
  });

  describe('orphans', () => {
    beforeEach(() => {
      workspace.unplan('one');
      workspace.write('out/foreign.json', '{"panels": [], "title": "By hand"}');
    });

    it('are files of ours without a plan, and no others', () => {
      expect(tokens()).toEqual(['orphaned:one']);
    });

    it('are not looked for in a run for some slugs, or where nobody asks', () => {
      expect(tokens({ only: ['two'] })).toEqual([]);
      expect(tokens({ orphans: false })).toEqual([]);
    });

    it('can be asked for one by one', () => {
      const token = (slug: string) => driftTokens([orphanDrift(workspace.at('out'), slug)]);
      expect([token('one'), token('foreign'), token('nowhere'), token('manifest')]).toEqual([
        ['orphaned:one'],
        [],
        [],
        [],
      ]);
    });
  });
});
