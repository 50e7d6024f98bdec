import type { BasisReading } from './load-workspace';
import {
  draftDashboard,
  type DashboardJson,
  type DraftBasis,
  finishDashboard,
} from '@g6/generation';
import { CHECKS } from '@g6/check';
import { type Finding, lintSubject, runLints } from '@g6/lint';
import { declaredRules, DEFAULT_TARGET_LABELS, type MetricType, type Plan } from '@g6/model';
import { hasErrors, type Problem, sortProblems } from '@g6/problems';
import { DEFAULT_RULE_OPTIONS, deriveSeries } from '@g6/rules';
import { inputPaths } from './input-paths';
import { buildDashboards } from './load-dashboards';
import { loadBasis, loadPlans } from './load-workspace';
import {
  type ExplainedLeftOut,
  type ExplainedPanel,
  explainPanels,
  leftOutPanels,
} from './explain-dashboard';
import type { RunRequest } from './run-request';

/** A dashboard in the list of a preview; nothing of it is generated yet. */
export interface PreviewEntry {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly families: readonly string[];
  /** Those of the plan, and those of every dashboard. */
  readonly tags: readonly string[];
  readonly folder: string;
}

/** The dashboards of a preview, and everything wrong with their inputs. */
export interface PreviewState {
  /** Rises with each reading of the inputs. */
  readonly revision: number;
  readonly dashboards: readonly PreviewEntry[];
  readonly problems: readonly Problem[];
  /** Whether errors keep the dashboards as they were before the last edit. */
  readonly stale: boolean;
}

/** A generated dashboard with the origin of each panel. */
export interface PreviewDashboard {
  readonly slug: string;
  readonly json: DashboardJson;
  /** Key of the metadata in the panels. */
  readonly metaKey: string;
  /** By `panel_uuid`. */
  readonly origins: Readonly<Record<string, ExplainedPanel>>;
  readonly leftOut: readonly ExplainedLeftOut[];
  readonly problems: readonly Problem[];
}

/** A metric or a recorded series, as far as lifelike data needs it. */
export interface PreviewSeries {
  readonly name: string;
  readonly type: MetricType;
  readonly labels: readonly string[];
  readonly unit: string | undefined;
  readonly buckets: readonly number[] | undefined;
  /** Whether a histogram has native buckets, or native and classic ones. */
  readonly native: true | 'both' | undefined;
  /** All values that labels can have, by label, as far as the spec says them. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** The series that queries of a workspace read. */
export interface PreviewCatalogue {
  readonly metrics: readonly PreviewSeries[];
  /** Labels that scraping adds to every series. */
  readonly targetLabels: readonly string[];
  /** Expressions of recorded series by name. */
  readonly recorded: Readonly<Record<string, string>>;
  /** Alerts by name, each with its labels. */
  readonly alerts: readonly { readonly name: string; readonly severity: string | undefined }[];
}

/** The request of a preview as the configuration has it at the moment, or what is wrong with that. */
export interface PreviewRequest {
  readonly request?: RunRequest;
  /** The files of the configuration. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

interface Loaded {
  readonly request: RunRequest;
  readonly basis: DraftBasis;
  readonly plans: readonly Plan[];
}

/**
 * The dashboards of a workspace in memory. A dashboard is generated when it is asked for; while the
 * inputs have errors, everything stays as it was before.
 */
export class PreviewSource {
  private loaded: Loaded | undefined;
  private problems: readonly Problem[] = [];
  private revision = 0;
  private stale = false;
  private readonly generated = new Map<string, PreviewDashboard>();
  private lint: readonly Finding[] | undefined;

  constructor(private readonly readRequest: () => PreviewRequest) {
    this.refresh();
  }

  /** Reads the inputs again. */
  refresh(): void {
    const reading = loadWhole(this.readRequest());
    this.revision += 1;
    this.problems = sortProblems(reading.problems);
    this.stale = hasErrors(reading.problems);
    if (this.stale || !reading.loaded) return;
    this.loaded = reading.loaded;
    this.generated.clear();
    this.lint = undefined;
  }

  /** The dashboards in slug order. */
  state(): PreviewState {
    const { revision, problems, stale, loaded } = this;
    return { revision, problems, stale, dashboards: loaded ? entriesOf(loaded) : [] };
  }

