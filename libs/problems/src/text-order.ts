/** Compares texts by code unit, which is the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorts items of dashboards by slug; the order within a dashboard stays. */
export function bySlug<Item extends { readonly slug: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => compareText(a.slug, b.slug));
}
