import { DATASOURCE_TYPE } from '@g6/model';
import { textAt } from '@g6/inventory';
import { variablesOf } from '../dashboard-json';
import type { LintRule } from '../lint-rule';

/** A dashboard that fixes its datasource works in one installation only. */
export const templateDatasource: LintRule = {
  name: 'template-datasource',
  severity: 'warning',
  description: 'A dashboard offers a labelled variable for its Prometheus datasource.',
  check: ({ dashboards }) =>
    dashboards.flatMap(({ slug, json, place }) => {
      const variable = variablesOf(json).find(({ type }) => type === 'datasource');
      const message = !variable
        ? 'has no variable for its datasource'
        : textAt(variable, 'query') !== DATASOURCE_TYPE
          ? `has a datasource variable for "${textAt(variable, 'query')}" instead of "${DATASOURCE_TYPE}"`
          : textAt(variable, 'label') === ''
            ? 'has a datasource variable without a label'
            : undefined;
      return message === undefined
        ? []
        : [{ place, slug, message: `the dashboard "${slug}" ${message}` }];
    }),
};
