import { firstPanel, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
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
