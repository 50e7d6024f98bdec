/**
 * Compares dashboards by what a reader sees of them: title, time, variables, and of each panel its
 * row, title, type, queries, legends, unit, range, thresholds, stacking, overrides and
 * transformations. Two dashboards with the same facts ask and show the same.
 *
 * What is brought into one form, and why:
 * - the order of matchers and the spaces of an expression: they mean nothing, and injected filters
 *   come last;
 * - what is absent: Grafana takes its default, which the facts name (`none` as unit, `__auto` as
 *   legend, A, B, … as names of queries);
 * - thresholds with a base alone: they mark no value;
 * - a step without a value: it is the base, which others write as `null`;
 * - legends of tables: a table has columns instead;
 * - overrides that set nothing: they only take the unit from columns of text;
 * - `seriesBy: lastNotNull`: none of Grafana's values, which are last, min and max;
 * - the order of an override's properties: they have different ids;
 * - the label of the datasource variable and the link to all generated dashboards: every dashboard of
 *   ours has the same;
 * - UTC and utc: Grafana ignores the case.
 *
 * What is not compared: layout, descriptions, tags, uids, datasources (one variable chooses them all
 * here), `intervalFactor` and `asTable`, which Grafana no longer reads, and how lines are drawn
 * through points and gaps.
 */
import { inKeyOrder, type Json, listAt, objectAt } from './json';
import { variableQueryForm } from './expression-form';
import { panelFacts } from './panel-facts';

/** What a reader sees of a dashboard, with sorted keys. */
export function dashboardFacts(dashboard: Json): unknown {
  const { title, time, timezone, refresh, graphTooltip = 0 } = dashboard;
  return inKeyOrder({
    title,
    time,
    timezone: String(timezone).toLowerCase(),
    refresh,
    graphTooltip,
    links: (listAt(dashboard, 'links') as readonly Json[]).filter(isOwn).map(linkFacts),
    variables: listAt(dashboard['templating'], 'list').map((one) => variableFacts(one as Json)),
    panels: panelsWithRows(listAt(dashboard, 'panels') as readonly Json[]),
  });
}

/** Whether a link is of this dashboard, and not the one that all generated dashboards have. */
function isOwn(link: Json): boolean {
  return !listAt(link, 'tags').includes('generated');
}

function linkFacts(link: Json): Json {
  const { title, type, tags, asDropdown, includeVars, keepTime, targetBlank } = link;
  return { title, type, tags, asDropdown, includeVars, keepTime, targetBlank };
}

function variableFacts(variable: Json): Json {
  const { name, type, query } = variable;
  if (type !== 'query') return { name, type, query };
  const { label, multi, includeAll, allValue, refresh, sort, hide, regex } = variable;
  const text = typeof query === 'string' ? query : objectAt(query)['query'];
  return {
    name,
    type,
    query: variableQueryForm(String(text)),
    label: label ?? name,
    multi: multi ?? false,
    includeAll: includeAll ?? false,
    allValue,
    refresh: refresh ?? 0,
    sort: sort ?? 0,
    hide: hide ?? 0,
    regex: regex ?? '',
  };
}

/** The panels in their order, each with the title of the row that it stands in. */
function panelsWithRows(panels: readonly Json[]): Json[] {
  const facts: Json[] = [];
  let row: unknown;
  for (const panel of panels) {
    if (panel['type'] === 'row') row = panel['title'];
    else facts.push({ row, ...panelFacts(panel) });
  }
  return facts;
}
