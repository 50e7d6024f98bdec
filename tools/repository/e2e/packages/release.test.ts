import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { RepositoryCopy } from '../../testing/repository-copy';
import { REPOSITORY } from './packed-packages';

const read = (file: string) => readFileSync(join(REPOSITORY, file), 'utf8');
const { version } = JSON.parse(read('libs/engine/package.json')) as { version: string };
const AUTHOR = '-c user.name=Somebody -c user.email=somebody@example.org';

describe('a release', () => {
  const copy = new RepositoryCopy();
  afterAll(() => {
    copy.remove();
  });

  it('gives all packages the same version, derived from the commits since the last tag', async () => {
    const results = await copy.run([
      `git tag v${version}`,
      'echo "/** More. */" >> libs/engine/src/index.ts',
      `git ${AUTHOR} commit --all --quiet --message="feat(core): show more of everything"`,
      'npx nx release --dry-run --skip-publish',
      'git status --short',
      'git tag',
    ]);
    const [release, status, tags] = results.slice(-3);
    expect(release?.status).toBe(0);
    const output = release?.output ?? '';
    const next = /New version (\S+) written to manifest/.exec(output)?.[1] ?? '';
    expect(next).toMatch(/^\d+\.\d+\.\d+$/);
    expect(next).not.toBe(version);
    for (const manifest of ['libs/engine', 'tools/plugin', 'tools/preview', 'tools/cli']) {
      expect(output).toContain(`New version ${next} written to manifest: ${manifest}/package.json`);
    }
    expect(output).toContain(`+     "@g6/dashboards": "${next}"`);
    expect(output).toMatch(/^\+ - \*\*core:\*\* show more of everything$/m);
    // A dry run changes nothing.
    expect(status?.output).toBe('');
    expect(tags?.output.trim()).toBe(`v${version}`);
  });

  it('commits, tags and adds its changes at the top of the changelog', async () => {
    const [release, log, changelog] = await copy.run([
      'npx nx release 7.0.0 --skip-publish',
      'git log -1 --format="%s, %D"',
      'cat CHANGELOG.md',
    ]);
    expect(release?.status).toBe(0);
    expect(log?.output).toContain('chore(release): 7.0.0, HEAD -> main, tag: v7.0.0');
    const entry = '\n\n### 🚀 Features\n\n- **core:** show more of everything\n\n';
    expect(changelog?.output).toMatch(/^# 7\.0\.0 \(\d{4}-\d\d-\d\d\)\n/);
    expect(changelog?.output).toContain(`${entry}${read('CHANGELOG.md')}`);
  });
});

describe('the workflows', () => {
  const folder = '.github/workflows';

  it.each(readdirSync(join(REPOSITORY, folder)))('%s runs scripts that exist', (file) => {
    const text = read(join(folder, file));
    const { jobs } = parse(text) as { jobs: Record<string, unknown> };
    expect(Object.keys(jobs)).not.toEqual([]);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const used = [...text.matchAll(/npm (?:run )?(?!ci\b|pkg\b|run\b)([a-z-]+)$/gm)];
    expect(used).not.toEqual([]);
    expect(used.filter(([, name = '']) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('sign the published packages', () => {
    const workflow = read(join(folder, 'release.yml'));
    expect(workflow).toContain('id-token: write');
    expect(workflow).toContain('NPM_CONFIG_PROVENANCE');
  });
});
