import type { LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a counter in an alert and a series of a histogram in a panel',
      families: `
  bus:
    metrics:
      - name: events_total
        type: counter
        help: Events.
        alerts:
          - {alert: Many, expr: sum(events_total) > 5, for: 5m, severity: info, summary: Many.}
      - name: wait_seconds
        type: histogram
        help: Wait.
        panels:
          - promql: wait_seconds_count
`,
      finds: [
        'spec.yml:9:37 the counter "events_total" is read without rate or increase',
        'spec.yml:14:21 the counter "wait_seconds_count" is read without rate or increase',
      ],
    },
  ],
  passes: [
    {
      about: 'rates, counts of series and tests for presence',
      families: `
  bus:
    metrics:
      - name: events_total
        type: counter
        help: Events.
        labels: [bus]
        panels:
          - promql: sum(increase(events_total[1h]))
          - promql: count(events_total)
          - promql: absent(events_total)
`,
    },
  ],
};
