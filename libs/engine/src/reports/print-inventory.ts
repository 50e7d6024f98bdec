import { renderInventoryDiff } from '@g6/inventory';
import { count, hasErrors, statusOf } from '@g6/problems';
import { inventoryDiffRun, type InventorySides } from '../run/inventory-diff-run';
import { type InventoryRequest, inventoryRun } from '../run/inventory-run';
import { Printer, type Printout, type Shell } from './printer';

/** Exports a row for every panel to a file, or prints them. */
export function printInventory(request: InventoryRequest, shell: Shell): Printout {
  const printer = new Printer(shell);
  const { problems, rows, dashboards, text } = inventoryRun(request);
  if (shell.json === true) printer.json({ problems, dashboards, rows });
  else {
    printer.problems(problems);
    if (hasErrors(problems)) return printer.end(statusOf(problems));
    if (request.out === undefined) printer.text(text);
    else
      printer.notes(
        `${request.out}: ${count(rows.length, 'panel')} of ${count(dashboards, 'dashboard')}`,
      );
  }
  return printer.end(statusOf(problems));
}

/** Compares two inventories, and prints the difference; `jsonOut` gets it as JSON as well. */
export function printInventoryDiff(
  sides: InventorySides,
  jsonOut: string | undefined,
  shell: Shell,
): Printout {
  const printer = new Printer(shell);
  const { problems, diff, revision, status } = inventoryDiffRun(sides, jsonOut);
  if (shell.json === true) {
    printer.json({ problems, ...(revision === undefined ? {} : { revision }), ...diff });
    return printer.end(status);
  }
  printer.problems(problems, 'nothing was compared');
  if (!hasErrors(problems)) {
    if (revision !== undefined) printer.lines(`since ${revision.slice(0, 12)}:`);
    printer.text(renderInventoryDiff(diff));
  }
  return printer.end(status);
}
