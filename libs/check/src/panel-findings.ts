import { compareText } from '@g6/problems';
import type { PlacedFinding } from './check-finding';
import { findingOf } from './check-finding';
import { explainQuery, isEmpty, type ExplainContext } from './explain-query';
import type { Explanation } from './explain-selector';
import { Unanswered } from './server-facts';
import { minuteOf } from './time';
import type { PanelQuery, SentQuery } from './panel-queries';
import type { QueryOutcome } from './query-outcome';

/** Outcomes of queries by their keys. */
export type Outcomes = ReadonlyMap<string, QueryOutcome>;

/** How many queries of panels have data, have none, or fail. */
export interface PanelTally {
  readonly data: number;
  readonly empty: number;
  readonly failing: number;
}

/** Says of each panel without data why, and of each failing one what Prometheus says. */
export async function panelFindings(
  queries: readonly PanelQuery[],
  outcomes: Outcomes,
  context: ExplainContext,
): Promise<{ findings: PlacedFinding[]; tally: PanelTally }> {
  const findings: PlacedFinding[] = [];
  const states = new Map<string, keyof PanelTally>();
  const mark = ({ dashboard, panel }: PanelQuery, state: keyof PanelTally) => {
    const key = `${dashboard.slug} ${dashboard.panels.indexOf(panel)}`;
    if (state !== 'data' || !states.has(key)) states.set(key, state);
  };
  for (const query of queries) {
    const found = await findingFor(query, outcomes, context);
    mark(query, found?.rule === 'panel-failing' ? 'failing' : found ? 'empty' : 'data');
    if (found) findings.push(found);
  }
  const count = (state: keyof PanelTally) =>
    [...states.values()].filter((one) => one === state).length;
  const tally = { data: count('data'), empty: count('empty'), failing: count('failing') };
  return { findings: findings.sort((a, b) => compareText(a.slug ?? '', b.slug ?? '')), tally };
}

async function findingFor(
  query: PanelQuery,
  outcomes: Outcomes,
  context: ExplainContext,
): Promise<PlacedFinding | undefined> {
  const { all, first } = query;
  const ofAll = outcomes.get(all.key);
  if (!ofAll) return undefined;
  if (ofAll.failure) return failing(query, ofAll.failure.message);
  if (isEmpty(all, ofAll)) return empty(query, all, 'panel-empty', '', context);
  const ofFirst = first && outcomes.get(first.key);
  if (!first || !ofFirst) return undefined;
  if (ofFirst.failure) return failing(query, ofFirst.failure.message);
  if (!isEmpty(first, ofFirst)) return undefined;
  const value = ' with the first value of each variable';
  return empty(query, first, 'panel-empty-for-value', value, context);
}

function failing(query: PanelQuery, message: string): PlacedFinding {
  return findingOf(
    'panel-failing',
    query.panel.place,
    `${nameOf(query)} fails: ${message}`,
    undefined,
    subjectOf(query),
  );
}

async function empty(
  query: PanelQuery,
  sent: SentQuery,
  rule: 'panel-empty' | 'panel-empty-for-value',
  when: string,
  context: ExplainContext,
): Promise<PlacedFinding | undefined> {
  const reason = await explained(sent, context);
  if (!reason) return undefined;
  const { since, message, hint } = reason;
  const state = since === undefined ? 'is empty' : `is empty since ${minuteOf(since)}`;
  const text = `${nameOf(query)} ${state}${when}: ${message}`;
  return findingOf(rule, query.panel.place, text, hint, subjectOf(query));
}

async function explained(
  sent: SentQuery,
  context: ExplainContext,
): Promise<Explanation | undefined> {
  try {
    return await explainQuery(sent, context);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    return { message: `the reason could not be found out: ${error.message}` };
  }
}

/** A panel in words, with its query if it has several. */
export function nameOf({ panel, dashboard, refId }: PanelQuery): string {
  const query = panel.queries.length > 1 ? `query ${refId} of ` : '';
  return `${query}"${panel.title}" on "${dashboard.slug}"`;
}

/** The dashboard and panel of a finding. */
export function subjectOf({ panel, dashboard }: PanelQuery) {
  return { slug: dashboard.slug, panel: panel.title };
}
