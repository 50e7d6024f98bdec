import type { LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'units of a metric, a panel and a cross-metric panel',
      families: `
  bus:
    metrics:
      - name: events_total
        type: counter
        help: Events.
        unit: event
        panels:
          - promql: sum(rate(events_total[5m]))
            unit: millis
`,
      efficiency: `
  - title: Ratio
    unit: ratio
    requires: [events_total]
    queries: [{expr: "sum(rate(events_total[5m]))"}]
`,
      finds: [
        'efficiency.yml:4:11 Grafana knows no unit "ratio", and would write it behind the value',
        'spec.yml:8:15 Grafana knows no unit "event", and would write it behind the value',
        'spec.yml:11:19 Grafana knows no unit "millis", and would write it behind the value',
      ],
    },
  ],
  passes: [
    {
      about: 'units of the list, and composed ones',
      families: `
  bus:
    metrics:
      - name: events_total
        type: counter
        help: Events.
        unit: ops
        panels:
          - {title: a, promql: "sum(rate(events_total[5m]))", unit: "suffix: events"}
          - {title: b, promql: "sum(rate(events_total[5m]))", unit: \u00b5s}
`,
    },
  ],
};
