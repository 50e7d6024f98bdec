import type { LintDashboard, Lint } from '../lint';

/** Grafana refuses a whole folder of dashboards when two in it have the same title. */
export const dashboardTitleDuplicate: Lint = {
  name: 'dashboard-title-duplicate',
  severity: 'error',
  description: 'No two dashboards have the same title.',
  check: ({ dashboards }) => {
    const first = new Map<string, LintDashboard>();
    return dashboards.flatMap((dashboard) => {
      const other = first.get(dashboard.title);
      if (!other) {
        first.set(dashboard.title, dashboard);
        return [];
      }
      return [
        {
          place: dashboard.place,
          message: `the dashboards "${other.slug}" and "${dashboard.slug}" are both titled "${dashboard.title}"`,
          hint: 'give one another title; in one folder, Grafana would refuse them all',
          slug: dashboard.slug,
        },
      ];
    });
  },
};
