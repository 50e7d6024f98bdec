import { filesTargets, filesTargetsOf } from './files-targets';
import { normalizeOptions } from './plugin-options';

const options = normalizeOptions({ output: 'out', generator: { dependsOn: ['tool:build'] } });
const slugs = (count: number) => Array.from({ length: count }, (_, index) => `board_${index}`);

describe('filesTargets', () => {
  it('are one target of all files, as long as there are not many', () => {
    const targets = filesTargets(slugs(128), options);
    expect(Object.keys(targets)).toEqual(['files']);
    expect(targets['files']).toMatchObject({
      executor: 'nx:noop',
      parallelism: false,
      outputs: ['{workspaceRoot}/out/*.json'],
      dependsOn: ['tool:build'],
    });
    expect(filesTargetsOf('board_7', 128)).toEqual(['files']);
  });

  it('are several beyond, each of a share, and one that waits for all of them', () => {
    const targets = filesTargets(slugs(1000), options);
    const shares = Object.keys(targets).filter((name) => name !== 'files');
    expect(shares).toEqual(Array.from({ length: 32 }, (_, share) => `files-${share}`));
    expect(targets['files']).toMatchObject({ outputs: [], dependsOn: shares });
    const sizes = shares.map((share) => targets[share]?.outputs?.length ?? 0);
    expect(Math.max(...sizes)).toBeLessThan(64);
    const files = shares.flatMap((share) => targets[share]?.outputs ?? []);
    expect(files.sort()).toEqual(
      slugs(1000)
        .map((slug) => `{workspaceRoot}/out/${slug}.json`)
        .sort(),
    );
  });

  it('give each slug the share that has its file', () => {
    const targets = filesTargets(slugs(300), options);
    for (const slug of slugs(300)) {
      const [all, share = ''] = filesTargetsOf(slug, 300);
      expect(all).toBe('files');
      expect(targets[share]?.outputs).toContain(`{workspaceRoot}/out/${slug}.json`);
    }
  });

  it('leave a slug in its share when plans are added', () => {
    const before = slugs(300).map((slug) => filesTargetsOf(slug, 300));
    expect(slugs(300).map((slug) => filesTargetsOf(slug, 512))).toEqual(before);
  });
});
