import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const PAGE = join(__dirname, '../dist/page');
const read = (name: string) => readFileSync(join(PAGE, name), 'utf8');

/** The most that the page may weigh, in bytes as a server would compress it. */
const BUDGET = 1_000_000;

describe('the built page', () => {
  it('stays within its budget', () => {
    const weights = ['index.html', 'page.css', 'page.js'].map(
      (name) => gzipSync(read(name)).length,
    );
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(BUDGET);
  });

  it('ships the licence of each package in it, none of them an AGPL', () => {
    const notices = read('THIRD-PARTY-NOTICES.txt')
      .split(`\n${'-'.repeat(80)}\n`)
      .slice(1);
    const heads = notices.map((notice) => notice.trim().split('\n')[0] ?? '');
    for (const name of [
      '@grafana/data 13.2.2',
      '@grafana/ui 13.2.2',
      'react-dom 19',
      'uplot 1.6',
    ]) {
      expect(heads).toContainEqual(expect.stringContaining(name));
    }
    const licences = heads.map((head) => /\(([^)]*(?:\([^)]*\))?[^)]*)\)$/.exec(head)?.[1]);
    expect(licences).not.toContain(undefined);
    expect(heads.filter((head) => /GPL|SSPL|BUSL|Commons Clause/i.test(head))).toEqual([]);
    expect(notices.filter((notice) => /AFFERO GENERAL PUBLIC LICENSE/i.test(notice))).toEqual([]);
  });

  it('names no other server, but in links that a reader may follow', () => {
    expect(read('index.html')).not.toMatch(/https?:/);
    expect(read('page.css')).not.toMatch(/url\(["']?https?:/);
  });
});
