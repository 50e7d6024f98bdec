import {
  type DraftedDashboard,
  finishDashboard,
  identityOf,
  type JsonObject,
  type PanelDraft,
  signatureParts,
} from '@g6/generation';
import { allPanels } from '@g6/live-grafana';
import { META_KEY } from '@g6/model';
import { isFilter, removeMatchers } from '@g6/promql';
import type { YamlRef } from '@g6/yaml';
import type { PlannedRun } from '../plan-run';
import type { RunRequest } from '../run-request';

/** A dashboard as it is generated, and where each of its panels is written. */
export class GeneratedDashboard {
  readonly spec: JsonObject;
  private readonly drafts = new Map<string, PanelDraft>();

  constructor(
    private readonly drafted: DraftedDashboard,
    private readonly run: PlannedRun,
    { options }: RunRequest,
  ) {
    this.spec = finishDashboard(drafted, run.basis, options);
    const { plan, blocks, previews } = drafted;
    for (const draft of [...blocks.flatMap(({ panels }) => panels), ...previews]) {
      const { panelUuid } = identityOf(plan.slug, signatureParts(draft), draft.stableId);
      this.drafts.set(panelUuid, draft);
    }
  }

  /** Where the plan of the dashboard is. */
  get planRef(): YamlRef {
    return this.drafted.plan.ref;
  }

  /** Where a panel is written; undefined for an automatic one. */
  refOf(panel: JsonObject): YamlRef | undefined {
    return this.draftOf(panel)?.ref;
  }

  /** The panel that is written at a place. */
  panelAt({ file, path }: YamlRef): JsonObject | undefined {
    const key = JSON.stringify([file.path, path]);
    return allPanels(this.spec).find((panel) => {
      const ref = this.refOf(panel);
      return ref !== undefined && JSON.stringify([ref.file.path, ref.path]) === key;
    });
  }

  /** An expression without the filters of the dashboard, if generation puts them all back. */
  bare(panel: JsonObject, expr: string): string {
    const { filters } = this.drafted;
    if (filters.none || this.draftOf(panel)?.unfiltered === true) return expr;
    const { promql } = this.run.basis.promql.analyze(expr);
    const bare = removeMatchers(promql, ({ name, matchers }) =>
      name === undefined
        ? []
        : filters
            .of(name)
            .filter((filter) => matchers.some((matcher) => isFilter(matcher, filter))),
    );
    return filters.inject(bare) === expr ? bare : expr;
  }

  private draftOf(panel: JsonObject): PanelDraft | undefined {
    const meta = panel[META_KEY] as { readonly panel_uuid?: string } | undefined;
    return meta?.panel_uuid === undefined ? undefined : this.drafts.get(meta.panel_uuid);
  }
}

/** The dashboards of a planned run that are asked for, by their slugs. */
export function generatedDashboards(
  run: PlannedRun,
  request: RunRequest,
  slugs: ReadonlySet<string>,
): ReadonlyMap<string, GeneratedDashboard> {
  return new Map(
    run.dashboards
      .filter(({ plan }) => slugs.has(plan.slug))
      .map((drafted) => [drafted.plan.slug, new GeneratedDashboard(drafted, run, request)]),
  );
}
