import { panelOf, type LintCases } from '../lint-case';

const QUANTILE = "{values: ['0.5', '0.9'], name: quantile}";

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a variable that no query names',
      plans: [`{slug: bus, families: [bus], variables: [bus, ${QUANTILE}]}`],
      finds: ['plans.yml:2:51 nothing on the dashboard "bus" reads the variable "quantile"'],
    },
    {
      about: 'a variable that somebody added by hand',
      edit: (dashboard) => {
        dashboard['templating'] = { list: [{ type: 'custom', name: 'zone', query: 'a,b' }] };
      },
      finds: ['plans.yml:2:5 nothing on the dashboard "bus" reads the variable "zone"'],
    },
  ],
  passes: [
    {
      about: 'a label, whose filter is injected',
      plans: ['{slug: bus, families: [bus], variables: [bus]}'],
    },
    {
      about: 'a variable in a query',
      families: panelOf('topk($top, rate(events_total[5m]))'),
      plans: ["{slug: bus, families: [bus], variables: [{values: ['3', '5'], name: top}]}"],
    },
    {
      about: 'a variable by which a section is repeated',
      plans: [
        "{slug: bus, families: [bus], variables: [{values: [a, b], name: zone}], sections: [{title: '$zone', repeat: zone, families: [bus]}]}",
      ],
    },
    {
      about: 'filters that readers add',
      plans: ['{slug: bus, families: [bus], variables: [{adhoc: true, name: more}]}'],
    },
  ],
};
