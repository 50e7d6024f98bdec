/** Orders texts by code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What belongs to dashboards, in the order of their slugs; the order inside each stays. */
export function bySlug<Item extends { readonly slug: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => compareText(a.slug, b.slug));
}
