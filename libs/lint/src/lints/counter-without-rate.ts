import { isCumulative } from '@g6/model';
import { placeInText, type Lint } from '../lint';
import { isBareCounter, selectorUses } from '../selector-uses';

/** A counter's bare value depends on when its process started, and says nothing by itself. */
export const counterWithoutRate: Lint = {
  name: 'counter-without-rate',
  severity: 'warning',
  description: 'Queries read counters and histogram series through `rate` or `increase`.',
  check: ({ expressions, index }) =>
    expressions.flatMap(({ analysis, ref }) =>
      selectorUses(analysis.promql)
        .filter((use) => isCumulative(index.exposed(use.name)) && isBareCounter(use))
        .map(({ name, from }) => ({
          place: placeInText(ref, from),
          message: `the counter "${name}" is read without rate or increase`,
          hint: `write for example rate(${name}[5m])`,
        })),
    ),
};
