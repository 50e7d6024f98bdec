import { PANEL_SOURCES } from '@g6/generation';
import { didYouMean, placelessProblem, type Problem } from '@g6/problems';
import { DEFAULT_COLUMNS, INVENTORY_COLUMNS, type InventoryColumn } from './inventory-rows';

/** The columns of an export, and a problem for each that does not exist or is named twice. */
export interface ColumnChoice {
  readonly columns: readonly InventoryColumn[];
  readonly problems: readonly Problem[];
}

/** Reads the columns that an export asks for; without any, these are the default ones. */
export function chooseColumns(asked: readonly string[] | undefined): ColumnChoice {
  if (asked === undefined) return { columns: DEFAULT_COLUMNS, problems: [] };
  if (asked.length === 0) {
    return { columns: [], problems: [optionProblem('no column is named; name at least one')] };
  }
  const problems = asked.flatMap((name, position) => {
    if (asked.indexOf(name) < position) {
      return [optionProblem(`the column "${name}" is asked for twice`)];
    }
    if (isColumn(name)) return [];
    const message = `unknown column "${name}"; there are ${INVENTORY_COLUMNS.join(', ')}`;
    return [optionProblem(message, didYouMean(name, INVENTORY_COLUMNS))];
  });
  return { columns: asked.filter(isColumn), problems };
}

function isColumn(name: string): name is InventoryColumn {
  return (INVENTORY_COLUMNS as readonly string[]).includes(name);
}

function optionProblem(message: string, hint?: string): Problem {
  return placelessProblem('--columns', 'option-value', message, hint);
}

/** The names that panels record as their source, in the order in which sources draft. */
export const SOURCE_NAMES: readonly string[] = PANEL_SOURCES.map(({ name }) => name);

/** The sources that an export keeps, undefined for all; a problem for each that does not exist. */
export interface SourceChoice {
  readonly sources: ReadonlySet<string> | undefined;
  readonly problems: readonly Problem[];
}

/** Reads the sources that an export asks for; panels can have `others` than those of the built-in profiles. */
export function chooseSources(
  asked: readonly string[] | undefined,
  others: readonly string[] = [],
): SourceChoice {
  if (asked === undefined) return { sources: undefined, problems: [] };
  const names = [...new Set([...SOURCE_NAMES, ...others])];
  const unknown = asked.filter((name) => !names.includes(name));
  const known = `known are ${names.join(', ')}`;
  const messages =
    asked.length === 0
      ? [{ message: `no source is named; ${known}`, hint: undefined }]
      : unknown.map((name) => ({
          message: `unknown source "${name}"; ${known}`,
          hint: didYouMean(name, names),
        }));
  const problems = messages.map(({ message, hint }) =>
    placelessProblem('--filter-source', 'option-value', message, hint),
  );
  return { sources: new Set(asked), problems };
}
