import {
  type Plan,
  type PlanFile,
  RESERVED_SLUGS,
  type Spec,
  specMetrics,
  titleToWrite,
} from '@g6/model';
import type { Problem } from '@g6/problems';
import { type Addition, appendToYaml, printMapping } from '@g6/yaml';
import { withoutSlash, type WrittenFile } from './import-options';

/** A plan to write. */
export interface NewPlan {
  readonly slug: string;
  readonly [key: string]: unknown;
}

/** Collects plans for what is imported. */
export class PlanDraft {
  private readonly fresh = new Map<string, NewPlan>();
  private readonly extended = new Map<Plan, readonly string[]>();

  constructor(
    private readonly files: readonly PlanFile[],
    private readonly plans: readonly Plan[],
    /** The folder of plans; undefined if none are wanted. */
    private readonly folder: string | undefined,
  ) {}

  /** Slugs of the plans that are new or show more. */
  get slugs(): readonly string[] {
    return [...this.fresh.keys(), ...[...this.extended.keys()].map(({ slug }) => slug)];
  }

  /** Adds a whole plan. */
  add(plan: NewPlan): void {
    if (this.folder !== undefined) this.fresh.set(plan.slug, plan);
  }

  /**
   * Has each family shown: by one plan for all that share their first words, as few words as leave
   * room for the panels of each metric. The profile makes a section of each family.
   */
  show(families: readonly string[], spec: Spec): void {
    if (this.folder === undefined) return;
    const shown = new Set(this.plans.flatMap((plan) => plan.families));
    const counts = new Map<string, number>();
    for (const { family } of specMetrics(spec)) counts.set(family, (counts.get(family) ?? 0) + 1);
    const wanted = families.filter((family) => !shown.has(family) && counts.has(family));
    const groups = groupFamilies(wanted, counts, 1);
    for (const [name, members] of groups) {
      const slug = this.catalogueSlug(name);
      const plan = this.plans.find((one) => one.slug === slug);
      if (plan) this.extended.set(plan, members);
      else this.fresh.set(slug, cataloguePlan(slug, members));
    }
  }

  /** The slug of the plan for a group of families: one that no dashboard with panels of its own has. */
  private catalogueSlug(name: string): string {
    const ofDashboards = this.plans.filter(({ families }) => families.length === 0);
    const taken = new Set(ofDashboards.map(({ slug }) => slug));
    return taken.has(name) ? firstFree(longSlug(name), taken) : name;
  }

  /** The texts that change, or the problem of one whose form cannot be extended. */
  finish(): { files: readonly WrittenFile[]; problems: readonly Problem[] } {
    const files: WrittenFile[] = [];
    const problems: Problem[] = [];
    for (const { path, text: before } of this.files) {
      const additions = this.additionsTo(path);
      if (additions.length === 0) continue;
      const text = appendToYaml(before, additions);
      if (text === undefined) problems.push(notExtendable(path));
      else files.push({ path, before, text });
    }
    const folder = withoutSlash(this.folder ?? '');
    for (const plan of this.fresh.values()) {
      const path = `${folder}/${plan.slug}/plan.yaml`;
      files.push({ path, before: undefined, text: `${printMapping(plan)}\n` });
    }
    return { files, problems };
  }

  private additionsTo(path: string): Addition[] {
    return [...this.extended]
      .filter(([{ ref }]) => ref.file.path === path)
      .map(([{ ref }, items]) => ({ owner: ref.path, list: 'families', items }));
  }
}

/** A plan of families; what it does not say is left to defaults. */
function cataloguePlan(slug: string, families: readonly string[]): NewPlan {
  const title = titleToWrite(slug);
  return { slug, ...(title === undefined ? {} : { title }), profile: PROFILE, families };
}

/** The profile of plans for what is imported. */
const PROFILE = 'standard';

/** How many metrics a dashboard has room for before it is better split. */
const MOST_METRICS = 45;

/** How many words a slug may have. */
const MOST_WORDS = 8;

/** Groups families by their first words, by the slug of the plan that shows a group. */
function groupFamilies(
  families: readonly string[],
  counts: ReadonlyMap<string, number>,
  words: number,
): Map<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const family of families) {
    const slug = slugOf(family.split('_').slice(0, words).join('_'));
    groups.set(slug, [...(groups.get(slug) ?? []), family]);
  }
  const fitting = new Map<string, readonly string[]>();
  for (const [slug, members] of groups) {
    const metrics = members.reduce((sum, family) => sum + (counts.get(family) ?? 0), 0);
    const deeper =
      metrics > MOST_METRICS && members.length > 1 && words < MOST_WORDS
        ? groupFamilies(members, counts, words + 1)
        : new Map([[slug, members]]);
    // Slugs that were cut short may be the same.
    for (const [name, group] of deeper) fitting.set(name, [...(fitting.get(name) ?? []), ...group]);
  }
  return fitting;
}

/** The longest slug. */
const LONGEST_SLUG = 37;

/** A slug from a name; one that the workspace needs itself gets an ending. */
export function slugOf(name: string): string {
  const slug = name.slice(0, LONGEST_SLUG);
  return RESERVED_SLUGS.includes(slug) ? longSlug(slug) : slug;
}

/** A slug, or the first one with a number at its end that is not taken. */
export function firstFree(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 2, candidate = slug; ; number++) {
    if (!taken.has(candidate)) return candidate;
    candidate = `${slug.slice(0, LONGEST_SLUG - 4)}_${number}`;
  }
}

function longSlug(slug: string): string {
  return `${slug.slice(0, LONGEST_SLUG - '_metrics'.length)}_metrics`;
}

function notExtendable(file: string): Problem {
  return {
    ...{ file, line: 0, column: 0, code: 'spec-form', severity: 'error' },
    message: 'the plan is written in a form that cannot be extended safely',
    hint: 'aliases, anchors and tags are the usual causes; add the families by hand',
  };
}
