import { setValue, type ValueToSet, type YamlPath } from '@g6/yaml';
import { hasErrors } from '@g6/problems';
import { readEfficiencyFile, readSpecFiles } from '../../files/read-inputs';
import { basisOfFiles, plansOfFiles } from '../load-workspace';
import { type BasisFiles, readPlanFiles } from '../read-workspace';
import { planRun, type PlannedRun } from '../plan-run';
import type { RunRequest } from '../run-request';

/** A value to set in a file of the spec or of the plans. */
export interface SourceEdit extends ValueToSet {
  /** The dashboard that was edited. */
  readonly slug: string;
  readonly file: string;
}

/** The texts of a spec and plans, in which edits are written. */
export class PullSources {
  private constructor(
    private readonly request: RunRequest,
    private readonly basis: BasisFiles,
    private readonly plans: ReturnType<typeof readPlanFiles>,
  ) {}

  static read(request: RunRequest): PullSources {
    const { spec, efficiency } = request.spec;
    const basis = {
      spec: readSpecFiles(spec),
      efficiency: readEfficiencyFile(spec, efficiency),
    };
    return new PullSources(request, basis, readPlanFiles(request.plans));
  }

  /** Plans the dashboards of all plans, or those with some slugs. */
  plan(only?: readonly string[]): PlannedRun {
    const { options } = this.request;
    const basis = basisOfFiles(this.basis, options);
    const plans = plansOfFiles(this.plans, basis.basis, true);
    return planRun({ ...this.request, only }, { ...basis, plans });
  }

  /** The value at a path of a file, as it is written; undefined if there is none. */
  valueAt(run: PlannedRun, file: string, path: YamlPath): unknown {
    const refs = [
      ...run.plans.map(({ ref }) => ref),
      ...run.basis.spec.families.map(({ ref }) => ref),
    ];
    return refs.find((ref) => ref.file.path === file)?.file.valueAt(path);
  }

  /**
   * Makes edits as far as they can be written and leave a spec and plans without errors; says which were
   * made. All at once, or, where that fails, one after the other.
   */
  apply(edits: readonly SourceEdit[]): {
    readonly sources: PullSources;
    readonly made: readonly SourceEdit[];
  } {
    const together = this.withAll(edits);
    if (together?.isSound() === true) return { sources: together, made: edits };
    const made: SourceEdit[] = [];
    const sources = edits.reduce<PullSources>((sofar, edit) => {
      const next = sofar.withAll([edit]);
      if (next?.isSound() !== true) return sofar;
      made.push(edit);
      return next;
    }, this);
    return { sources, made };
  }

  /** The files whose texts are others than before. */
  changedSince(before: PullSources) {
    const earlier = new Map(before.texts().map(({ path, text }) => [path, text]));
    return this.texts().flatMap(({ path, text }) =>
      earlier.get(path) === text ? [] : [{ path, text, before: earlier.get(path) ?? '' }],
    );
  }

  private texts(): { readonly path: string; readonly text: string }[] {
    return [...this.basis.spec.files, ...this.plans.files];
  }

  private isSound(): boolean {
    return !hasErrors(this.plan().problems);
  }

  private withAll(edits: readonly SourceEdit[]): PullSources | undefined {
    const texts = new Map(this.texts().map(({ path, text }) => [path, text]));
    for (const { file, path, value } of edits) {
      const text = texts.get(file);
      const edited = text === undefined ? undefined : setValue(text, { path, value });
      if (edited === undefined) return undefined;
      texts.set(file, edited);
    }
    const renewed = <File extends { readonly path: string; readonly text: string }>(
      file: File,
    ) => ({
      ...file,
      text: texts.get(file.path) ?? file.text,
    });
    const { spec, efficiency } = this.basis;
    return new PullSources(
      this.request,
      { efficiency, spec: { ...spec, files: spec.files.map(renewed) } },
      { ...this.plans, files: this.plans.files.map(renewed) },
    );
  }
}
