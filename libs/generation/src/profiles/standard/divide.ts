/** How a dashboard of `standard` is divided: headline, a section per family, alerts, details. */
import type { Plan } from '@g6/model';
import type { DraftBasis } from '../../draft-panels';
import { type PanelBlockOf, type PanelDraft, type PanelRole, rowDraft } from '../../panel-draft';
import { bare, belowEfficiencyRow, type DividedPanels, filled } from '../../plan-parts/blocks';
import { divideIntoSections } from '../../plan-parts/sections';
import { sentence, wordsIn } from './words';

const ALERTS_TITLE = 'Alerts';
const DETAILS_TITLE = 'Details';
/** Up to so many sections stand open. */
const MOST_OPEN = 2;

/** What comes first inside a section: what somebody wrote out, then RED, then USE, then the rest. */
const ORDER: readonly PanelRole[] = [
  'written',
  'rate',
  'errors',
  'duration',
  'utilization',
  'saturation',
  'rest',
];

/** Of what neither fails nor takes its time, but runs out, how much of it is in use comes first. */
const ORDER_OF_RESOURCES: readonly PanelRole[] = [
  'written',
  'utilization',
  'saturation',
  'errors',
  'rate',
  'duration',
  'rest',
];

/** Divides the panels of a dashboard into blocks. */
export function divideByFamily(
  plan: Plan,
  panels: readonly PanelDraft[],
  basis: DraftBasis,
): DividedPanels {
  const headline = panels.filter((panel) => roleOf(panel) === 'headline');
  const others = panels.filter((panel) => roleOf(panel) !== 'headline');
  if (plan.sections.length > 0) return dividedByPlan(plan, headline, others);
  const of = (role: PanelRole) => others.filter((panel) => roleOf(panel) === role);
  const shown = others.filter((panel) => isShown(panel));
  const own = shown.filter(({ family }) => family === undefined);
  const families = familySections(shown, basis);
  const more = filled([
    section(ALERTS_TITLE, of('alert')),
    belowEfficiencyRow(others.filter(({ block }) => block === 'efficiency')),
  ]);
  return {
    blocks: filled([bare(headline), bare(own), ...folded(families, more), details(of('detail'))]),
    previews: [],
    problems: [],
  };
}

/** A section for each family that has panels: those of requests first, then in the order of the spec. */
function familySections(
  shown: readonly PanelDraft[],
  basis: DraftBasis,
): PanelBlockOf<PanelDraft>[] {
  const asked = familiesWith(REQUEST_SLOTS, shown);
  const working = familiesWith(WORK_SLOTS, shown);
  const byFamily = new Map<string, PanelDraft[]>();
  for (const panel of shown) {
    if (panel.family === undefined) continue;
    const before = byFamily.get(panel.family);
    if (before) before.push(panel);
    else byFamily.set(panel.family, [panel]);
  }
  return [...byFamily.keys()]
    .flatMap((name) => basis.families.get(name) ?? [])
    .sort(
      (a, b) =>
        Number(asked.has(b.family.name)) - Number(asked.has(a.family.name)) ||
        a.position - b.position,
    )
    .map(({ family: { name, title } }) =>
      section(
        title ?? sentence(wordsIn(name)),
        inOrder(byFamily.get(name) ?? [], working.has(name) ? ORDER : ORDER_OF_RESOURCES),
      ),
    );
}

/** Families with a panel that answers one of some questions. */
function familiesWith(
  slots: readonly string[],
  panels: readonly PanelDraft[],
): ReadonlySet<string> {
  return new Set(
    panels
      .filter(({ stat }) => stat !== undefined && slots.includes(stat.slot))
      .flatMap(({ family }) => family ?? []),
  );
}

/** How requests are answered, which is what most readers come for. */
const REQUEST_SLOTS: readonly string[] = ['rate', 'errors', 'duration'];
/** How any work is done. */
const WORK_SLOTS: readonly string[] = [...REQUEST_SLOTS, 'other_errors', 'other_duration'];

/** The sections of a plan are the reader's own; only the headline and the details are added. */
function dividedByPlan(
  plan: Plan,
  headline: readonly PanelDraft[],
  others: readonly PanelDraft[],
): DividedPanels {
  const asked = new Set(plan.sections.flatMap(({ sources }) => sources));
  const isDetail = (panel: PanelDraft) => roleOf(panel) === 'detail' && !asked.has(panel.source);
  const shown = others.filter((panel) => !isDetail(panel));
  const { above, sections, left, problems } = divideIntoSections(plan, inOrder(shown));
  const blocks = filled([
    bare(headline),
    bare(above),
    ...sections,
    belowEfficiencyRow(left),
    details(others.filter(isDetail)),
  ]);
  return { blocks, previews: [], problems };
}

/** What a panel is for; one without a role is written out, or a table of alerts. */
function roleOf({ role, source }: PanelDraft): PanelRole {
  return role ?? (source === 'alerts_aggregate' ? 'alert' : 'written');
}

function isShown(panel: PanelDraft): boolean {
  return panel.block !== 'efficiency' && ORDER.includes(roleOf(panel));
}

function inOrder(panels: readonly PanelDraft[], order = ORDER): PanelDraft[] {
  const rank = (panel: PanelDraft) => {
    const place = order.indexOf(roleOf(panel));
    return place < 0 ? order.length : place;
  };
  return [...panels].sort((a, b) => rank(a) - rank(b));
}

function section(title: string, panels: readonly PanelDraft[]): PanelBlockOf<PanelDraft> {
  return { header: sectionRow(title), collapsed: false, panels };
}

/** Of more than two families the first is open, and everything else waits for somebody to open it. */
function folded(
  families: readonly PanelBlockOf<PanelDraft>[],
  more: readonly PanelBlockOf<PanelDraft>[],
): PanelBlockOf<PanelDraft>[] {
  const folds = families.length > MOST_OPEN;
  return [...families, ...more].map((block, position) => ({
    ...block,
    collapsed: folds && position > 0,
  }));
}

function details(panels: readonly PanelDraft[]): PanelBlockOf<PanelDraft> {
  return { header: sectionRow(DETAILS_TITLE), collapsed: true, panels };
}

function sectionRow(title: string): PanelDraft {
  return rowDraft('section', 'core', title);
}
