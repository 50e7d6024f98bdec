import type { RuleCases } from '../rule-case';

/** What the rule finds, and what it passes. */
export const cases: RuleCases = {
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
