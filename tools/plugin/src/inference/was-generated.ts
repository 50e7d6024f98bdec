import { orphanDrift } from '@g6/dashboards';

/** Whether the file of a slug in this folder was generated. A module apart, to be loaded late. */
export function wasGenerated(folder: string, slug: string, metaKey: string | undefined): boolean {
  return orphanDrift(folder, slug, metaKey).orphaned;
}
