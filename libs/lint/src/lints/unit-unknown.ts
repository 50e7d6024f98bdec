import { didYouMean } from '@g6/problems';
import type { YamlRef } from '@g6/yaml';
import { GRAFANA_UNITS, isGrafanaUnit } from '../grafana-units';
import { placeOf, type Lint } from '../lint';

/** Grafana shows a unit that it does not know as a text behind the bare number. */
export const unitUnknown: Lint = {
  name: 'unit-unknown',
  severity: 'warning',
  description: 'Grafana knows the unit.',
  check: ({ metrics, efficiency }) => {
    const written: { readonly unit: string | undefined; readonly ref: YamlRef }[] = [
      ...metrics,
      ...metrics.flatMap(({ panels }) => panels),
      ...efficiency,
    ];
    return written.flatMap(({ unit, ref }) => {
      if (unit === undefined || isGrafanaUnit(unit)) return [];
      return [
        {
          place: placeOf(ref, 'unit'),
          message: `Grafana knows no unit "${unit}", and would write it behind the value`,
          hint: didYouMean(unit, GRAFANA_UNITS) ?? `write "suffix:${unit}" if that is meant`,
        },
      ];
    });
  },
};
