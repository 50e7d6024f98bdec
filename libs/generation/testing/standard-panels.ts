import type { PanelDraft } from '../src/panel-draft';
import { draftPanels } from '../src/draft-panels';
import { STANDARD } from '../src/profiles/standard';
import { completePlan } from '../src/profiles/standard/complete-plan';
import { draftContext } from '../src/draft-panels';
import { type Sample, sampleBasis, type WrittenMetric } from './sample-context';

/** The panels that the profile `standard` drafts for a sample, before filters join their queries. */
export function standardPanels(sample: Sample): readonly PanelDraft[] {
  const { basis, plan } = sampleBasis(sample);
  const context = draftContext(completePlan(plan, basis), basis);
  return STANDARD.refine(draftPanels(context, STANDARD.sources), context);
}

/** Those of one source, for some metrics, by title, unit and queries. */
export function standardOf(source: string, ...metrics: WrittenMetric[]) {
  return standardPanels({ metrics })
    .filter((panel) => panel.source === source)
    .map(({ title, unit, queries }) => ({ title, unit, exprs: queries.map(({ expr }) => expr) }));
}
