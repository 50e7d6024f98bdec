import { isCumulative, type SpecIndex } from '@g6/model';
import type { SeriesReference } from './series-references';

/** The counters that tell how a backlog is worked off, by backlog; one that is ambiguous has several. */
export type CompanionCounters = ReadonlyMap<string, readonly string[]>;

/**
 * Finds the counter that belongs to each backlog: a panel that reads an estimate of the backlog
 * names the counter among the metrics that it requires. So the catalogue decides, and no code knows
 * a metric by name.
 */
export function companionCounters(
  references: readonly SeriesReference[],
  index: SpecIndex,
): CompanionCounters {
  const companions = new Map<string, readonly string[]>();
  for (const { series, requires } of references) {
    const recorded = index.recorded(series);
    if (recorded?.form.kind !== 'eta_minutes' || !requires) continue;
    const counters = requires.filter((name) => isCumulative(index.exposed(name)));
    const known = companions.get(recorded.metric.name) ?? [];
    companions.set(recorded.metric.name, [...new Set([...known, ...counters])]);
  }
  return companions;
}
