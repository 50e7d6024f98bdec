import { textAt } from '@g6/inventory';
import { queryVariables } from '../dashboard-json';
import type { LintRule } from '../lint-rule';

/** Grafana's number for reloading a variable whenever the time range changes. */
const ON_TIME_RANGE_CHANGE = 2;

/** Values that exist in one time range need not exist in another. */
export const templateOnTimeChangeReload: LintRule = {
  name: 'template-on-time-change-reload',
  severity: 'warning',
  description: 'A template variable that is queried reloads when the time range changes.',
  check: ({ dashboards }) =>
    dashboards.flatMap(({ slug, json, place }) =>
      queryVariables(json)
        .filter(({ variable }) => variable['refresh'] !== ON_TIME_RANGE_CHANGE)
        .map(({ variable }) => ({
          place,
          slug,
          message: `the variable "${textAt(variable, 'name')}" of "${slug}" does not reload when the time range changes`,
        })),
    ),
};
