import type { Lint } from '../lint';

/** Past this many panels nobody finds anything, and a browser takes its time. */
const MOST_PANELS = 100;

/** The profile `standard` drops no panel, so the advice to split takes the place of caps. */
export const dashboardTooLarge: Lint = {
  name: 'dashboard-too-large',
  severity: 'warning',
  description: `A dashboard has at most ${MOST_PANELS} panels.`,
  check: ({ dashboards }) =>
    dashboards.flatMap(({ slug, panels, place }) => {
      const count = panels.filter(({ type }) => type !== 'row').length;
      if (count <= MOST_PANELS) return [];
      return [
        {
          place,
          slug,
          message: `the dashboard "${slug}" has ${count} panels, more than ${MOST_PANELS}`,
          hint: 'split it: give some of its families a plan of their own',
        },
      ];
    }),
};
