import { EFFICIENCY_ROW_TITLE, type Plan } from '@g6/model';
import type { Problem } from '@g6/problems';
import { addPreviews } from './add-previews';
import { assembleDashboard } from './assemble-dashboard';
import { capPanels, type CappedPanels } from './cap-panels';
import type { DashboardJson } from './dashboard-json';
import { draftPanels, selectMetrics, type DraftBasis } from './draft-panels';
import type { GenerationOptions } from './generation-options';
import { identifyPanels, signatureParts } from './identify-panels';
import type { PanelDraft } from './panel-draft';
import { placePanels } from './place-panels';
import { signatureOf } from './signature';

/** A dashboard whose panels are chosen, and not yet identified or placed. */
export interface DraftedDashboard {
  readonly plan: Plan;
  readonly panels: CappedPanels;
  /** Previews of alerts; no cap holds them, somebody asked for them. */
  readonly previews: readonly PanelDraft[];
  readonly problems: readonly Problem[];
}

/** Drafts the panels of a dashboard and reports all problems that they have. */
export function draftDashboard(
  plan: Plan,
  basis: DraftBasis,
  options: GenerationOptions,
): DraftedDashboard {
  const asked = options.alertPreview ? { ...plan, alertPreview: true } : plan;
  const drafts = draftPanels(asked, basis);
  const panels = capPanels(drafts, options.caps);
  const previews = drafts.filter(({ block }) => block === 'preview');
  const problems = [...duplicatePanels(plan, panels, previews), ...repeatedIds(plan, drafts)];
  return { plan, panels, previews, problems };
}

/** Identifies, places and assembles the panels of a drafted dashboard. */
export function finishDashboard(
  { plan, panels, previews }: DraftedDashboard,
  basis: DraftBasis,
  options: GenerationOptions,
): DashboardJson {
  const identified = identifyPanels(plan.slug, panels, EFFICIENCY_HEADER);
  const placed = addPreviews(plan.slug, placePanels(identified, options.density), previews);
  const alerts = selectMetrics(basis, plan).flatMap((metric) => [...metric.alerts]);
  const parts = { plan, spec: basis.spec, panels: placed, alerts, dropped: panels.dropped.length };
  return assembleDashboard(parts, options);
}

/** Counts the panels of a dashboard, rows included; 0 if it could not be drafted. */
export function panelCount(dashboard: DraftedDashboard | undefined): number {
  if (!dashboard) return 0;
  const { wide, core, efficiency } = dashboard.panels;
  const blocks = [efficiency, dashboard.previews];
  const below = blocks.reduce((sum, { length }) => sum + (length > 0 ? 1 + length : 0), 0);
  return wide.length + core.length + below;
}

/** The row that heads the efficiency panels. */
const EFFICIENCY_HEADER: PanelDraft = {
  source: 'cross_metric',
  block: 'efficiency',
  title: EFFICIENCY_ROW_TITLE,
  type: 'row',
  unit: null,
  queries: [],
  description: '',
  manySeries: false,
};

function duplicatePanels(
  plan: Plan,
  { wide, core, efficiency }: CappedPanels,
  previews: readonly PanelDraft[],
): Problem[] {
  const problems: Problem[] = [];
  const byTitle = new Map<string, PanelDraft[]>();
  for (const panel of [...wide, ...core, ...efficiency, ...previews]) {
    const namesakes = byTitle.get(panel.title) ?? [];
    byTitle.set(panel.title, [...namesakes, panel]);
    // Titles rarely repeat; only where one does are the signatures worth spelling out.
    const other = namesakes.find((namesake) => sameSignature(namesake, panel));
    if (!other) continue;
    const ref = panel.ref ?? other.ref ?? plan.ref;
    const at = ref.file.locate(ref.path);
    const message = `the dashboard "${plan.slug}" has two panels "${panel.title}" with the same type, unit and queries`;
    const where = other.ref?.file.locate(other.ref.path);
    const hint = where
      ? `the other is at ${where.file}:${where.line}:${where.column}; give one another title`
      : undefined;
    problems.push({
      ...at,
      code: 'panel-duplicate',
      severity: 'error',
      message,
      ...(hint === undefined ? {} : { hint }),
    });
  }
  return problems;
}

/** Finds panels of a dashboard that have the same stable name. */
function repeatedIds(plan: Plan, drafts: readonly PanelDraft[]): Problem[] {
  const first = new Map<string, PanelDraft>();
  return drafts.flatMap((panel) => {
    const { stableId, ref = plan.ref } = panel;
    if (stableId === undefined) return [];
    const other = first.get(stableId);
    if (!other) {
      first.set(stableId, panel);
      return [];
    }
    const where = other.ref?.file.locate([...other.ref.path, 'id']);
    const message = `the dashboard "${plan.slug}" has two panels with the id "${stableId}"`;
    const hint = where && `the other is at ${where.file}:${where.line}:${where.column}`;
    return [
      {
        ...ref.file.locate([...ref.path, 'id']),
        code: 'panel-id-duplicate',
        severity: 'error',
        message,
        ...(hint === undefined ? {} : { hint }),
      },
    ];
  });
}

function sameSignature(a: PanelDraft, b: PanelDraft): boolean {
  return signatureOf(signatureParts(a)) === signatureOf(signatureParts(b));
}
