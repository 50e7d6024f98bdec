import type { FilePanel, FileQuery } from '@g6/dashboard-files';

/** The PromQL of a panel's queries; those to Loki are not among them. */
export function promQueries(panel: FilePanel): string[] {
  return panel.queries.filter((query) => !isLokiQuery(query, panel)).map(({ expr = '' }) => expr);
}

/** Whether a query goes to Loki, by itself or with its panel. */
export function isLokiQuery(query: FileQuery, panel: FilePanel): boolean {
  return (query.datasource ?? panel.datasource)?.type === 'loki';
}

/** Whether a panel is a row, which holds or heads others. */
export function isRow({ type }: { readonly type: string }): boolean {
  return type === 'row';
}
