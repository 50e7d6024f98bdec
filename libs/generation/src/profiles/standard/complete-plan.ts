/** What a dashboard of `standard` has besides panels: variables of targets, and marks of new versions. */
import type { Metric, Plan, PlanAnnotation, PlanLink, PlanVariable } from '@g6/model';
import { GRAFANA_WINDOW, newValuesOf } from '@g6/promql';
import { type DraftBasis, selectMetrics } from '../../draft-panels';
import { gaugeMeaning } from './recognize';
import { sentence, wordsIn } from './words';

/** Adds to a plan what it does not say itself. */
export function completePlan(plan: Plan, basis: DraftBasis): Plan {
  return {
    ...plan,
    rateWindow: plan.rateWindow ?? GRAFANA_WINDOW,
    variables: [...targetVariables(plan, basis), ...plan.variables],
    annotations: [...versionChanges(plan, basis), ...plan.annotations],
    links: [...plan.links, ...runbooks(plan, basis)],
  };
}

/** A variable for each label of targets by which the plan does not filter in a way of its own. */
function targetVariables(plan: Plan, { index }: DraftBasis): PlanVariable[] {
  const taken = new Set([
    ...plan.variables.flatMap(({ name, kind, content }) => [name, kind === 'label' ? content : '']),
    ...plan.filters.map(({ label }) => label),
  ]);
  return index.targetLabels
    .map((label) => ({ label, name: label.replace(/\W/g, '_') }))
    .filter(({ label, name }) => !taken.has(label) && !taken.has(name))
    .map(({ label, name }) => ({
      kind: 'label',
      name,
      content: label,
      valuesQuery: undefined,
      choices: [],
      title: sentence(wordsIn(label)),
      description: undefined,
      multi: true,
      all: true,
      // Every target has the label, so that what lacks it is none of them.
      allValue: '.+',
      defaults: [],
      regex: undefined,
      sort: 'alphabetical',
      hide: undefined,
      refresh: 'time',
      ref: plan.ref,
    }));
}

const VERSION_LABELS = ['version', 'release', 'revision', 'commit'];

/** Marks the moments at which a new version of something began to run. */
function versionChanges(plan: Plan, basis: DraftBasis): PlanAnnotation[] {
  return selectMetrics(basis, plan).flatMap((metric) => {
    const label = VERSION_LABELS.find((one) => metric.labels.includes(one));
    if (label === undefined || !isBuildInfo(metric)) return [];
    const words = wordsIn(metric.name).filter((word) => !['build', 'info'].includes(word));
    return [
      {
        name: `New version of ${words.join(' ') || metric.name}`,
        expr: newValuesOf(metric.name, label),
        title: `{{${label}}}`,
        text: `A new ${label} began to run`,
        tags: [label],
        color: 'purple',
        step: '60s',
        enabled: true,
        hidden: false,
        ref: plan.ref,
      },
    ];
  });
}

function isBuildInfo(metric: Metric): boolean {
  return (
    metric.name.endsWith('build_info') &&
    (metric.type === 'info' || gaugeMeaning(metric).as === 'information')
  );
}

/** More links than these would push the title of the dashboard aside. */
const MOST_RUNBOOKS = 5;

/** Links to the runbooks of the alerts, each once; more than a header holds are on the panels only. */
function runbooks(plan: Plan, basis: DraftBasis): PlanLink[] {
  const known = new Set(plan.links.map(({ url }) => url));
  const alerts = selectMetrics(basis, plan).flatMap((metric) => metric.alerts);
  const byUrl = new Map<string, string[]>();
  for (const { name, runbookUrl } of alerts) {
    if (runbookUrl === undefined || known.has(runbookUrl)) continue;
    byUrl.set(runbookUrl, [...(byUrl.get(runbookUrl) ?? []), name]);
  }
  if (byUrl.size > MOST_RUNBOOKS) return [];
  return [...byUrl].map(([url, names]) => ({
    title: byUrl.size === 1 ? 'Runbook' : `Runbook of ${[...new Set(names)].join(', ')}`,
    url,
    dashboard: undefined,
    tags: [],
    tooltip: `What to do when ${[...new Set(names)].join(' or ')} fires`,
    icon: 'doc',
    newTab: true,
    keepTime: false,
    keepVariables: false,
    dropdown: false,
    ref: plan.ref,
  }));
}
