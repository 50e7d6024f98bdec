import { lintCase } from '../../testing/lint-case';

const hintOf = (name: string) => {
  const families = `\n  bus:\n    metrics:\n      - {name: ${name}, type: counter, help: Events., labels: [bus]}\n`;
  return lintCase({ about: name, families }).find(({ rule }) => rule === 'counter-suffix')?.hint;
};

describe('counter-suffix', () => {
  it('advises another name, and never one for a series of a histogram or summary', () => {
    expect(hintOf('events')).toBe('rename it to events_total where it is instrumented, then here');
    expect(hintOf('x_seconds_sum')).toBe(
      'if it is a series of a histogram or summary, declare that as "x_seconds"',
    );
    expect(hintOf('x_total')).toBeUndefined();
  });

  it('leaves recorded series alone, which nothing instruments', () => {
    expect(hintOf('"node:up:count"')).toBeUndefined();
  });
});
