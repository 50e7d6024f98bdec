import { panelOf, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a range of a gauge, and a subquery',
      families: panelOf('sum(rate(depth[5m])) + sum(increase(depth[1h:1m]))', 'gauge', 'depth'),
      finds: [
        'spec.yml:10:30 "rate" is applied to the gauge "depth"',
        'spec.yml:10:57 "increase" is applied to the gauge "depth"',
      ],
    },
  ],
  passes: [
    {
      about: 'deriv of a gauge, and the rate at which it is sampled',
      families: panelOf(
        'deriv(depth[5m]) + rate(count_over_time(depth[5m])[1h:1m])',
        'gauge',
        'depth',
      ),
    },
  ],
};
