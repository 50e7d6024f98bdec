/**
 * Adds the items of lists to a list. `push(...items)` hands each item over as an argument, and ends
 * with a full stack if there are more than some 100,000.
 */
export function addAll<Item>(list: Item[], ...others: readonly Iterable<Item>[]): void {
  for (const items of others) {
    for (const item of items) list.push(item);
  }
}
