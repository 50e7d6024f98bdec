import type { Plan, PlanSection } from '@g6/model';
import type { Problem } from '@g6/problems';
import type { PanelBlockOf, PanelDraft } from '../panel-draft';

/** The section that takes what no other does. */
const REST_TITLE = 'More';
/** Width of a panel that spans the dashboard. */
const FULL_WIDTH = 24;

/** The panels of a dashboard by section, and those that stand above all of them. */
export interface SectionedPanels {
  readonly above: readonly PanelDraft[];
  readonly sections: readonly PanelBlockOf<PanelDraft>[];
  /** Efficiency panels that no section takes. */
  readonly efficiency: readonly PanelDraft[];
}

/** Gives each panel to the first section that takes it, and the rest to "More". */
export function divideIntoSections(plan: Plan, panels: readonly PanelDraft[]): SectionedPanels {
  const taken = plan.sections.map(() => [] as PanelDraft[]);
  const above: PanelDraft[] = [];
  const efficiency: PanelDraft[] = [];
  const rest: PanelDraft[] = [];
  for (const panel of panels) {
    const position = takerOf(plan.sections, panel);
    const home = taken[position];
    if (home) home.push(spread(panel));
    else if (panel.block === 'wide') above.push(panel);
    else if (panel.block === 'efficiency') efficiency.push(panel);
    else rest.push(panel);
  }
  const sections = plan.sections.map((section, position) =>
    blockOf(section, inNamedOrder(section, taken[position] ?? [])),
  );
  return { above, sections: withRest(plan.sections, sections, rest), efficiency };
}

/** Reports panels that a section names and does not get. */
export function unmatchedPanels(plan: Plan, panels: readonly PanelDraft[]): Problem[] {
  return plan.sections.flatMap((section, position) =>
    section.panels.flatMap((entry, index) => {
      if (!('named' in entry)) return [];
      const named = panels.filter((panel) => isNamed(panel, entry.named));
      if (named.some((panel) => takerOf(plan.sections, panel) === position)) return [];
      const { file, path } = section.ref;
      const message =
        named.length === 0
          ? `the dashboard "${plan.slug}" has no panel "${entry.named}"`
          : `an earlier section takes the panel "${entry.named}"`;
      return [
        {
          ...file.locate([...path, 'panels', index]),
          code: 'section-unmatched',
          severity: 'warning',
          message,
        },
      ];
    }),
  );
}

/** Place of the section that takes a panel; -1 if none does. One that writes a panel out has it. */
function takerOf(sections: readonly PlanSection[], panel: PanelDraft): number {
  const writer = sections.findIndex(({ panels }) =>
    panels.some((entry) => 'written' in entry && entry.written.ref === panel.ref),
  );
  return writer >= 0 ? writer : sections.findIndex((section) => takes(section, panel));
}

function takes(section: PlanSection, panel: PanelDraft): boolean {
  return (
    (panel.family !== undefined && section.families.includes(panel.family)) ||
    (panel.metric !== undefined && section.metrics.includes(panel.metric)) ||
    section.sources.includes(panel.source) ||
    section.panels.some((entry) => 'named' in entry && isNamed(panel, entry.named))
  );
}

function isNamed(panel: PanelDraft, name: string): boolean {
  return panel.stableId === name || panel.title === name;
}

/** Panels that a section names or writes out come first, in that order. */
function inNamedOrder(section: PlanSection, panels: readonly PanelDraft[]): PanelDraft[] {
  const rank = (panel: PanelDraft) => {
    const place = section.panels.findIndex((entry) =>
      'named' in entry ? isNamed(panel, entry.named) : entry.written.ref === panel.ref,
    );
    return place < 0 ? section.panels.length : place;
  };
  return [...panels].sort((a, b) => rank(a) - rank(b));
}

/** A panel that would span the top of the dashboard spans its section. */
function spread(panel: PanelDraft): PanelDraft {
  return panel.block === 'wide' && panel.span === undefined
    ? { ...panel, span: FULL_WIDTH }
    : panel;
}

function withRest(
  written: readonly PlanSection[],
  sections: readonly PanelBlockOf<PanelDraft>[],
  rest: readonly PanelDraft[],
): PanelBlockOf<PanelDraft>[] {
  if (rest.length === 0) return [...sections];
  const last = written.findIndex(({ title }) => title === REST_TITLE);
  const own = sections[last];
  if (!own) return [...sections, { header: rowDraft(REST_TITLE), collapsed: false, panels: rest }];
  return sections.map((section) =>
    section === own ? { ...own, panels: [...own.panels, ...rest] } : section,
  );
}

function blockOf(section: PlanSection, panels: readonly PanelDraft[]): PanelBlockOf<PanelDraft> {
  const { title, repeat, collapsed } = section;
  if (title === undefined) return { header: undefined, collapsed, panels };
  const header = { ...rowDraft(title), ref: section.ref };
  return {
    header: repeat === undefined ? header : { ...header, look: { repeat } },
    collapsed,
    panels,
  };
}

function rowDraft(title: string): PanelDraft {
  return {
    source: 'plan',
    block: 'core',
    title,
    type: 'row',
    unit: null,
    queries: [],
    description: '',
    manySeries: false,
  };
}
