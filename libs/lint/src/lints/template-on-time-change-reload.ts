import type { Lint } from '../lint';

/** Grafana's number for reloading a variable whenever the time range changes. */
const ON_TIME_RANGE_CHANGE = 2;

/** Values that exist in one time range need not exist in another. */
export const templateOnTimeChangeReload: Lint = {
  name: 'template-on-time-change-reload',
  severity: 'warning',
  description: 'A template variable with a query reloads when the time range changes.',
  check: ({ dashboards }) =>
    dashboards.flatMap(({ slug, variables, place }) =>
      variables
        .filter(({ type, refresh }) => type === 'query' && refresh !== ON_TIME_RANGE_CHANGE)
        .map(({ name }) => ({
          place,
          slug,
          message: `the variable "${name}" of "${slug}" does not reload when the time range changes`,
        })),
    ),
};
