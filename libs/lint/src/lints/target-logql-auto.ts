import { isLokiQuery } from '../panel-queries';
import type { Lint } from '../lint';

/** The range of a LogQL query; Loki fits it to the zoom only if it is `$__auto`. */
const FIXED_RANGE = /\[(?!\s*\$__auto\s*\])[^[\]]+\]/;

/** A fixed range drops lines between the steps of a long time range. */
export const targetLogqlAuto: Lint = {
  name: 'target-logql-auto',
  severity: 'warning',
  description: 'A Loki query uses `$__auto` as its range.',
  check: ({ dashboards }) =>
    dashboards.flatMap(({ slug, panels }) =>
      panels
        .filter((panel) =>
          panel.queries.some(
            (query) => isLokiQuery(query, panel) && FIXED_RANGE.test(query.expr ?? ''),
          ),
        )
        .map((panel) => ({
          place: panel.place,
          slug,
          message: `a LogQL query of the panel "${panel.title}" of "${slug}" has a fixed range`,
        })),
    ),
};
