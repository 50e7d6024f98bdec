import { firstPanel, firstTarget, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a query with a datasource of its own',
      edit: (dashboard) => {
        firstTarget(dashboard)['datasource'] = { type: 'prometheus', uid: 'main' };
      },
      finds: [
        'spec.yml:5:9 the panel "events_total Rate (5m auto)" of "bus" asks the datasource "main" instead of ${datasource}',
      ],
    },
    {
      about: 'another datasource than the settings fix',
      datasourceUid: 'prometheus-main',
      edit: (dashboard) => {
        firstTarget(dashboard)['datasource'] = { type: 'prometheus', uid: 'main' };
      },
      finds: [
        'spec.yml:5:9 the panel "events_total Rate (5m auto)" of "bus" asks the datasource "main" instead of prometheus-main',
      ],
    },
    {
      about: 'a panel without one',
      edit: (dashboard) => {
        delete firstPanel(dashboard)['datasource'];
      },
      finds: [
        'spec.yml:5:9 the panel "events_total Rate (5m auto)" of "bus" asks no datasource instead of ${datasource}',
      ],
    },
  ],
  passes: [
    { about: 'a generated dashboard' },
    { about: 'a datasource that the settings fix', datasourceUid: 'prometheus-main' },
  ],
};
