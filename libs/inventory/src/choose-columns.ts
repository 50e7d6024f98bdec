import { didYouMean, placelessProblem, type Problem } from '@g6/problems';
import { DEFAULT_COLUMNS, INVENTORY_COLUMNS, type InventoryColumn } from './inventory-row';

/** The columns of an export, and a problem for each that does not exist or stands twice. */
export interface ColumnChoice {
  readonly columns: readonly InventoryColumn[];
  readonly problems: readonly Problem[];
}

/** Reads the columns that an export asks for; none asked for gives the default ones. */
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
