import type { LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a counter with another ending',
      families: `
  bus:
    metrics:
      - {name: events, type: counter, help: Events.}
`,
      finds: ['spec.yml:5:16 the counter "events" does not end in "_total"'],
    },
  ],
  passes: [{ about: 'a counter that ends in _total' }],
};
