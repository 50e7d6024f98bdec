import { withVariables, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a selector that is not PromQL',
      edit: withVariables({ type: 'query', name: 'v', query: 'label_values(up{, job)' }),
      finds: [
        'plans.yml:2:5 the variable "v" of "bus" asks "label_values(up{, job)": the expression ends too early; a "}" is missing',
      ],
    },
    {
      about: 'a query that Grafana does not know',
      edit: withVariables({ type: 'query', name: 'v', query: 'values(up)' }),
      finds: [
        'plans.yml:2:5 the variable "v" of "bus" asks "values(up)": use label_values, label_names, metrics or query_result',
      ],
    },
  ],
  passes: [
    { about: 'a generated dashboard' },
    {
      about: 'values of a label of a metric',
      edit: withVariables({
        type: 'query',
        name: 'v',
        query: { query: 'label_values(up{a="b"}, job)' },
      }),
    },
    {
      about: 'values of a label whose name only UTF-8 names allow',
      edit: withVariables({
        type: 'query',
        name: 'v',
        query: 'label_values({"m.n", a="b"}, "k8s.pod")',
      }),
    },
    {
      about: 'values of a label, whatever the metric',
      edit: withVariables({ type: 'query', name: 'v', query: 'label_values(job)' }),
    },
  ],
};
