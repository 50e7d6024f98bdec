import { textAt } from '@g6/inventory';
import { isLokiTarget, targetsOf } from '../dashboard-json';
import type { LintRule } from '../lint-rule';

/** The range of a LogQL query; Loki steps it to the zoom only where it is `$__auto`. */
const FIXED_RANGE = /\[(?!\s*\$__auto\s*\])[^\]]+\]/;

/** A fixed range drops lines between the steps of a long time range. */
export const targetLogqlAuto: LintRule = {
  name: 'target-logql-auto',
  severity: 'warning',
  description: 'A query to Loki, if there is one after all, takes `$__auto` for its range.',
  check: ({ dashboards }) =>
    dashboards.flatMap(({ slug, panels }) =>
      panels
        .filter(({ json }) =>
          targetsOf(json).some(
            (target) => isLokiTarget(target, json) && FIXED_RANGE.test(textAt(target, 'expr')),
          ),
        )
        .map((panel) => ({
          place: panel.place,
          slug,
          message: `a LogQL query of the panel "${panel.title}" of "${slug}" has a fixed range`,
        })),
    ),
};
