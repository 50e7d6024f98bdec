import { statusOf } from './exit-status';
import type { Problem, Severity } from './problem';
import type { ProblemCode } from './problem-codes';

const problem = (code: ProblemCode, severity: Severity = 'error'): Problem => ({
  file: 'a.yml',
  line: 1,
  column: 1,
  code,
  severity,
  message: 'm',
});

describe('statusOf', () => {
  it.each<[number, ProblemCode[]]>([
    [0, []],
    [2, ['unknown-key']],
    [3, ['plan-family-unknown']],
    [3, ['plan-family-unknown', 'plan-family-unknown']],
    [4, ['slug-duplicate']],
    [5, ['slug-unknown']],
    [2, ['slug-unknown', 'slug-duplicate']],
    [2, ['plan-family-unknown', 'yaml-syntax']],
  ])('is %d for %j', (status, codes) => {
    expect(statusOf(codes.map((code) => problem(code)))).toBe(status);
  });

  it('passes over warnings', () => {
    expect(statusOf([problem('counter-suffix', 'warning')])).toBe(0);
    expect(statusOf([problem('slug-folder', 'warning'), problem('slug-duplicate')])).toBe(4);
  });
});
