import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from './checks';

const DOCS = join(__dirname, '../../../docs/check');

describe('the checks', () => {
  it('have a page each, and no page is left over', () => {
    const pages = readdirSync(DOCS).map((name) => name.slice(0, -'.md'.length));
    const names = CHECKS.map(({ name }) => name);
    expect(pages.filter((name) => name !== 'README').sort()).toEqual([...names].sort());
  });

  it.each(CHECKS)('$name has a page that says what it means', ({ name, severity, description }) => {
    const page = readFileSync(join(DOCS, `${name}.md`), 'utf8');
    expect(page.startsWith(`# ${name}\n\n${description}\n\nSeverity: ${severity}.\n`)).toBe(true);
    expect(page).toContain('## What it means');
    expect(page).toContain('## What to do');
    const index = readFileSync(join(DOCS, 'README.md'), 'utf8');
    const row = `| [${name}](${name}.md) | ${severity} | ${description} |`;
    // Columns are padded in the source.
    expect(index.replace(/ +/g, ' ')).toContain(row);
  });
});
