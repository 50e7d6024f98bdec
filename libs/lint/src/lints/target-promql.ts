import { promQueries } from '../panel-queries';
import type { Lint } from '../lint';

/** Prometheus refuses a query that it cannot read, and the panel shows an error. */
export const targetPromql: Lint = {
  name: 'target-promql',
  severity: 'error',
  description: 'Every Prometheus query of a panel is valid PromQL.',
  check: ({ dashboards, promql }) =>
    dashboards.flatMap(({ slug, panels }) =>
      panels.flatMap((panel) =>
        promQueries(panel).flatMap((expr) => {
          const [fault] = promql.analyze(expr).faults;
          if (!fault) return [];
          const message = `a query of the panel "${panel.title}" of "${slug}" is not valid: ${fault.message}`;
          return [{ place: panel.place, slug, message }];
        }),
      ),
    ),
};