  /** Generates a dashboard; undefined if no plan has the slug. */
  dashboard(slug: string): PreviewDashboard | undefined {
    const known = this.generated.get(slug);
    if (known) return known;
    const plan = this.loaded?.plans.find((one) => one.slug === slug);
    if (!this.loaded || !plan) return undefined;
    const dashboard = generate(plan, this.loaded);
    this.generated.set(slug, dashboard);
    return dashboard;
  }

  /** The findings of lint on the whole workspace; found once for each state of the inputs. */
  findings(): readonly Finding[] {
    this.lint ??= this.loaded ? lintWhole(this.loaded) : [];
    return this.lint;
  }

  /** The series that the queries read. */
  catalogue(): PreviewCatalogue {
    return this.loaded ? catalogueOf(this.loaded) : NO_CATALOGUE;
  }

  /** The files and folders that decide what is shown. */
  inputs(): readonly string[] {
    const { request = this.loaded?.request, files } = this.readRequest();
    return [...files, ...(request ? inputPaths(request) : [])];
  }
}

const NO_CATALOGUE: PreviewCatalogue = {
  metrics: [],
  targetLabels: [],
  recorded: {},
  alerts: [],
};

function loadWhole({ request, problems }: Omit<PreviewRequest, 'files'>): {
  loaded?: Loaded;
  problems: readonly Problem[];
} {
  if (!request || hasErrors(problems)) return { problems };
  const { spec, options, problems: ofProfiles = [] } = request;
  const reading: BasisReading = loadBasis(spec, options);
  const { plans, problems: ofPlans } = loadPlans(request.plans, reading.basis);
  const wanted = plans.filter(({ slug }) => request.only?.includes(slug) ?? true);
  return {
    loaded: { request, basis: reading.basis, plans: wanted },
    problems: [...problems, ...ofProfiles, ...reading.problems, ...ofPlans],
  };
}

function entriesOf({ plans, request: { options } }: Loaded): PreviewEntry[] {
  return plans.map(({ slug, title, description = '', families, tags, folder = '' }) => ({
    ...{ slug, title, description, families, folder },
    tags: [...new Set([...tags, ...options.tags])],
  }));
}

function generate(plan: Plan, { basis, request }: Loaded): PreviewDashboard {
  const drafted = draftDashboard(plan, basis, request.options);
  return {
    slug: plan.slug,
    json: finishDashboard(drafted, basis, request.options),
    metaKey: request.options.metaKey,
    origins: Object.fromEntries(
      explainPanels(drafted, basis).map((panel) => [panel.panel_uuid, panel]),
    ),
    leftOut: leftOutPanels(drafted, plan, basis, request.options),
    problems: sortProblems(drafted.problems),
  };
}

function lintWhole({ basis, plans, request }: Loaded): Finding[] {
  const dashboards = plans.map((plan) => draftDashboard(plan, basis, request.options));
  const planned = buildDashboards({ basis, plans, dashboards, problems: [] }, request);
  const { datasourceUid } = request.options;
  const subject = lintSubject(basis, plans, {
    ...{ planned, checked: planned, datasourceUid },
    exceptableElsewhere: CHECKS.map(({ name }) => name),
  });
  return runLints(subject, { strict: false, only: undefined });
}

function catalogueOf({ basis, plans, request }: Loaded): PreviewCatalogue {
  const { series } = deriveSeries(basis, DEFAULT_RULE_OPTIONS, plans, request.options);
  return {
    metrics: basis.metrics.map(({ name, type, labels, unit, buckets, native, labelFacts }) => {
      const values = labelFacts.flatMap((label) =>
        label.values ? [[label.name, label.values] as const] : [],
      );
      const known = { name, type, labels, unit, buckets, native };
      return { ...known, values: Object.fromEntries(values) };
    }),
    targetLabels: basis.spec.targetLabels ?? DEFAULT_TARGET_LABELS,
    recorded: Object.fromEntries([
      ...series.map(({ name, expr }) => [name, expr] as const),
      ...declaredRules(basis.spec).map(({ record, expr }) => [record, expr] as const),
    ]),
    alerts: basis.metrics.flatMap(({ alerts }) =>
      alerts.map(({ name, severity }) => ({ name, severity })),
    ),
  };
}
