import type { Metric, Plan } from '@g6/model';
import type { DraftBasis } from '../draft-panels';
import type { LayoutRules } from '../place-panels';
import type { PanelDraft } from '../panel-draft';
import type { PanelSource, SourceContext } from '../panel-source';
import type { DividedPanels } from '../plan-parts/blocks';
import type { PresentationStyle } from '../presentation/presentation-style';

/**
 * Which panels a dashboard gets, how they are grouped, and how they look. Everything on which two
 * profiles may differ is here, so that adding one touches its own folder only.
 */
export interface Profile {
  /** Name in plans and settings: [a-z][a-z0-9_-]*. */
  readonly name: string;
  /** What it is for, in one sentence. */
  readonly meaning: string;
  /** The panel sources in the order in which they draft. */
  readonly sources: readonly PanelSource[];
  /** Adds to a plan what its dashboard has besides panels; what the plan sets itself stays. */
  readonly completePlan: (plan: Plan, basis: DraftBasis) => Plan;
  /** Finishes the panels once all are drafted, and before the filters of the plan join their queries. */
  readonly refine: (drafts: readonly PanelDraft[], context: SourceContext) => readonly PanelDraft[];
  /**
   * The recorded series that its automatic panels of a metric read: on the dashboard of a plan, or on
   * any dashboard that may come. Rules record them.
   */
  readonly reads: (metric: Metric, plan: Plan | undefined) => readonly string[];
  /** Whether the caps of the settings hold; without them, no panel is ever left out. */
  readonly capped: boolean;
  /** Divides the panels into blocks from top to bottom, none of them empty. */
  readonly divide: (plan: Plan, panels: readonly PanelDraft[], basis: DraftBasis) => DividedPanels;
  readonly layout: LayoutRules;
  readonly style: PresentationStyle;
}
