import type { LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a family that is on no dashboard',
      families: `
  bus:
    metrics:
      - {name: events_total, type: counter, help: Events.}
  other:
    metrics:
      - name: depth
        type: gauge
        help: Depth.
        alerts:
          - {alert: Deep, expr: depth > 5, for: 5m, severity: info, summary: Deep.}
`,
      finds: ['spec.yml:12:13 the alert "Deep" watches "depth", which no dashboard shows'],
    },
  ],
  passes: [
    {
      about: 'a histogram of which only recorded series are shown',
      families: `
  bus:
    metrics:
      - name: wait_seconds
        type: histogram
        help: Wait.
        alerts:
          - {alert: Slow, expr: "wait_seconds:p95_5m > 5", for: 5m, severity: info, summary: Slow.}
`,
    },
  ],
};
