import type { Plan, PlanSection } from '@g6/model';
import type { Problem, ProblemCode, Severity } from '@g6/problems';
import { type PanelBlockOf, type PanelDraft, rowDraft } from '../panel-draft';

/** The section that takes what no other does. */
const REST_TITLE = 'More';

/** The panels of a dashboard by section, and those that stand outside all of them. */
export interface SectionedPanels {
  /** Panels that span the top of the dashboard. */
  readonly above: readonly PanelDraft[];
  readonly sections: readonly PanelBlockOf<PanelDraft>[];
  /** Panels of efficiency and previews of alerts, which have rows of their own. */
  readonly left: readonly PanelDraft[];
  readonly problems: readonly Problem[];
}

/** Gives each panel to the first section that takes it, and the rest to "More". */
export function divideIntoSections(plan: Plan, panels: readonly PanelDraft[]): SectionedPanels {
  const taken = plan.sections.map(() => [] as PanelDraft[]);
  const above: PanelDraft[] = [];
  const left: PanelDraft[] = [];
  const rest: PanelDraft[] = [];
  for (const panel of panels) {
    const home = taken[takerOf(plan.sections, panel)];
    if (home) home.push(panel);
    else if (panel.block === 'wide') above.push(panel);
    else if (panel.block === 'core') rest.push(panel);
    else left.push(panel);
  }
  const written = plan.sections.map((section, position) =>
    blockOf(section, inNamedOrder(section, taken[position] ?? [])),
  );
  const sections = withRest(plan.sections, written, rest);
  const problems = [...unmatchedSections(plan, panels, taken), ...foldedRows(plan, sections)];
  return { above, sections, left, problems };
}

/** Reports what a section names and does not get. */
function unmatchedSections(
  plan: Plan,
  panels: readonly PanelDraft[],
  taken: readonly (readonly PanelDraft[])[],
): Problem[] {
  return plan.sections.flatMap((section, position) => {
    const problems = unmatchedPanels(plan, section, position, panels);
    if (taken[position]?.length !== 0 || problems.length > 0) return problems;
    const name =
      section.title === undefined ? 'the first section' : `the section "${section.title}"`;
    const message = `${name} takes no panel of the dashboard "${plan.slug}" and is left out`;
    return [problemAt(section, [], 'section-unmatched', message, 'warning')];
  });
}

function unmatchedPanels(
  plan: Plan,
  section: PlanSection,
  position: number,
  panels: readonly PanelDraft[],
): Problem[] {
  return section.panels.flatMap((entry, index) => {
    if (!('named' in entry)) return [];
    const named = panels.filter((panel) => isNamed(panel, entry.named));
    if (named.some((panel) => takerOf(plan.sections, panel) === position)) return [];
    const message =
      named.length === 0
        ? `the dashboard "${plan.slug}" has no panel "${entry.named}"`
        : `an earlier section takes the panel "${entry.named}"`;
    return [problemAt(section, ['panels', index], 'section-unmatched', message, 'warning')];
  });
}

/** Grafana has no rows inside a row. */
function foldedRows(plan: Plan, sections: readonly PanelBlockOf<PanelDraft>[]): Problem[] {
  return sections.flatMap(({ header, collapsed, panels }, position) => {
    const section = plan.sections[position];
    if (!collapsed || !header || !section) return [];
    return panels
      .filter(({ type }) => type === 'row')
      .map(({ title }) => {
        const message = `the collapsed section "${header.title}" cannot hold the row "${title}"`;
        return problemAt(section, ['collapsed'], 'panel-key', message, 'error');
      });
  });
}

function problemAt(
  { ref: { file, path } }: PlanSection,
  below: readonly (string | number)[],
  code: ProblemCode,
  message: string,
  severity: Severity,
): Problem {
  return { ...file.locate([...path, ...below]), code, severity, message };
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

function withRest(
  written: readonly PlanSection[],
  sections: readonly PanelBlockOf<PanelDraft>[],
  rest: readonly PanelDraft[],
): PanelBlockOf<PanelDraft>[] {
  if (rest.length === 0) return [...sections];
  const own = sections[written.findIndex(({ title }) => title === REST_TITLE)];
  if (!own)
    return [...sections, { header: sectionRow(REST_TITLE), collapsed: false, panels: rest }];
  return sections.map((section) =>
    section === own ? { ...own, panels: [...own.panels, ...rest] } : section,
  );
}

function blockOf(section: PlanSection, panels: readonly PanelDraft[]): PanelBlockOf<PanelDraft> {
  const { title, repeat, collapsed, grid, showIfData } = section;
  const shown = {
    collapsed,
    panels,
    ...(grid === 'auto' ? { autoGrid: true as const } : {}),
    ...(showIfData === true ? { showIfData: true as const } : {}),
  };
  if (title === undefined) return { header: undefined, ...shown };
  const header = { ...sectionRow(title), ref: section.ref };
  return {
    header: repeat === undefined ? header : { ...header, look: { repeat } },
    ...shown,
  };
}

function sectionRow(title: string): PanelDraft {
  return rowDraft('plan', 'core', title);
}
