import { printExplain, printProblems, type Problem } from '@g6/dashboards';
import { executor } from '../executor';
import { nxShell } from '../nx-shell';
import { executorRequest, type RunOptions } from '../run-options';

/** Options of the executor `explain`. */
export interface ExplainOptions extends RunOptions {
  /** Slug of a dashboard. */
  readonly slug?: string;
  /** Title or `panel_uuid` of one of its panels; default all. */
  readonly panel?: string;
  /** Name of a metric. */
  readonly metric?: string;
  /** Whether to print JSON. */
  readonly json?: boolean;
}

/** The executor `@g6/plugin:explain`. */
export default executor<ExplainOptions>(({ slug, panel, metric, json, ...options }, { root }) => {
  const name = slug ?? metric;
  const both = slug !== undefined && metric !== undefined;
  if (name === undefined || both) return printProblems([whatToExplain(both)], nxShell());
  return printExplain(
    { ...executorRequest(options, root), name, panel },
    nxShell({ json: json === true }),
  );
});

function whatToExplain(both: boolean): Problem {
  return {
    file: '--slug',
    line: 0,
    column: 0,
    code: 'option-value',
    severity: 'error',
    message: both ? 'explain one thing at a time' : 'there is nothing to explain',
    hint: 'give --slug=<dashboard>, perhaps with --panel=<title>, or --metric=<name>',
  };
}
