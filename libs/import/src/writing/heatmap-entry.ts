import type { FoundPanel } from '../dashboards/found-dashboard';
import { type JsonObject, objectOf, textOf } from '../dashboards/json-values';
import { withoutUndefined } from './metric-entry';

/** The unit that a plan gives to a heatmap, and the unit of the other of its two scales. */
interface HeatmapUnits {
  readonly own: string | undefined;
  readonly other: { readonly key: 'yAxis' | 'cellValues'; readonly unit: string } | undefined;
}

/**
 * A heatmap has a unit for its axis and one for its cells. A plan has one, which is that of the axis
 * if the queries ask for buckets, and else that of the cells.
 */
export function heatmapUnits({ options, queries, unit }: FoundPanel): HeatmapUnits {
  const axis = textOf(objectOf(options['yAxis'])['unit']);
  const cells = textOf(objectOf(options['cellValues'])['unit']);
  const isBucketed = queries.some(({ format }) => format === 'heatmap');
  const [own, key, other] = isBucketed
    ? ([axis ?? unit, 'cellValues', cells] as const)
    : ([cells, 'yAxis', axis] as const);
  return { own, other: other === undefined ? undefined : { key, unit: other } };
}

/** The options of a heatmap that no key of a plan says and without which it shows something else. */
export function heatmapOptions(panel: FoundPanel): JsonObject {
  const { calculate, calculation } = panel.options;
  const { other } = heatmapUnits(panel);
  return withoutUndefined({
    ...(calculate === true ? { calculate, calculation } : {}),
    ...(other ? { [other.key]: { unit: other.unit } } : {}),
  });
}
