import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parsePage } from '../testing/markdown-page';
import { REPOSITORY, repositoryFiles } from '../testing/repository-copy';

const files = repositoryFiles().filter((file) => file.endsWith('.md'));
const pages = new Map(
  files.map((file) => [file, parsePage(readFileSync(join(REPOSITORY, file), 'utf8'))]),
);

/** Returns the relative links that lead nowhere. */
function brokenLinks(file: string): string[] {
  return (pages.get(file)?.links ?? []).filter((link) => {
    if (/^[a-z][a-z+.-]*:/i.test(link)) return false;
    const [path = '', anchor] = decodeURI(link).split('#', 2);
    const target = path === '' ? file : join(dirname(file), path);
    if (target.startsWith('..') || !existsSync(join(REPOSITORY, target))) return true;
    return anchor !== undefined && pages.get(target)?.anchors.has(anchor) !== true;
  });
}

describe('links in Markdown', () => {
  it.each(files)('in %s lead somewhere', (file) => {
    expect(brokenLinks(file)).toEqual([]);
  });

  it('are found', () => {
    expect(pages.get('README.md')?.links).toContain('docs/contract.md');
  });
});
