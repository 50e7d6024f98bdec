import type { Position } from '@g6/problems';
import { joinFamilies } from '../exposition/join-families';
import { SeriesTally } from '../exposition/series-tally';
import type { FoundMetric } from '../found-metric';
import { ProblemList } from '../problem-list';
import type { MetricMetadata } from './read-metadata';
import type { Series } from './read-series';

/** Metrics that a server knows, with the labels that it has stored. */
export interface ServerMetrics {
  readonly metrics: readonly FoundMetric[];
  readonly problems: ProblemList['problems'];
}

/**
 * Joins the metadata and the series of a server into metrics, as the reading of an exposition does:
 * `x_bucket` belongs to the histogram `x`. Names without metadata have an unknown type.
 */
export function tallySeries(
  url: string,
  metadata: readonly MetricMetadata[],
  series: Iterable<Series>,
): ServerMetrics {
  const place: Position = { file: url, line: 0, column: 0 };
  const tallies = new Map<string, SeriesTally>();
  for (const labels of series) {
    const { __name__: name } = labels;
    if (name === undefined) continue;
    let tally = tallies.get(name);
    if (!tally) tallies.set(name, (tally = new SeriesTally(name, place)));
    const own = Object.entries(labels).filter(([label]) => label !== '__name__');
    tally.add(
      own.map(([label, value]) => ({ name: label, value, at: 0 })),
      false,
    );
  }
  const declarations = new Map(metadata.map((entry) => [entry.name, { ...entry, place }]));
  const list = new ProblemList();
  const metrics = joinFamilies({ declarations, tallies, openMetrics: false }, list);
  return { metrics, problems: list.problems };
}
