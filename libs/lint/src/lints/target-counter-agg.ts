import { promQueries } from '../panel-queries';
import type { Lint } from '../lint';
import { isBareCounter, selectorUses } from '../selector-uses';

/**
 * Judges a series by the ending of its name, because nothing else is known of a metric that the spec
 * does not define; those that it does are for `counter-without-rate`, which goes by their type.
 */
export const targetCounterAgg: Lint = {
  name: 'target-counter-agg',
  severity: 'warning',
  description:
    'A panel reads a series named `…_total` that the spec does not define through `rate` or `increase`.',
  check: ({ dashboards, promql, index }) =>
    dashboards.flatMap(({ slug, panels }) =>
      panels.flatMap((panel) =>
        promQueries(panel)
          .flatMap((expr) => selectorUses(promql.analyze(expr).promql))
          .filter((use) => use.name.endsWith('_total') && !index.defines(use.name))
          .filter(isBareCounter)
          .map(({ name }) => ({
            place: panel.place,
            slug,
            message: `the panel "${panel.title}" of "${slug}" reads the counter "${name}" without rate or increase`,
          })),
      ),
    ),
};
