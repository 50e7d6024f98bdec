/** Profiles of a workspace: code that others wrote, whose mistakes are problems of the input. */
import { PANEL_TYPES, type Plan } from '@g6/model';
import type { Problem } from '@g6/problems';
import type { PromQlCache } from '@g6/promql';
import type { PanelDraft } from '../panel-draft';
import type { SourceContext } from '../panel-source';
import type { Profile } from './profile';
import { ProfileFailure } from './profile-failure';

/** Runs what a profile of the workspace does; whatever it throws is a problem. */
export function attempt<Result>(
  { name }: Profile,
  plan: Plan,
  run: () => Result,
): Result | { readonly failure: Problem } {
  try {
    return run();
  } catch (error) {
    const at = error instanceof ProfileFailure ? error.at : undefined;
    const message = error instanceof Error ? error.message : String(error);
    const failure: Problem = {
      ...(at ?? plan.ref.file.locate(plan.ref.path)),
      code: 'profile-failed',
      severity: 'error',
      message: `the profile "${name}" failed on the dashboard "${plan.slug}": ${message}`,
    };
    return { failure };
  }
}

/** Throws if a panel that a profile of the workspace drafted cannot be one, or what it reads is no list. */
export function requireDrafts(
  { sources, reads }: Profile,
  drafts: readonly PanelDraft[],
  { plan, shownMetrics, promql }: SourceContext,
): void {
  for (const metric of shownMetrics) {
    const series: unknown = reads(metric, plan);
    if (!Array.isArray(series)) {
      throw new ProfileFailure(`its reads gives no list of series for the metric "${metric.name}"`);
    }
  }
  const isList: boolean = Array.isArray(drafts);
  if (!isList) throw new ProfileFailure('its refine gives no list of panels');
  const names = new Set(sources.map(({ name }) => name));
  for (const draft of drafts) {
    const fault = draftFault(draft, names) ?? queryFault(draft, promql);
    if (fault !== undefined) {
      throw new ProfileFailure(`the panel ${JSON.stringify(draft.title)} ${fault}`);
    }
  }
}

const BLOCKS: readonly unknown[] = ['wide', 'core', 'efficiency', 'preview'];

/** What is wrong with a draft, whatever its type promises; JavaScript checks no types. */
function draftFault(draft: PanelDraft, sources: ReadonlySet<string>): string | undefined {
  const { title, type, unit, queries, description, source, block } = draft as Partial<PanelDraft>;
  const checks: readonly (readonly [boolean, string])[] = [
    [typeof title === 'string' && title !== '', 'has no title'],
    [sources.has(source ?? ''), `has the source "${source}", which the profile does not list`],
    [PANEL_TYPES.some((one) => one === type), `has the unknown type "${type}"`],
    [BLOCKS.includes(block), `has no block; use ${BLOCKS.join(', ')}`],
    [typeof unit === 'string' || unit === null, 'has no unit; null stands for none'],
    [typeof description === 'string', 'has no description; it may be empty'],
    [Array.isArray(queries) && queries.every(isQuery), 'has no list of queries {expr, legend}'],
  ];
  return checks.find(([holds]) => !holds)?.[1];
}

function isQuery(query: unknown): boolean {
  const { expr, legend } = (query ?? {}) as { expr?: unknown; legend?: unknown };
  return typeof expr === 'string' && typeof legend === 'string';
}

function queryFault({ queries }: PanelDraft, promql: PromQlCache): string | undefined {
  for (const { expr } of queries) {
    const [fault] = promql.analyze(expr).faults;
    if (fault) return `has the query ${JSON.stringify(expr)}: ${fault.message}`;
  }
  return undefined;
}
