import { DEFAULT_OPTIONS, draftBasis, draftDashboard, finishDashboard } from '@g6/generation';
import { readPlans, readSpec } from '@g6/model';
import { PromQlCache } from '@g6/promql';
import { parse } from 'yaml';
import { readDashboards } from '../src/dashboards/read-dashboard';
import type { ImportWorkspace } from '../src/writing/import-options';
import { type ImportWriting, writeImport } from '../src/writing/write-import';

type Json = Readonly<Record<string, unknown>>;

/** A panel of a plan, as YAML has it. */
export interface WrittenPanel extends Json {
  readonly title: string;
  readonly promql?: string;
  readonly queries?: readonly (Json & { readonly promql: string })[];
  readonly filters?: false;
}

/** A plan, as YAML has it. */
export interface WrittenPlan extends Json {
  readonly slug: string;
  readonly variables?: readonly unknown[];
  readonly filters?: Readonly<Record<string, string>>;
  readonly panels?: readonly WrittenPanel[];
  readonly sections?: readonly (Json & { readonly panels: readonly WrittenPanel[] })[];
}

/** Imports dashboards into a workspace, which is empty unless there are files. */
export function importDashboards(
  dashboards: readonly unknown[],
  { spec = [], plans = [] }: Partial<Pick<ImportWorkspace, 'spec' | 'plans'>> = {},
): ImportWriting {
  const readings = dashboards.map((dashboard, at) =>
    readDashboards({ path: `${at}.json`, text: JSON.stringify(dashboard, null, 1) }),
  );
  const found = {
    ...{ metrics: [], groups: [], source: { closesValues: false as const } },
    dashboards: readings.flatMap((reading) => reading.dashboards),
  };
  const target = { spec: { path: 'spec.yml', isFolder: false }, plans: 'plans' };
  const writing = writeImport(found, { spec, plans, target });
  const problems = [...readings.flatMap((reading) => reading.problems), ...writing.problems];
  return { ...writing, problems };
}

/** The workspace as an import leaves it. */
export function workspaceAfter({ files }: ImportWriting): Pick<ImportWorkspace, 'spec' | 'plans'> {
  return {
    spec: files.filter(({ path }) => path === 'spec.yml').map(({ path, text }) => ({ path, text })),
    plans: files
      .filter(({ path }) => path !== 'spec.yml')
      .map(({ path, text }) => ({
        ...{ path, text, form: 'single' as const },
        folder: path.split('/').at(-2) ?? '',
      })),
  };
}

/** The plans of an import in the order of their slugs. */
export function writtenPlans(writing: ImportWriting): WrittenPlan[] {
  return workspaceAfter(writing).plans.map(({ text }) => parse(text) as WrittenPlan);
}

/** The panels of a plan in order, with those of its sections. */
export function panelsOf({ panels = [], sections = [] }: WrittenPlan): WrittenPanel[] {
  return [...panels, ...sections.flatMap((section) => section.panels)];
}

/** The dashboards that an import generates, in the order of their slugs. */
export function generated(writing: ImportWriting) {
  const { spec: specFiles, plans: planFiles } = workspaceAfter(writing);
  const { spec, problems } = readSpec(specFiles);
  const cache = new PromQlCache();
  const reading = readPlans(planFiles, spec, cache);
  const faults = [...problems, ...reading.problems].filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  const basis = draftBasis(spec, [], cache, 'auto');
  return reading.plans.map((plan) =>
    finishDashboard(draftDashboard(plan, basis, DEFAULT_OPTIONS), basis, DEFAULT_OPTIONS),
  );
}
