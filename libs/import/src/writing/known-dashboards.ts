import { type Plan, titleToWrite } from '@g6/model';
import { RawValue } from '@g6/yaml';
import type { FoundDashboard } from '../dashboards/found-dashboard';
import type { NewPlan } from './plan-draft';

/** The dashboards that plans of a workspace show already. */
export class KnownDashboards {
  private readonly titles: ReadonlySet<string>;
  /** The titles of the panels of each plan without a title of its own, and of each dashboard that is one of them. */
  private readonly untitled: string[];

  constructor(plans: readonly Plan[]) {
    const written = plans.map(({ ref }) => ref.file.valueAt(ref.path));
    const values = written.map((value) => new RawValue(value, []));
    // A title that was made of a slug is that of a catalogue, and says nothing of dashboards.
    const titled = values.filter((_, index) => !isCatalogue(plans[index] as Plan));
    this.titles = new Set(titled.flatMap((plan) => plan.text('title') ?? []));
    this.untitled = values
      .filter((plan) => plan.text('title') === undefined)
      .map(({ value }) => panelTitles(value));
  }

  /** Whether a dashboard has the title of a plan. */
  has({ title }: FoundDashboard): boolean {
    return this.titles.has(title);
  }

  /** Whether a plan for a dashboard without a title has the panels of one that is there; each counts once. */
  takeUntitled(plan: NewPlan): boolean {
    if (plan['title'] !== undefined) return false;
    const index = this.untitled.indexOf(panelTitles(plan));
    if (index >= 0) this.untitled.splice(index, 1);
    return index >= 0;
  }
}

function isCatalogue({ families, slug, title }: Plan): boolean {
  return families.length > 0 && title === titleToWrite(slug);
}

/** The titles of the panels of a plan, as one text. */
function panelTitles(plan: unknown): string {
  const raw = new RawValue(plan, []);
  const lists = [raw, ...raw.items('sections')];
  const titles = lists.flatMap((list) => list.items('panels').map((panel) => panel.text('title')));
  return JSON.stringify(titles);
}
