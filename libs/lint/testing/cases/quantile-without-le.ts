import { panelOf, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a grouping that drops the buckets',
      families: panelOf(
        'histogram_quantile(0.95, sum by (bus) (rate(wait_seconds_bucket[5m])))',
        'histogram',
        'wait_seconds',
      ),
      finds: ['spec.yml:10:46 histogram_quantile is given series without the label "le"'],
    },
  ],
  passes: [
    {
      about: 'a grouping that keeps them, and none at all',
      families: panelOf(
        'histogram_quantile(0.9, sum by (le) (rate(wait_seconds_bucket[5m]))) / histogram_quantile(0.5, rate(wait_seconds_bucket[5m]))',
        'histogram',
        'wait_seconds',
      ),
    },
    {
      about: 'a native histogram, whose samples hold the buckets',
      families: `  bus:
    metrics:
      - name: wait_seconds
        type: histogram
        native: true
        help: Time that an event waits.
        panels: [{title: Wait, promql: 'histogram_quantile(0.9, sum(rate(wait_seconds[5m])))'}]
`,
    },
  ],
};
