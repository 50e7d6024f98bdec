import { type LintSubject, placeOf } from '@g6/lint';
import { traitsOf } from '@g6/model';
import { inTurn } from './ask-all';
import { type PlacedFinding, findingOf } from './check-finding';
import { type Gaps, selectAny, type ServerFacts } from './server-facts';
import { spellSeconds } from './time';

/** The range of each dashboard in seconds, by slug. */
export type DashboardRanges = ReadonlyMap<string, number>;

/** Finds former names that no dashboard would show any more, so that their entries can go. */
export async function renameFindings(
  { metrics, plans }: Pick<LintSubject, 'metrics' | 'plans'>,
  ranges: DashboardRanges,
  facts: ServerFacts,
  gaps: Gaps,
): Promise<PlacedFinding[]> {
  const findings: PlacedFinding[] = [];
  const renamed = metrics.filter(({ renamedFrom }) => renamedFrom.length > 0);
  await inTurn(renamed, async (metric) => {
    const shown = plans.filter(({ families }) => families.includes(metric.family));
    const range = longest(shown.map(({ slug }) => ranges.get(slug) ?? 0));
    const endings = traitsOf(metric.type)
      .series(metric)
      .map(({ suffix }) => suffix);
    await gaps.attempt(`the former names of ${metric.name}`, async () => {
      for (const [position, former] of metric.renamedFrom.entries()) {
        const window = spellSeconds(range);
        const names = endings.map((ending) => former + ending);
        if ((await facts.count(`present_over_time(${selectAny(names)}[${window}])`)) > 0) continue;
        const at = placeOf(metric.ref, 'renamed_from', position);
        const message = `"${former}" has had no sample for ${window}, the range of the dashboards of "${metric.name}"`;
        findings.push(findingOf('rename-finished', at, message, 'remove it from renamed_from'));
      }
    });
  });
  return findings;
}

/** Alerts and rules look back less than this. */
const SHORTEST = 6 * 3600;

function longest(ranges: readonly number[]): number {
  return Math.ceil(ranges.reduce((most, range) => Math.max(most, range), SHORTEST));
}
