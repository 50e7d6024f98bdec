import type { Plan, PlanExclusion } from '@g6/model';
import type { Problem } from '@g6/problems';
import { signatureParts } from '../identify-panels';
import { isWritten, type PanelDraft } from '../panel-draft';
import { identityOf } from '../signature';

/** The panels that a plan leaves in, and the exclusions that leave nothing out. */
export interface Excluded {
  readonly panels: readonly PanelDraft[];
  readonly problems: readonly Problem[];
}

/** Leaves out the automatic panels that a plan does not want. */
export function excludePanels(plan: Plan, panels: readonly PanelDraft[]): Excluded {
  if (plan.exclude.length === 0) return { panels, problems: [] };
  const used = new Set<PlanExclusion>();
  const kept = panels.filter((panel) => {
    const hits = plan.exclude.filter((exclusion) => fits(exclusion, panel, plan.slug));
    for (const hit of hits) used.add(hit);
    return hits.length === 0;
  });
  const unused = plan.exclude.filter((exclusion) => !used.has(exclusion));
  return { panels: kept, problems: unused.map((exclusion) => unmatched(exclusion, plan)) };
}

function fits(exclusion: PlanExclusion, panel: PanelDraft, slug: string): boolean {
  const { metric, source, title, panelUuid } = exclusion;
  return (
    !isWritten(panel) &&
    (metric === undefined || metric === panel.metric) &&
    (source === undefined || source === panel.source) &&
    (title === undefined || title === panel.title) &&
    (panelUuid === undefined ||
      panelUuid === identityOf(slug, signatureParts(panel), panel.stableId).panelUuid)
  );
}

function unmatched({ ref }: PlanExclusion, { slug }: Plan): Problem {
  return {
    ...ref.file.locate(ref.path),
    code: 'exclude-unmatched',
    severity: 'warning',
    message: `no automatic panel of the dashboard "${slug}" fits this exclusion`,
  };
}
