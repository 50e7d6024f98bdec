import type { DashboardJson, PanelJson } from '@g6/generation';
import type { PrometheusServer, QueryAnswer, QueryResult } from './prometheus-server';

/** The results of the panels of one dashboard, by title. */
export interface DashboardReport {
  readonly slug: string;
  readonly withData: readonly string[];
  readonly empty: readonly string[];
  /** Each with what Prometheus said. */
  readonly failing: readonly string[];
  /** Names that two series of a panel share in its legend, with the panel's title. */
  readonly sharedNames: readonly string[];
  /** Columns that no row of a table has, with the table's title. */
  readonly lackingColumns: readonly string[];
}

interface Target {
  readonly expr: string;
  readonly instant: boolean;
  readonly legendFormat: string;
}

/** Runs every query of a dashboard as Grafana would, with these values of its variables. */
export async function queryDashboard(
  slug: string,
  dashboard: DashboardJson,
  prometheus: PrometheusServer,
  variables: Readonly<Record<string, string>> = {},
): Promise<DashboardReport> {
  const withData: string[] = [];
  const empty: string[] = [];
  const failing: string[] = [];
  const sharedNames: string[] = [];
  const lackingColumns: string[] = [];
  const panels = dashboard.panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  const queried = panels.filter(({ targets }) => targets && targets.length > 0);
  await Promise.all(
    queried.map(async (panel) => {
      const title = panel.title ?? '';
      const targets = targetsOf(panel);
      const answers = await Promise.all(
        targets.map((target) => ask(target, dashboard, prometheus, variables)),
      );
      const errors = answers.flatMap(({ error }) => error ?? []);
      const results = answers.map((answer) => answer.result ?? []);
      if (errors.length > 0) failing.push(`${title}: ${errors.join('; ')}`);
      else if (results.some((result) => !result.some(hasSample))) empty.push(title);
      else withData.push(title);
      if (panel.type === 'table') {
        lackingColumns.push(...lacking(panel, results.flat()).map((name) => `${title}: ${name}`));
      } else {
        const names = targets.flatMap((target, index) => namesOf(target, results[index] ?? []));
        sharedNames.push(...repeated(names).map((name) => `${title}: ${name}`));
      }
    }),
  );
  return { slug, withData, empty, failing, sharedNames, lackingColumns };
}

/** The results of all queries of a panel, as Grafana would ask them. */
export async function resultsOf(
  panel: PanelJson,
  dashboard: DashboardJson,
  prometheus: PrometheusServer,
  variables: Readonly<Record<string, string>> = {},
): Promise<QueryResult[]> {
  const answers = await Promise.all(
    targetsOf(panel).map((target) => ask(target, dashboard, prometheus, variables)),
  );
  return answers.flatMap(({ result = [] }) => result);
}

/** One line for each dashboard, and one for each panel that is not as it should be. */
export function reportText(reports: readonly DashboardReport[]): string {
  const lines = reports.flatMap((report) => [
    `${report.slug.padEnd(26)} ${report.withData.length} with data, ${report.empty.length} empty, ${report.failing.length} failing`,
    ...report.empty.map((title) => `  empty: ${title}`),
    ...report.failing.map((title) => `  failing: ${title}`),
    ...report.sharedNames.map((name) => `  one name for several series: ${name}`),
    ...report.lackingColumns.map((column) => `  no such column: ${column}`),
  ]);
  return `${lines.join('\n')}\n`;
}

function targetsOf(panel: PanelJson): Target[] {
  return (panel.targets ?? []) as unknown as Target[];
}

/** Grafana's shortest step for six hours on a panel of ordinary width. */
const STEP = 30;

async function ask(
  { expr, instant }: Target,
  { time }: DashboardJson,
  prometheus: PrometheusServer,
  variables: Readonly<Record<string, string>>,
): Promise<QueryAnswer> {
  const seconds = secondsOf(time?.from ?? 'now-6h');
  const resolved = expr
    .replaceAll(/\$\{?__rate_interval\}?/g, `${STEP * 4}s`)
    .replaceAll(/\$\{?__interval\}?/g, `${STEP}s`)
    .replaceAll(/\$\{?__range\}?/g, `${seconds}s`)
    .replaceAll(/\$(\w+)/g, (written, name: string) => variables[name] ?? written);
  return instant
    ? prometheus.queryInstant(resolved)
    : prometheus.queryRange(resolved, seconds, STEP);
}

const UNIT_SECONDS: Record<string, number> = { m: 60, h: 3600, d: 86_400 };

function secondsOf(from: string): number {
  const [, count, unit] = /^now-([0-9]+)([mhd])$/.exec(from) ?? [];
  const seconds = Number(count) * (UNIT_SECONDS[unit ?? ''] ?? NaN);
  if (Number.isNaN(seconds)) throw new Error(`cannot tell how long ago ${from} is`);
  return seconds;
}

/** The names of a query's series in a legend; Grafana's own are made of all labels, and so differ. */
function namesOf({ legendFormat }: Target, results: readonly QueryResult[]): string[] {
  return results.map(({ metric }) =>
    legendFormat === '__auto'
      ? JSON.stringify(Object.entries(metric).sort())
      : legendFormat.replaceAll(/\{\{ ?(\w+) ?\}\}/g, (_, label: string) => metric[label] ?? ''),
  );
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function hasSample({ value, values }: QueryResult): boolean {
  return value !== undefined || (values?.length ?? 0) > 0;
}

interface Transformation {
  readonly id: string;
  readonly options: {
    readonly indexByName?: Readonly<Record<string, number>>;
    readonly excludeByName?: Readonly<Record<string, boolean>>;
    readonly sort?: readonly { readonly field: string }[];
    readonly rowField?: string;
    readonly columnField?: string;
    readonly valueField?: string;
  };
}

/** Columns that the transformations of a table name, and that its data does not have. */
function lacking(panel: PanelJson, rows: readonly QueryResult[]): string[] {
  const transformations = (panel.transformations ?? []) as unknown as Transformation[];
  const shown = transformations.flatMap(({ id, options }) => {
    if (id === 'sortBy') return (options.sort ?? []).map(({ field }) => field);
    if (id === 'groupingToMatrix') {
      return [options.rowField, options.columnField, options.valueField].map(String);
    }
    const { indexByName = {}, excludeByName = {} } = options;
    return Object.keys(indexByName).filter((name) => !excludeByName[name]);
  });
  const present = new Set(['Time', 'Value', ...rows.flatMap(({ metric }) => Object.keys(metric))]);
  return shown.filter((name) => !present.has(name));
}
