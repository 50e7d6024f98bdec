import type { LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'no help, and an empty one',
      families: `
  bus:
    metrics:
      - {name: events_total, type: counter}
      - {name: drops_total, type: counter, help: ""}
`,
      finds: [
        'spec.yml:5:9 the metric "events_total" has no help',
        'spec.yml:6:9 the metric "drops_total" has no help',
      ],
    },
  ],
  passes: [{ about: 'a metric with help' }],
};
