import type { LintCases } from '../lint-case';

const DEPRECATED = '{since: "2.1", use: depth_bytes, remove_after: 2027-03-31}';

/** A deprecated gauge, and a panel of another gauge, whose query stands on line 13. */
const readBy = (promql: string) => `
  bus:
    metrics:
      - name: depth
        type: gauge
        help: Depth.
        deprecated: ${DEPRECATED}
        panels: [{promql: max(depth)}]
      - name: depth_bytes
        type: gauge
        help: Depth.
        panels: [{promql: ${promql}}]
`;

export const cases: LintCases = {
  fails: [
    {
      about: 'a panel of another metric that reads it',
      families: readBy('depth / depth_bytes'),
      finds: ['spec.yml:13:27 "depth" is deprecated since 2.1, to go after 2027-03-31'],
    },
    {
      about: 'a panel of a plan on its last day',
      families: readBy('depth_bytes'),
      plans: ['{slug: bus, families: [bus], panels: [{title: A, promql: min(depth)}]}'],
      today: '2027-03-31',
      finds: ['plans.yml:2:66 "depth" is deprecated since 2.1, to go after 2027-03-31'],
    },
    {
      about: 'a recording rule that reads it',
      families: `
  bus:
    recording_rules:
      - {record: "job:depth:max", expr: max by (job) (depth)}
    metrics:
      - {name: depth, type: gauge, help: Depth., deprecated: {}}
`,
      finds: ['spec.yml:5:55 "depth" is deprecated'],
    },
  ],
  passes: [
    { about: 'its own panels', families: readBy('depth_bytes') },
    { about: 'a date that is past', families: readBy('depth'), today: '2027-04-01' },
  ],
};
