import type { DashboardPanelSource } from '../panel-source';
import { explicitDraft } from './spec';

/** The panels that the plan itself writes out, in its order. */
export const planSource: DashboardPanelSource = {
  of: 'dashboard',
  name: 'plan',
  reason: 'The plan writes this panel out.',
  draft: (context) =>
    context.plan.panels.map((panel) => ({
      ...explicitDraft(panel, context, ''),
      source: 'plan',
    })),
};
