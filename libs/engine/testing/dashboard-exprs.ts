/** The part of a dashboard that asks queries. */
export interface AskingDashboard {
  readonly panels: readonly { readonly targets?: readonly object[] | undefined }[];
  readonly annotations?: { readonly list?: readonly object[] | undefined } | undefined;
}

/** Every PromQL expression of a dashboard: those of its panels and those of its annotations. */
export function dashboardExprs({ panels, annotations }: AskingDashboard): string[] {
  const asking = [...panels.flatMap(({ targets }) => targets ?? []), ...(annotations?.list ?? [])];
  return asking.flatMap((query) => ('expr' in query ? [String(query.expr)] : []));
}
