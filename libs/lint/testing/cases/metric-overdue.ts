import type { LintCases } from '../lint-case';

/** A gauge that is to go, and a panel of another that reads it. */
const DEPRECATED = `
  bus:
    metrics:
      - name: depth
        type: gauge
        help: Depth.
        deprecated: {remove_after: 2027-03-31}
      - name: depth_bytes
        type: gauge
        help: Depth.
        panels: [{promql: depth * 2}]
`;

export const cases: LintCases = {
  fails: [
    {
      about: 'a metric and what reads it after the date',
      families: DEPRECATED,
      today: '2027-04-01',
      finds: [
        'spec.yml:8:36 "depth" was to go after 2027-03-31',
        'spec.yml:12:27 "depth" is deprecated, to go after 2027-03-31',
      ],
    },
  ],
  passes: [
    { about: 'the last day', families: DEPRECATED, today: '2027-03-31' },
    { about: 'a day that nobody knows', families: DEPRECATED },
  ],
};
