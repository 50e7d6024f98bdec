import { isJsonObject, type JsonObject, stableJson } from '@g6/generation';
import { MANIFEST_FILE } from '@g6/model';
import { type Drift, NO_DRIFT } from './drift';
import type { ManifestEntry } from './manifest';

/** The manifest in drift tokens; no dashboard can have this slug. */
const MANIFEST = MANIFEST_FILE.replace(/\.json$/, '');

/**
 * Compares the file of the manifest with what would be written; the time of generation does not count.
 * `only` leaves every entry out of account but those of some slugs. A count of 0 is not compared: a
 * partial run writes it for the plans that it left out.
 */
export function compareManifest(
  generated: string,
  found: string | undefined,
  only?: readonly string[],
): Drift {
  const drift = { slug: MANIFEST, ...NO_DRIFT };
  if (found === undefined) return { ...drift, missing: true };
  const actual = parseManifest(found);
  if (!actual) return { ...drift, unreadable: true };
  const expected = parseManifest(generated) as ReadManifest;
  const counts = (slug: string) => only === undefined || only.includes(slug);
  const [wanted, there] = [expected, actual].map(({ entries }) =>
    entries.filter(({ slug }) => counts(slug)),
  ) as [ManifestEntry[], ManifestEntry[]];
  const entryOf = (slug: string) => there.find((entry) => entry.slug === slug);
  const without = (from: readonly ManifestEntry[], others: readonly ManifestEntry[]) =>
    from.map(({ slug }) => slug).filter((slug) => !others.some((other) => other.slug === slug));
  const compared = {
    ...drift,
    hash: expected.specHash !== actual.specHash,
    changed: wanted
      .filter((entry) => {
        const other = entryOf(entry.slug);
        return other !== undefined && !isSameEntry(entry, other);
      })
      .map(({ slug }) => slug),
    added: without(wanted, there),
    removed: without(there, wanted),
  };
  const same = !compared.hash && compared.changed.length + compared.added.length === 0;
  const whole = only === undefined && same && compared.removed.length === 0;
  return { ...compared, edited: whole && restOf(expected.rest) !== restOf(actual.rest) };
}

interface ReadManifest {
  readonly specHash: unknown;
  readonly entries: readonly ManifestEntry[];
  /** Everything else that is said of all dashboards. */
  readonly rest: JsonObject;
}

function parseManifest(text: string): ReadManifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value) || !Array.isArray(value['dashboards'])) return undefined;
  const { dashboards, spec_hash: specHash, generated_at_unix: _, ...rest } = value;
  const entries = dashboards as ManifestEntry[];
  return entries.every(isJsonObject) ? { specHash, entries, rest } : undefined;
}

function isSameEntry(wanted: ManifestEntry, found: ManifestEntry): boolean {
  const counted = wanted.panel_count !== 0 && found.panel_count !== 0;
  const count = (entry: ManifestEntry) => (counted ? entry.panel_count : 0);
  return (
    stableJson({ ...wanted, panel_count: count(wanted) }) ===
    stableJson({ ...found, panel_count: count(found) })
  );
}

function restOf(rest: JsonObject): string {
  return stableJson(rest);
}
