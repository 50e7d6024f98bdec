import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintCase, type RuleCases } from '../rule-case';
import { RULE_NAMES } from '../rule-names';
import { LINT_RULES, SUBJECT_RULES } from '.';

const FOLDER = __dirname;
const DOCS = join(__dirname, '../../../../docs/lint');

const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ts') && !/\.(cases|test)\.ts$/.test(name))
  .map((name) => name.slice(0, -'.ts'.length))
  .filter((name) => name !== 'index')
  .sort();

describe('the rules of lint', () => {
  it('are all listed, each under the name of its file', () => {
    expect(LINT_RULES.map(({ name }) => name).sort()).toEqual(files);
  });

  it('can all be excepted from, those about exceptions aside', () => {
    expect(RULE_NAMES).toEqual(SUBJECT_RULES.map(({ name }) => name));
  });

  it('have a page each, and no page is left over', () => {
    const pages = readdirSync(DOCS).map((name) => name.slice(0, -'.md'.length));
    expect(pages.filter((name) => name !== 'README').sort()).toEqual(files);
  });
});

describe.each(LINT_RULES)('$name', (rule) => {
  const path = join(FOLDER, `${rule.name}.cases.ts`);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by the rule's name
  const { cases } = require(path) as { cases: RuleCases };

  it('has a page that says what it asks for, how much it weighs, and shows both cases', () => {
    const page = readFileSync(join(DOCS, `${rule.name}.md`), 'utf8');
    expect(page.startsWith(`# ${rule.name}\n\n${rule.description}\n`)).toBe(true);
    expect(page).toContain(`Severity: ${rule.severity}.`);
    expect(page).toContain('## Found');
    expect(page).toContain('## Not found');
  });

  it('stands in the index of pages', () => {
    const index = readFileSync(join(DOCS, 'README.md'), 'utf8');
    const row = `| [${rule.name}](${rule.name}.md) | ${rule.severity} | ${rule.description} |`;
    // Columns are padded in the source.
    expect(index.replace(/ +/g, ' ')).toContain(row);
  });

  it.each(cases.fails)('finds $about', (some) => {
    const findings = lintCase(some).filter((finding) => finding.rule === rule.name);
    expect(
      findings.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`),
    ).toEqual(some.finds);
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set([rule.severity]));
  });

  it.each(cases.passes)('passes $about', (some) => {
    expect(lintCase(some).filter((finding) => finding.rule === rule.name)).toEqual([]);
  });
});
