import type { Plan } from '@g6/model';
import type { DraftBasis } from './draft-panels';
import { draftDashboard, type DraftedDashboard, panelCount } from './generate-dashboard';
import type { GenerationOptions } from './generation-options';

/**
 * Drafts dashboards of which no more than one is kept in memory: of the others, only what the whole run is decided by.
 * Their panels are drafted again when they are asked for, which takes a seventh of the time of a run; thousands of
 * dashboards would take most of its memory.
 */
export class DraftsOnDemand {
  private last: { readonly written: Plan; readonly drafted: DraftedDashboard } | undefined;

  constructor(
    private readonly basis: DraftBasis,
    private readonly options: GenerationOptions,
  ) {}

  /** The draft of a plan, see `draftDashboard`. */
  draft(written: Plan): DraftedDashboard {
    const redraft = () => this.redraft(written);
    const { plan, profile, dropped, problems, slice } = redraft();
    const panels = panelCount(redraft());
    return {
      plan,
      profile,
      dropped,
      problems,
      panels,
      ...(slice === undefined ? {} : { slice }),
      get blocks() {
        return redraft().blocks;
      },
      get previews() {
        return redraft().previews;
      },
      get filters() {
        return redraft().filters;
      },
    };
  }

  private redraft(written: Plan): DraftedDashboard {
    if (this.last?.written !== written) {
      this.last = { written, drafted: draftDashboard(written, this.basis, this.options) };
    }
    return this.last.drafted;
  }
}
