import { withVariables, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'no variable',
      edit: withVariables(),
      finds: ['plans.yml:2:5 the dashboard "bus" has no variable for its datasource'],
    },
    {
      about: 'a variable for another kind of datasource',
      edit: withVariables({ type: 'datasource', query: 'loki', label: 'Logs' }),
      finds: [
        'plans.yml:2:5 the dashboard "bus" has a datasource variable for "loki" instead of "prometheus"',
      ],
    },
    {
      about: 'a variable without a label',
      edit: withVariables({ type: 'datasource', query: 'prometheus' }),
      finds: ['plans.yml:2:5 the dashboard "bus" has a datasource variable without a label'],
    },
  ],
  passes: [
    { about: 'a generated dashboard' },
    { about: 'a datasource that the settings fix', datasourceUid: 'prometheus-main' },
  ],
};
