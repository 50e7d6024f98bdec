import type { SpecIndex } from '@g6/model';
import { type PromQlCache, readFormerNames } from '@g6/promql';
import type { PanelDraft } from './panel-draft';

/** Makes queries read metrics that were renamed under their former names as well. */
export class RenamedQueries {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly index: SpecIndex,
    private readonly promql: PromQlCache,
    /** Whether the spec renames nothing. */
    private readonly none: boolean,
  ) {}

  /** The expression under all names; one that reads nothing renamed stays as it is. */
  read(expr: string): string {
    if (this.none) return expr;
    const known = this.known.get(expr);
    if (known !== undefined) return known;
    const read = readFormerNames(this.promql.analyze(expr).promql, (series) =>
      this.index.formerNamesOf(series),
    );
    this.known.set(expr, read);
    return read;
  }

  /** The panel with all of its queries under all names. */
  readIn(panel: PanelDraft): PanelDraft {
    if (this.none) return panel;
    return {
      ...panel,
      queries: panel.queries.map((one) => ({ ...one, expr: this.read(one.expr) })),
    };
  }
}
