import type { Lint } from '../lint';

/** Panel types that draw values on a scale; a table has a unit for each column, if any. */
const SCALED_TYPES = new Set([
  'timeseries',
  'stat',
  'gauge',
  'bargauge',
  'barchart',
  'heatmap',
  'histogram',
  'piechart',
]);

/** Without a unit, a reader must know the metric to tell milliseconds from bytes. */
export const panelUnits: Lint = {
  name: 'panel-units',
  severity: 'warning',
  description: 'Every panel that draws values has a unit.',
  check: ({ dashboards }) =>
    dashboards.flatMap(({ slug, panels }) =>
      panels
        .filter(({ type, unit = '' }) => SCALED_TYPES.has(type) && unit === '')
        .map((panel) => ({
          place: panel.place,
          slug,
          message: `the panel "${panel.title}" of "${slug}" has no unit`,
        })),
    ),
};
