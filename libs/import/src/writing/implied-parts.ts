import { type DashboardJson, isJsonObject, sortKeys } from '@g6/generation';
import { isSameQuery } from '@g6/promql';

/** What generation does by itself, so that a plan need not say it. */
export interface ImpliedParts {
  /** Whether a variable of a label, by its name, asks for its values as it should. */
  readonly query: (variable: string) => boolean;
  /** Whether a panel, by its place in the plan, has the legend that it should. */
  readonly legend: (panel: number) => boolean;
}

/** Finds what a plan that leaves all of it out has in common with one that says all of it. */
export function impliedParts(stated: DashboardJson, bare: DashboardJson): ImpliedParts {
  const [left, right] = [queriesOf(stated), queriesOf(bare)];
  const [legends, others] = [legendsOf(stated), legendsOf(bare)];
  return {
    query: (name) => isSameValuesQuery(left.get(name), right.get(name)),
    legend: (panel) => legends[panel] === others[panel],
  };
}

function queriesOf({ templating }: DashboardJson): ReadonlyMap<string, unknown> {
  return new Map((templating?.list ?? []).map(({ name, query }) => [name, query]));
}

/** Whether two queries for the values of a label ask the same series. */
function isSameValuesQuery(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  const [one, other] = [left, right].map((query) =>
    /^label_values\((.*),\s*(\w+)\s*\)$/s.exec(String(query).trim()),
  );
  return one?.[2] === other?.[2] && isSameQuery(one?.[1] ?? '', other?.[1] ?? ' ');
}

/** The legends of the panels from top to bottom, without the rows. */
function legendsOf({ panels }: DashboardJson): string[] {
  return panels
    .flatMap((panel) => ('panels' in panel && panel.panels.length > 0 ? panel.panels : [panel]))
    .filter(({ type }) => type !== 'row')
    .map((panel) => {
      const options: unknown = 'options' in panel ? panel.options : undefined;
      return JSON.stringify(
        sortKeys(isJsonObject(options) ? options['legend'] : undefined) ?? null,
      );
    });
}
