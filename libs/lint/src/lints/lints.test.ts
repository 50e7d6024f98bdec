import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintCase, type LintCases } from '../../testing/lint-case';
import { LINTS } from '.';

const FOLDER = __dirname;
const CASES = join(__dirname, '../../testing/cases');
const DOCS = join(__dirname, '../../../../docs/lint');

const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => name.slice(0, -'.ts'.length))
  .filter((name) => name !== 'index')
  .sort();

describe('the lints', () => {
  it('are all listed, each under the name of its file', () => {
    expect(LINTS.map(({ name }) => name).sort()).toEqual(files);
  });

  it('have a page each, and no page is left over', () => {
    const pages = readdirSync(DOCS).map((name) => name.slice(0, -'.md'.length));
    expect(pages.filter((name) => name !== 'README').sort()).toEqual(files);
  });
});

describe.each(LINTS)('$name', (lint) => {
  const path = join(CASES, `${lint.name}.ts`);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by the lint's name
  const { cases } = require(path) as { cases: LintCases };

  it('has a page that states its demand and its severity, and shows both cases', () => {
    const page = readFileSync(join(DOCS, `${lint.name}.md`), 'utf8');
    expect(page.startsWith(`# ${lint.name}\n\n${lint.description}\n`)).toBe(true);
    expect(page).toContain(`Severity: ${lint.severity}.`);
    expect(page).toContain('## Found');
    expect(page).toContain('## Not found');
  });

  it('stands in the index of pages', () => {
    const index = readFileSync(join(DOCS, 'README.md'), 'utf8');
    const row = `| [${lint.name}](${lint.name}.md) | ${lint.severity} | ${lint.description} |`;
    // Columns are padded in the source.
    expect(index.replace(/ +/g, ' ')).toContain(row);
  });

  it.each(cases.fails)('finds $about', (some) => {
    const findings = lintCase(some).filter((finding) => finding.rule === lint.name);
    expect(
      findings.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`),
    ).toEqual(some.finds);
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set([lint.severity]));
  });

  it.each(cases.passes)('passes $about', (some) => {
    expect(lintCase(some).filter((finding) => finding.rule === lint.name)).toEqual([]);
  });
});
