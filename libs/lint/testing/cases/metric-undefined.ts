import { panelOf, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a name that is nearly one of the spec',
      families: panelOf('sum(rate(event_total[5m]))'),
      finds: ['spec.yml:10:30 nothing in the spec defines "event_total"'],
    },
    {
      about: 'a recorded series that no rule can be derived for',
      families: panelOf('events_total:p95_5m'),
      finds: ['spec.yml:10:21 nothing in the spec defines "events_total:p95_5m"'],
    },
  ],
  passes: [
    {
      about: 'histogram series, recorded series and series of Prometheus itself',
      families: `
  bus:
    metrics:
      - name: wait_seconds
        type: histogram
        help: Wait.
        panels:
          - promql: sum by (le) (rate(wait_seconds_bucket[5m]))
          - promql: wait_seconds:p95_5m
          - promql: sum(up) + count(ALERTS)
`,
    },
  ],
};
