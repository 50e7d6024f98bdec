import { type DashboardJson, isJsonObject, sortKeys } from '@g6/generation';
import { isSameQuery } from '@g6/promql';
import type { FoundPanel } from '../dashboards/found-dashboard';
import type { JsonObject } from '../dashboards/json-values';
import { furtherEntries, type FurtherEntries } from './further-entries';

export const NOTHING_FURTHER: FurtherEntries = { options: {}, properties: {} };

/** What generation does by itself, so that a plan need not say it. */
export interface ImpliedParts {
  /** Whether a variable of a label, by its name, asks for its values as it should. */
  readonly query: (variable: string) => boolean;
  /** Whether a panel, by its place in the plan, has the legend that it should. */
  readonly legend: (panel: number) => boolean;
  /** What no other key says of a panel, by its place in the plan. */
  readonly further: (panel: number) => FurtherEntries;
}

/** Finds what a plan that leaves all of it out has in common with one that says all of it. */
export function impliedParts(
  found: readonly FoundPanel[],
  stated: DashboardJson,
  bare: DashboardJson,
): ImpliedParts {
  const [left, right] = [queriesOf(stated), queriesOf(bare)];
  const [panels, others] = [panelsOf(stated), panelsOf(bare)];
  return {
    query: (name) => isSameValuesQuery(left.get(name), right.get(name)),
    legend: (at) => legendOf(panels[at]) === legendOf(others[at]),
    further: (at) => {
      const [panel, generated] = [found[at], panels[at]];
      return panel && generated ? furtherEntries(panel, generated) : NOTHING_FURTHER;
    },
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

/** The panels from top to bottom, without the rows. */
function panelsOf({ panels }: DashboardJson): JsonObject[] {
  return panels
    .flatMap((panel) => ('panels' in panel && panel.panels.length > 0 ? panel.panels : [panel]))
    .filter(({ type }) => type !== 'row')
    .map((panel) => panel as unknown as JsonObject);
}

function legendOf(panel: JsonObject | undefined): string {
  const options = panel?.['options'];
  return JSON.stringify(sortKeys(isJsonObject(options) ? options['legend'] : undefined) ?? null);
}
