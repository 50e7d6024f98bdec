import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryWorkspace } from '../../testing/temporary-workspace';
import { DEFAULT_OPTIONS } from '@g6/generation';
import { driftTokens } from '@g6/dashboard-files';
import { generateRun } from './generate-run';
import { syncRun, syncWithoutPlans } from './sync-run';

const FILES = {
  'spec.yml': 'version: 1\nfamilies:\n  f:\n    metrics:\n      - {name: a_total, type: counter}\n',
  'plans/one/plan.yaml': 'slug: one\nfamilies: [f]\n',
  'plans/two/plan.yaml': 'slug: two\nfamilies: [f]\n',
};

function requestFor(root: string) {
  return {
    spec: { spec: join(root, 'spec.yml') },
    plans: { folder: join(root, 'plans') },
    output: join(root, 'out'),
    options: DEFAULT_OPTIONS,
    now: 1,
  };
}

/** Hands on a workspace whose dashboards are all generated. */
function inGenerated(use: (root: string) => void): void {
  inTemporaryWorkspace(FILES, (root) => {
    generateRun({ ...requestFor(root), scope: 'all', dryRun: false });
    use(root);
  });
}

describe('syncRun', () => {
  it('offers every file of a workspace where nothing is generated yet, and writes none', () => {
    inTemporaryWorkspace(FILES, (root) => {
      const { files, drifts } = syncRun(requestFor(root));
      expect(files.map(({ name }) => name)).toEqual(['one.json', 'two.json', 'manifest.json']);
      expect(driftTokens(drifts)).toEqual(['missing:manifest', 'missing:one', 'missing:two']);
      expect(readdirSync(root)).not.toContain('out');
    });
  });

  it('offers the manifest if it is missing', () => {
    inGenerated((root) => {
      rmSync(join(root, 'out/manifest.json'));
      const { files, drifts } = syncRun(requestFor(root));
      expect(driftTokens(drifts)).toEqual(['missing:manifest']);
      expect(files.map(({ name }) => name)).toEqual(['manifest.json']);
    });
  });

  it('offers nothing if a panel was only moved', () => {
    inGenerated((root) => {
      const path = join(root, 'out/one.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace('"x": 0', '"x": 1'));
      const report = syncRun(requestFor(root));
      expect(report).toEqual({ problems: [], drifts: [], files: [], removed: [] });
    });
  });

  it('offers the text that generation writes for a file that was edited by hand', () => {
    inGenerated((root) => {
      const path = join(root, 'out/two.json');
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replaceAll('a_total', 'b_total'));
      expect(syncRun(requestFor(root)).files).toEqual([{ name: 'two.json', text }]);
    });
  });

  it('offers to remove what has no plan any more', () => {
    inGenerated((root) => {
      rmSync(join(root, 'plans/two'), { recursive: true });
      const { files, removed, drifts } = syncRun(requestFor(root));
      expect(driftTokens(drifts)).toEqual(['removed:manifest:1', 'orphaned:two']);
      expect(removed).toEqual(['two.json']);
      expect(files.map(({ name }) => name)).toEqual(['manifest.json']);
      expect(syncWithoutPlans(join(root, 'out')).removed).toEqual(['one.json', 'two.json']);
    });
  });

  it('offers nothing while an input is unusable', () => {
    inGenerated((root) => {
      writeFileSync(join(root, 'spec.yml'), 'version: 2\n');
      const { problems, files } = syncRun(requestFor(root));
      expect(problems.map(({ code }) => code)).toContain('wrong-value');
      expect(files).toEqual([]);
    });
  });
});
