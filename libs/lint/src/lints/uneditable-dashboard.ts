import type { Lint } from '../lint';

/** An edit in Grafana would be lost with the next generation. */
export const uneditableDashboard: Lint = {
  name: 'uneditable-dashboard',
  severity: 'warning',
  description: 'A generated dashboard cannot be edited in Grafana.',
  check: ({ dashboards }) =>
    dashboards
      .filter(({ editable }) => editable !== false)
      .map(({ slug, place }) => ({
        place,
        slug,
        message: `the dashboard "${slug}" is editable`,
        hint: 'generate it again',
      })),
};
