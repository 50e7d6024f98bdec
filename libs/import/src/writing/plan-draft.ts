import { type Plan, type PlanFile, RESERVED_SLUGS } from '@g6/model';
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
  private readonly extended = new Map<Plan, string[]>();

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

  /** Has each family shown: by a plan for all that share their first word. */
  show(families: readonly string[]): void {
    if (this.folder === undefined) return;
    const shown = new Set(this.plans.flatMap((plan) => plan.families));
    const groups = new Map<string, string[]>();
    for (const family of families) {
      if (shown.has(family)) continue;
      const slug = slugOf(family.split('_')[0] ?? family);
      groups.set(slug, [...(groups.get(slug) ?? []), family]);
    }
    for (const [slug, members] of groups) {
      const plan = this.plans.find((one) => one.slug === slug);
      if (plan) this.extended.set(plan, members);
      else this.fresh.set(slug, { slug, families: members });
    }
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

/** The longest slug. */
const LONGEST_SLUG = 37;

/** A slug from a name; one that the workspace needs itself gets an ending. */
export function slugOf(name: string): string {
  const slug = name.slice(0, LONGEST_SLUG);
  return RESERVED_SLUGS.includes(slug) ? `${slug}_metrics`.slice(0, LONGEST_SLUG) : slug;
}

function notExtendable(file: string): Problem {
  return {
    ...{ file, line: 0, column: 0, code: 'spec-form', severity: 'error' },
    message: 'the plan is written in a form that cannot be extended safely',
    hint: 'aliases, anchors and tags are the usual causes; add the families by hand',
  };
}
