import * as fc from 'fast-check';
import { RE2JS } from 're2js';
import { matchesEmptyText, matchesText, regexProblem } from './go-regex';

describe('regexProblem', () => {
  it.each([
    '',
    'a',
    'a|b',
    'a.+b*c?',
    '(?i)a',
    '(?P<n>a)',
    '[[:alpha:]]+',
    '\\d+',
    '\\pL',
    'a{2,5}',
    '(|a)',
    '^a$',
    '\\Qa(\\E',
    'ü',
    'a b/c',
  ])('finds nothing wrong with %j', (pattern) => {
    expect(regexProblem(pattern)).toBeUndefined();
  });

  it.each([
    ['(', 'missing closing ): `(`'],
    ['a)', 'unexpected ): `a)`'],
    ['[a', 'missing closing ]: `[a`'],
    ['*', 'missing argument to repetition operator: `*`'],
    ['a**', 'invalid nested repetition operator: `**`'],
    ['a++', 'invalid nested repetition operator: `++`'],
    ['(?=a)', 'invalid or unsupported Perl syntax: `(?=`'],
    ['(a)\\1', 'invalid escape sequence: `\\1`'],
    ['a{1001}', 'invalid repeat count: `{1001}`'],
    ['[z-a]', 'invalid character class range: `z-a`'],
    ['a\\', 'trailing backslash at end of expression'],
  ])('says what is wrong with %j', (pattern, problem) => {
    expect(regexProblem(pattern)).toContain(problem);
  });

  it('agrees with RE2 on every pattern that it does not ask RE2 about', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab.|()*+? -]{0,8}$/), (pattern) => {
        expect(regexProblem(pattern) === undefined).toBe(compiles(pattern));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('matchesEmptyText', () => {
  it.each<[string, boolean]>([
    ['', true],
    ['a', false],
    ['.*', true],
    ['.+', false],
    ['a|', true],
    ['(a)?', true],
    ['a*b', false],
    ['(?i)a*', true],
    ['\\d*', true],
    ['\\d+', false],
    ['[[:alpha:]]{0,2}', true],
    ['^$', true],
  ])('tells whether %j matches nothing at all: %j', (pattern, expected) => {
    expect(matchesEmptyText(pattern)).toBe(expected);
  });
});

function compiles(pattern: string): boolean {
  try {
    RE2JS.compile(pattern);
    return true;
  } catch {
    return false;
  }
}

describe('matchesText', () => {
  it.each([
    ['a|b', 'b', true],
    ['a|b', 'ab', false],
    ['', '', true],
    ['a.*', 'a\nb', true],
    ['(a|a)*b', 'a'.repeat(60), false],
    ['(?i)A', 'a', true],
  ])('of %j with %j is %s', (pattern, value, expected) => {
    expect(matchesText(pattern, value)).toBe(expected);
  });
});

describe('patterns that backtracking tries in every way', () => {
  it.each([`${'(|)'.repeat(60)}a`, `(${'(a*|b*)'.repeat(40)})c`])('cost no more: %s', (pattern) => {
    expect(matchesEmptyText(pattern)).toBe(false);
  });
});
