import { firstPanel, type RuleCases } from '../rule-case';

/** What the rule finds, and what it passes. */
export const cases: RuleCases = {
  fails: [
    {
      about: 'a panel without queries',
      edit: (dashboard) => {
        firstPanel(dashboard)['targets'] = [];
      },
      finds: ['spec.yml:5:9 the panel "events_total Rate (5m auto)" of "bus" has no query'],
    },
  ],
  passes: [
    { about: 'a generated dashboard' },
    {
      about: 'a row and a text',
      edit: (dashboard) => {
        dashboard['panels'] = [
          { type: 'row', title: 'Row' },
          { type: 'text', title: 'Text', description: 'Text.' },
        ];
      },
    },
  ],
};
