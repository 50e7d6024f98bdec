import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEM_CODES, type ProblemCode } from '@g6/dashboards';
import { exampleOf, renderProblemCatalogue } from './problem-catalogue';

const CODES = Object.keys(PROBLEM_CODES) as ProblemCode[];
const page = () => readFileSync(join(__dirname, '../../../../docs/problems.md'), 'utf8');

describe('the catalogue of problems', () => {
  it.each(CODES)('has an example that produces %s', (code) => {
    expect(exampleOf(code)).toContain(`[${code}]`);
  });

  it.each(CODES)('explains %s in docs/problems.md', (code) => {
    expect(page()).toContain(`\n## ${code}\n`);
  });

  it('is up to date; npm run docs updates it', () => {
    expect(page()).toBe(renderProblemCatalogue());
  });
});
