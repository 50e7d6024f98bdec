import { isRow } from '../panel-queries';
import type { Lint } from '../lint';

/** A panel that asks nothing shows nothing; rows and texts are not there to ask. */
export const panelNoTargets: Lint = {
  name: 'panel-no-targets',
  severity: 'error',
  description: 'Every panel that shows data has at least one query.',
  check: ({ dashboards }) =>
    dashboards.flatMap(({ slug, panels }) =>
      panels
        .filter((panel) => !isRow(panel) && panel.type !== 'text')
        .filter((panel) => panel.queries.length === 0)
        .map((panel) => ({
          place: panel.place,
          slug,
          message: `the panel "${panel.title}" of "${slug}" has no query`,
        })),
    ),
};
