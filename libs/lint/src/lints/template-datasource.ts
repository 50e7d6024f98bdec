import { DATASOURCE_TYPE } from '@g6/model';
import type { Lint } from '../lint';

/** A dashboard that fixes its datasource works in one installation only, unless the settings ask for that. */
export const templateDatasource: Lint = {
  name: 'template-datasource',
  severity: 'warning',
  description:
    'A dashboard offers a labelled variable for its Prometheus datasource, unless `datasourceUid` fixes it.',
  check: ({ dashboards, datasourceUid }) =>
    dashboards.flatMap(({ slug, variables, place }) => {
      if (datasourceUid !== undefined) return [];
      const variable = variables.find(({ type }) => type === 'datasource');
      const message = !variable
        ? 'has no variable for its datasource'
        : variable.query !== DATASOURCE_TYPE
          ? `has a datasource variable for "${variable.query}" instead of "${DATASOURCE_TYPE}"`
          : variable.label === ''
            ? 'has a datasource variable without a label'
            : undefined;
      return message === undefined
        ? []
        : [{ place, slug, message: `the dashboard "${slug}" ${message}` }];
    }),
};
