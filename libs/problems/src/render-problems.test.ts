import { hasErrors, sortProblems, type Problem } from './problem';
import { countProblems, renderProblems } from './render-problems';

const problem = (overrides: Partial<Problem>): Problem => ({
  file: 'spec.yml',
  line: 3,
  column: 5,
  code: 'unknown-key',
  severity: 'error',
  message: 'unknown key "a"',
  ...overrides,
});

describe('renderProblems', () => {
  it('gives a line to each problem, in the order of files and places', () => {
    expect(
      renderProblems([
        problem({ file: 'z.yml', line: 1, column: 1 }),
        problem({ line: 10 }),
        problem({ line: 9, hint: 'did you mean "b"?' }),
        problem({ line: 9, column: 4, severity: 'warning' }),
        problem({ line: 0, column: 0, message: 'cannot be read', code: 'file-unreadable' }),
      ]),
    ).toMatchInlineSnapshot(`
     "spec.yml: error: cannot be read [file-unreadable]
     spec.yml:9:4: warning: unknown key "a" [unknown-key]
     spec.yml:9:5: error: unknown key "a" [unknown-key]
       hint: did you mean "b"?
     spec.yml:10:5: error: unknown key "a" [unknown-key]
     z.yml:1:1: error: unknown key "a" [unknown-key]"
    `);
  });

  it('sets parts off as it is told', () => {
    const style = {
      error: (text: string) => `<e>${text}</e>`,
      warning: (text: string) => `<w>${text}</w>`,
      quiet: (text: string) => `<q>${text}</q>`,
    };
    expect(renderProblems([problem({})], style)).toBe(
      'spec.yml:3:5: <e>error</e>: unknown key "a" <q>[unknown-key]</q>',
    );
    expect(renderProblems([problem({ severity: 'warning' })], style)).toContain('<w>warning</w>');
  });

  it('does not depend on the order in which problems were found', () => {
    const problems = [
      problem({ message: 'b' }),
      problem({ message: 'a' }),
      problem({ code: 'missing-key' }),
    ];
    expect(sortProblems(problems)).toEqual(sortProblems([...problems].reverse()));
  });
});

describe('countProblems', () => {
  it.each([
    [1, 0, '1 error'],
    [2, 0, '2 errors'],
    [0, 1, '1 warning'],
    [1, 3, '1 error, 3 warnings'],
    [0, 0, ''],
  ])('words %d errors and %d warnings', (errors, warnings, words) => {
    const problems = [
      ...Array<Problem>(errors).fill(problem({})),
      ...Array<Problem>(warnings).fill(problem({ severity: 'warning' })),
    ];
    expect(countProblems(problems)).toBe(words);
    expect(hasErrors(problems)).toBe(errors > 0);
  });
});
