import {
  type DraftBasis,
  type DraftedDashboard,
  identityOf,
  type PanelDraft,
  panelReason,
  type Profile,
  type PanelSourceName,
  signatureParts,
} from '@g6/generation';
import type { Position } from '@g6/problems';

/** Where a panel comes from. */
export interface PanelOrigin {
  readonly source: PanelSourceName;
  /** Why the dashboard has the panel, in one sentence. */
  readonly reason: string;
  readonly metric?: string;
  /** Where it is written, or else where its metric is. */
  readonly at?: Position;
}

/** Finds the origin of each panel of a dashboard, by `panel_uuid`. */
export function panelOrigins(
  { plan, profile, blocks, previews }: DraftedDashboard,
  basis: DraftBasis,
): Record<string, PanelOrigin> {
  const drafts = [...blocks.flatMap(({ panels }) => panels), ...previews];
  return Object.fromEntries(
    drafts.map((draft) => {
      const { panelUuid } = identityOf(plan.slug, signatureParts(draft), draft.stableId);
      return [panelUuid, originOf(draft, profile, basis)];
    }),
  );
}

function originOf(draft: PanelDraft, profile: Profile, { index }: DraftBasis): PanelOrigin {
  const { source, metric } = draft;
  const ref = draft.ref ?? (metric === undefined ? undefined : index.metric(metric)?.ref);
  return {
    source,
    reason: panelReason(profile, draft),
    ...(metric === undefined ? {} : { metric }),
    ...(ref ? { at: ref.file.locate(ref.path) } : {}),
  };
}
