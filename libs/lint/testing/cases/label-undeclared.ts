import { panelOf, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'labels in a grouping and a matcher',
      families: panelOf('sum by (buss) (rate(events_total{kind="x"}[5m]))'),
      finds: [
        'spec.yml:10:29 "events_total" declares no label "buss"',
        'spec.yml:10:54 "events_total" declares no label "kind"',
      ],
    },
    {
      about: 'a legend',
      efficiency: `
  - title: Per bus
    requires: [events_total]
    queries:
      - expr: sum by (bus) (rate(events_total[5m]))
        legend: "{{bus}} {{kind}}"
`,
      finds: [
        'efficiency.yml:7:17 the legend shows the label "kind", which the query\'s series do not carry',
      ],
    },
  ],
  passes: [
    {
      about: 'declared labels, labels of the scrape and labels that the expression writes',
      families: panelOf(
        `'sum by (bus, job, x) (label_replace(rate(events_total{bus!=""}[5m]), "x", "$1", "bus", "(.*)"))'`,
      ),
    },
  ],
};
