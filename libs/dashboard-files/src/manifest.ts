import { stableJson } from '@g6/generation';

/** The entry of one plan in the manifest. */
export interface ManifestEntry {
  readonly slug: string;
  readonly uid: string;
  readonly families: readonly string[];
  /** Panels of the dashboard, rows included; 0 for a plan that a partial run left out. */
  readonly panel_count: number;
  /** Folder in Grafana that the plan asks for. */
  readonly folder?: string;
}

/** The list of dashboards that one run was for. */
export interface Manifest {
  /** First 16 hex digits of the spec's hash. */
  readonly spec_hash: string;
  /** Seconds since 1970 at which anything else in the manifest last changed. */
  readonly generated_at_unix: number;
  readonly count: number;
  readonly dashboards: readonly ManifestEntry[];
}

/**
 * Writes the manifest's text. The time moves only when something else does, so that a run that
 * changes nothing leaves the file alone; line ends and spaces do not count.
 */
export function manifestText(
  content: Omit<Manifest, 'generated_at_unix'>,
  previous: string | undefined,
  now: number,
): string {
  const before = previous === undefined ? undefined : parse(previous);
  const time = before?.generated_at_unix;
  if (Number.isSafeInteger(time)) {
    const unchanged = stableJson({ ...content, generated_at_unix: time });
    if (stableJson(before) === unchanged) return unchanged;
  }
  return stableJson({ ...content, generated_at_unix: now });
}

function parse(text: string): Partial<Manifest> | undefined {
  try {
    return (JSON.parse(text) as Partial<Manifest> | null) ?? undefined;
  } catch {
    return undefined;
  }
}
