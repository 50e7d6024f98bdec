import { isLokiQuery } from '../panel-queries';
import type { Lint } from '../lint';

/** A metrics spec holds PromQL only, so a query to Loki cannot come from it. */
export const targetLogql: Lint = {
  name: 'target-logql',
  severity: 'error',
  description: 'No panel of a generated dashboard queries Loki.',
  check: ({ dashboards }) =>
    dashboards.flatMap(({ slug, panels }) =>
      panels
        .filter((panel) => panel.queries.some((query) => isLokiQuery(query, panel)))
        .map((panel) => ({
          place: panel.place,
          slug,
          message: `the panel "${panel.title}" of "${slug}" asks Loki`,
          hint: 'write what the panel should show into the spec, as PromQL',
        })),
    ),
};
