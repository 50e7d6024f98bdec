import { bySlug } from '@g6/problems';

/** How the file of one dashboard differs from what would be generated. */
export interface Drift {
  readonly slug: string;
  /** The file does not exist. */
  readonly missing: boolean;
  /** The file exists, and is not a dashboard. */
  readonly unreadable: boolean;
  /** The file was generated from another spec. */
  readonly hash: boolean;
  /** Titles of panels with the same title and another signature. */
  readonly changed: readonly string[];
  /** Titles of panels that generation would add. */
  readonly added: readonly string[];
  /** Titles of panels that generation would remove. */
  readonly removed: readonly string[];
  /** The file was generated, and no plan asks for it. */
  readonly orphaned: boolean;
  /** None of the above, and something other than layout or metadata differs. */
  readonly edited: boolean;
}

/** A dashboard without drift, to be spread under what differs. */
export const NO_DRIFT: Omit<Drift, 'slug'> = {
  missing: false,
  unreadable: false,
  hash: false,
  changed: [],
  added: [],
  removed: [],
  orphaned: false,
  edited: false,
};

/** Whether there is any drift. */
export function hasDrift(drift: Drift): boolean {
  return driftTokens([drift]).length > 0;
}

/** The tokens that scripts match on, sorted by slug. */
export function driftTokens(drifts: readonly Drift[]): string[] {
  return bySlug(drifts).flatMap((drift) => [
    ...flag('missing', drift),
    ...flag('unreadable', drift),
    ...flag('hash', drift),
    ...count('changed', drift),
    ...count('added', drift),
    ...count('removed', drift),
    ...flag('orphaned', drift),
    ...flag('edited', drift),
  ]);
}

/** One line of JSON for each dashboard whose panels differ, between two marks. */
export function driftDetails(drifts: readonly Drift[]): string[] {
  const lines = bySlug(drifts)
    .filter((drift) => drift.changed.length + drift.added.length + drift.removed.length > 0)
    .map(({ slug, changed, added, removed }) =>
      JSON.stringify({
        slug,
        changed_titles: changed,
        added_titles: added,
        removed_titles: removed,
      }),
    );
  return ['DRIFT_DETAILS_BEGIN', ...lines, 'DRIFT_DETAILS_END'];
}

type FlagName = 'missing' | 'unreadable' | 'hash' | 'orphaned' | 'edited';
type CountName = 'changed' | 'added' | 'removed';

function flag(name: FlagName, drift: Drift): string[] {
  return drift[name] ? [`${name}:${drift.slug}`] : [];
}

function count(name: CountName, drift: Drift): string[] {
  return drift[name].length > 0 ? [`${name}:${drift.slug}:${drift[name].length}`] : [];
}
