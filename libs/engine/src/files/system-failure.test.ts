import { mkdirSync, readFileSync } from 'node:fs';
import { EXIT } from '@g6/problems';
import { describeSystemFailure } from './system-failure';

const failureOf = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    return describeSystemFailure(error)?.text;
  }
  throw new Error('it did not fail');
};

describe('describeSystemFailure', () => {
  it('says what the system refused, where and why', () => {
    expect(failureOf(() => readFileSync('/nowhere/at/all'))).toBe(
      '/nowhere/at/all cannot be written or read: there is no such file or folder [ENOENT]',
    );
    const long = `/${'x'.repeat(300)}`;
    expect(
      failureOf(() => {
        mkdirSync(long);
      }),
    ).toBe(`${long} cannot be created: the name is too long [ENAMETOOLONG]`);
  });

  it('keeps the words of the system for what it does not know', () => {
    const error = Object.assign(new Error('EODD: odd, poke'), { code: 'EODD', syscall: 'poke' });
    expect(describeSystemFailure(error)).toEqual({
      text: 'poke: EODD: odd, poke [EODD]',
      status: EXIT.failure,
    });
    expect(describeSystemFailure(Object.assign(error, { path: 'a' }))).toMatchObject({
      text: 'a cannot be used (poke): EODD: odd, poke [EODD]',
    });
  });

  it.each(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'])('says what to do about %s', (code) => {
    const error = Object.assign(new Error(code), { code, syscall: 'open', path: 'out/a.json' });
    const failure = describeSystemFailure(error);
    expect(failure?.status).toBe(EXIT.unusableInput);
    expect(failure?.text).toMatch(
      /^out\/a\.json cannot be written or read: .*; (run|choose|move) /,
    );
  });

  it('does not speak for bugs', () => {
    expect(describeSystemFailure(new TypeError('x is not a function'))).toBeUndefined();
  });
});
