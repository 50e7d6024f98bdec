import { withoutStackTraces } from './without-stack-traces';

describe('withoutStackTraces', () => {
  it('returns what the function returns, and makes errors without a stack', () => {
    const error = withoutStackTraces(() => new Error('unread'));
    expect(error.stack).toBe('Error: unread');
    expect(new Error('read').stack).toContain('without-stack-traces.test');
  });

  it('lets errors through, and stack traces come back', () => {
    expect(() =>
      withoutStackTraces(() => {
        throw new Error('failed');
      }),
    ).toThrow('failed');
    expect(new Error('read').stack).toContain('without-stack-traces.test');
  });
});
