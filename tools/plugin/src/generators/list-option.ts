/** A list as Nx hands it on: comma-separated in one text, or an item for each time it was given. */
export type ListOption = string | number | readonly (string | number)[];

/** The items of a list option, without white space and empty ones; undefined if there are none. */
export function listOption(value: ListOption | undefined): string[] | undefined {
  if (value === undefined) return undefined;
  const parts = typeof value === 'object' ? value : [value];
  const items = parts
    .flatMap((part) => String(part).split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items.length === 0 ? undefined : items;
}

/** A text option; undefined if it was left empty. */
export function textOption(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === '' ? undefined : text;
}

/** An option whose values may have commas in them: a text, or an item for each time it was given. */
export type RepeatedOption = string | readonly string[];

/** The values of an option that may be repeated, as they were given; undefined if there are none. */
export function repeatedOption(value: RepeatedOption | undefined): string[] | undefined {
  const items = (typeof value === 'string' ? [value] : (value ?? [])).map((item) => item.trim());
  const given = items.filter((item) => item !== '');
  return given.length === 0 ? undefined : given;
}

/** Sources of an import. Files may be separated by commas; an address may have commas of its own. */
export function sourcesOption(value: RepeatedOption | undefined): string[] {
  return (repeatedOption(value) ?? []).flatMap((item) =>
    item.includes('://') ? [item] : (listOption(item) ?? []),
  );
}
