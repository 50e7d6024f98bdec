import type { YamlRef } from '@g6/yaml';

/** A dashboard that someone wants: which families, under which slug. */
export interface Plan {
  readonly slug: string;
  readonly title: string;
  readonly families: readonly string[];
  readonly description: string | undefined;
  readonly tags: readonly string[];
  /** Time range that the dashboard opens with, in Grafana's notation. */
  readonly time: { readonly from: string; readonly to: string };
  /** How often the dashboard reloads; the empty text turns it off. */
  readonly refresh: string;
  /** Folder in Grafana that the dashboard belongs to. */
  readonly folder: string | undefined;
  /** Whether the dashboard shows a graph of what each of its alerts watches; default false. */
  readonly alertPreview?: boolean;
  readonly ref: YamlRef;
}

/** The range of a plan that sets none. */
export const DEFAULT_TIME = { from: 'now-6h', to: 'now' } as const;

/** The slug's words, capitalised: `search_all` gives `Search All`. */
export function titleFromSlug(slug: string): string {
  return slug
    .split('_')
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
