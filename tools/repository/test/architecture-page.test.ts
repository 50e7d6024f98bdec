import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../testing/repository-copy';

const read = (file: string) => readFileSync(join(REPOSITORY, file), 'utf8');
const page = read('docs/architecture.md');

/** Imports that the picture of the libraries shows, by project. */
const drawn = new Map<string, string[]>();
const [, picture = ''] = /flowchart BT\n(.*?)```/s.exec(page) ?? [];
for (const [, from = '', to = ''] of picture.matchAll(/^ *(\S+) --> (.+)$/gm)) {
  drawn.set(from, [...(drawn.get(from) ?? []), ...to.split(' & ')]);
}

/** Returns everything that a project may import according to the picture, itself included. */
function reachable(project: string): string[] {
  return [project, ...(drawn.get(project) ?? []).flatMap(reachable)];
}

/** Imports that the linter allows, by project. */
const allowed = [
  ...read('eslint.config.mjs').matchAll(
    /sourceTag: 'room:([\w-]+)',\s*onlyDependOnLibsWithTags: \[([^\]]*)\]/g,
  ),
].map(([, project = '', tags = '']) => ({
  project,
  imports: [...tags.matchAll(/room:([\w-]+)/g)].map(([, name = '']) => name),
}));

describe('the architecture page', () => {
  it.each(['libs', 'tools'].flatMap((kind) => readdirSync(join(REPOSITORY, kind))))(
    'describes the project %s',
    (project) => {
      expect(page).toMatch(new RegExp(`^\\|.*\`${project}\`.*\\|`, 'm'));
    },
  );

  it.each(allowed.filter(({ project }) => !['shell', 'repository'].includes(project)))(
    'shows every import that the linter allows in $project',
    ({ project, imports }) => {
      const shown = new Set(reachable(project));
      expect(imports.filter((name) => !shown.has(name))).toEqual([]);
    },
  );

  it('shows the imports of all libraries', () => {
    expect(allowed.length).toBeGreaterThan(10);
    const libraries = readdirSync(join(REPOSITORY, 'libs'));
    expect(libraries.filter((name) => name !== 'problems' && !drawn.has(name))).toEqual([]);
  });
});
