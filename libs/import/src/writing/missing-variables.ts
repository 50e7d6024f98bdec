import { DATASOURCE_VARIABLE } from '@g6/model';
import { didYouMean, type Position, type Problem } from '@g6/problems';
import { GLOBAL_VARIABLES, variablesIn } from '@g6/promql';
import type { FoundDashboard, FoundVariable } from '../dashboards/found-dashboard';
import { isPlanAnnotation } from './annotation-entry';
import { isPlanVariable } from './variable-entry';
import { isWritable } from './writable-panels';

/**
 * The dashboard with all variables that it names: Grafana takes a variable that a dashboard does not
 * have for text, `$Cluster` for "$Cluster", and a constant keeps it so.
 */
export function withMissingVariables(dashboard: FoundDashboard): {
  readonly complete: FoundDashboard;
  readonly problems: readonly Problem[];
} {
  const own = dashboard.variables.filter(isPlanVariable).map(({ name }) => name);
  const known = new Set([...own, DATASOURCE_VARIABLE, ...GLOBAL_VARIABLES]);
  const missing = new Map<string, Position>();
  for (const { name, place } of namesIn(dashboard)) {
    if (!known.has(name) && !missing.has(name)) missing.set(name, place);
  }
  if (missing.size === 0) return { complete: dashboard, problems: [] };
  const constants = [...missing].map(([name, place]) => constantOf(name, place));
  return {
    complete: { ...dashboard, variables: [...dashboard.variables, ...constants] },
    problems: [...missing].map(([name, place]) => problemOf(name, place, dashboard, own)),
  };
}

function namesIn(dashboard: FoundDashboard): { readonly name: string; readonly place: Position }[] {
  const names = (text: string, place: Position) =>
    variablesIn(text).map(({ name }) => ({ name, place }));
  const panels = dashboard.sections.flatMap((section) => section.panels.filter(isWritable));
  return [
    ...panels.flatMap(({ queries }) => queries.flatMap(({ expr, place }) => names(expr, place))),
    ...panels.flatMap(({ repeat, place }) => (repeat ? [{ name: repeat.variable, place }] : [])),
    ...dashboard.sections.flatMap(({ repeat, place }) =>
      repeat === undefined ? [] : [{ name: repeat, place }],
    ),
    ...dashboard.variables
      .filter(({ type }) => type === 'query')
      .flatMap(({ query = '', place }) => names(query, place)),
    ...dashboard.annotations
      .filter(isPlanAnnotation)
      .flatMap(({ expr = '' }) => names(expr, dashboard.place)),
  ];
}

function constantOf(name: string, place: Position): FoundVariable {
  return {
    ...{ type: 'constant', name, query: `$${name}`, hide: 'variable', sort: 'disabled' },
    ...{ refresh: 'never', multi: false, includeAll: false, current: [], source: {}, place },
  };
}

function problemOf(
  name: string,
  { file, line, column }: Position,
  { title }: FoundDashboard,
  own: readonly string[],
): Problem {
  const hint = didYouMean(name, own);
  return {
    ...{ file, line, column, code: 'variable-undefined', severity: 'warning' },
    message: `the dashboard "${title}" has no variable "${name}", which Grafana takes for text; the plan has a constant in its place`,
    ...(hint === undefined ? {} : { hint }),
  };
}
