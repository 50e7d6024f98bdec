/** Compares a dashboard with what import and generation made of it, panel by panel. */
import { modernizePanel } from '@g6/import';
import { expressionForm } from '@g6/promql';
import type { Json } from '../json';
import { type PanelInRow, panelsInRows } from './original-panels';
import { exprForm, PANEL_FIELDS, panelForm, queriesOf } from './panel-form';
import { compareVariables } from './compare-variables';
import { foreignPlugin, pluginsByVariable } from './foreign-panels';

/** Something that is not as it was. */
export interface Difference {
  readonly dashboard: string;
  /** The title of the panel; empty if it is about the dashboard. */
  readonly panel: string;
  readonly field: string;
  readonly original: unknown;
  readonly imported: unknown;
}

/** What became of the panels of a dashboard. */
export interface RoundTrip {
  /** Panels that ask Prometheus, or nothing; rows are counted with the panels in them. */
  readonly panels: number;
  readonly same: number;
  /** Of the same ones, those that the plan writes without the key `grafana`. */
  readonly plain: number;
  /** Titles of panels that ask something other than Prometheus, and are left out. */
  readonly foreign: readonly string[];
  readonly queries: number;
  /** Queries that no panel of the generated dashboard has. */
  readonly lost: readonly Difference[];
  /** Of these, queries that are not PromQL, which Prometheus refuses as well. */
  readonly refused: readonly Difference[];
  readonly differences: readonly Difference[];
}

/** A dashboard, what was generated from its import, and the plan in between. */
export interface Pair {
  readonly name: string;
  readonly original: Json;
  /** Undefined if the import made no plan of it. */
  readonly generated: Json | undefined;
  /** Of each panel of the plan in order, whether it has a merge patch. */
  readonly patched: readonly boolean[];
}

/** Compares the panels in their order, found again by their titles. */
export function compareDashboard({ name, original, generated, patched }: Pair): RoundTrip {
  const plugins = pluginsByVariable(original);
  const all = panelsInRows(original).map((found) => modern(found, original));
  const foreign = all.filter(({ panel }) => foreignPlugin(panel, plugins) !== undefined);
  const wanted = all.filter((found) => !foreign.includes(found));
  const pairs = pairUp(wanted, generated ? panelsInRows(generated) : []);
  const differences: Difference[] = [];
  const lost: Difference[] = [];
  let same = 0;
  let plain = 0;
  for (const { before, after, index } of pairs) {
    const title = titleOf(before);
    const at = (field: string, left: unknown, right: unknown) => ({
      dashboard: name,
      panel: title,
      field,
      original: left,
      imported: right,
    });
    lost.push(...lostQueries(before, after).map((expr) => at('query', expr, undefined)));
    const found = after
      ? differencesOf(before, after).map(([field, left, right]) => at(field, left, right))
      : [at('panel', before.panel['type'], undefined)];
    differences.push(...found);
    if (found.length > 0) continue;
    same += 1;
    if (patched[index ?? -1] === false) plain += 1;
  }
  return {
    panels: wanted.length,
    same,
    plain,
    foreign: foreign.map(titleOf),
    queries: wanted.reduce((sum, { panel }) => sum + queriesOf(panel).length, 0),
    lost: lost.filter(({ original: expr }) => expressionForm(String(expr)) !== undefined),
    refused: lost.filter(({ original: expr }) => expressionForm(String(expr)) === undefined),
    differences: [
      ...(generated ? compareVariables(name, original, generated) : []),
      ...differences,
    ],
  };
}

/** A panel of an old type as one of today's. */
function modern({ row, panel }: PanelInRow, dashboard: Json): PanelInRow {
  const schemaVersion = Number(dashboard['schemaVersion'] ?? 0);
  const { type, defaults, overrides, options, transformations } = modernizePanel(panel, {
    schemaVersion,
  });
  const fieldConfig = { defaults, overrides };
  return { row, panel: { ...panel, type, fieldConfig, options, transformations } };
}

interface PanelPair {
  readonly before: PanelInRow;
  readonly after: PanelInRow | undefined;
  /** The place of the panel on the generated dashboard, rows not counted. */
  readonly index: number | undefined;
}

/** Pairs panels in order; one whose title does not come any more has no partner. */
function pairUp(before: readonly PanelInRow[], after: readonly PanelInRow[]): PanelPair[] {
  let next = 0;
  return before.map((found) => {
    const at = after.findIndex(
      (other, index) => index >= next && titleOf(other) === titleOf(found),
    );
    if (at < 0) return { before: found, after: undefined, index: undefined };
    next = at + 1;
    return { before: found, after: after[at], index: at };
  });
}

function titleOf({ panel: { title } }: PanelInRow): string {
  return typeof title === 'string' ? title.trim() : '';
}

function differencesOf(before: PanelInRow, after: PanelInRow): [string, unknown, unknown][] {
  const [left, right] = [panelForm(before.panel), panelForm(after.panel)];
  const compared: [string, unknown, unknown][] = [
    ['row', before.row, after.row],
    ...PANEL_FIELDS.map((field): [string, unknown, unknown] => [field, left[field], right[field]]),
  ];
  return compared.filter(([, one, other]) => JSON.stringify(one) !== JSON.stringify(other));
}

function lostQueries(before: PanelInRow, after: PanelInRow | undefined): string[] {
  const kept = new Set(after ? queriesOf(after.panel).map(({ expr }) => exprForm(expr)) : []);
  return queriesOf(before.panel)
    .filter(({ expr }) => !kept.has(exprForm(expr)))
    .map(({ expr }) => String(expr));
}
