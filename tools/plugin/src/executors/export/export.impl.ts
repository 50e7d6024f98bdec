import {
  type ApiVersion,
  type ExportFormat,
  type Problem,
  printExport,
  printProblems,
  readLabels,
  ruleOptions,
} from '@g6/dashboards';
import { executor } from '../executor';
import { nxShell } from '../nx-shell';
import { executorRequest, runConfig, shownPath, type RunOptions } from '../run-options';

/** Options of the executor `export`. */
export interface ExportOptions extends RunOptions {
  /** Form of the files. */
  readonly format: ExportFormat;
  /** Folder to write to. */
  readonly out: string;
  readonly folder?: string;
  readonly apiVersion?: ApiVersion;
  /** Pairs `key=value` with commas between them. */
  readonly labels?: string;
  readonly namespace?: string;
  /** Pairs as in `labels`. */
  readonly instanceSelector?: string;
  readonly resyncPeriod?: string;
  /** Project of Perses; Nx has an option `project` of its own. */
  readonly perses?: string;
}

/** The executor `@g6/plugin:export`. */
export default executor<ExportOptions>((options, { root }) => {
  const { format, out, folder, apiVersion, namespace, resyncPeriod, perses, ...rest } = options;
  const { labels: labelList, instanceSelector: selectorList, ...run } = rest;
  const [labels, instanceSelector] = [labelList, selectorList].map(labelsOf);
  const wrong = [labels, instanceSelector].flatMap((read) =>
    typeof read === 'string' ? [labelProblem(read)] : [],
  );
  if (wrong.length > 0) return printProblems(wrong, nxShell());
  const settings = {
    ...{ format, folder, apiVersion, namespace, resyncPeriod, project: perses },
    labels: labels as Readonly<Record<string, string>> | undefined,
    instanceSelector: instanceSelector as Readonly<Record<string, string>> | undefined,
  };
  const request = {
    ...executorRequest(run, root),
    ...{ out: shownPath(root, out), settings, dryRun: false },
    rules: ruleOptions(runConfig(run, root), false),
  };
  return printExport(request, nxShell());
}, 'folder');

function labelsOf(list: string | undefined) {
  return list === undefined ? undefined : readLabels(list.split(','));
}

function labelProblem(pair: string): Problem {
  return {
    ...{ file: 'labels', line: 0, column: 0, code: 'option-value', severity: 'error' },
    message: `${JSON.stringify(pair)} is not written key=value`,
  };
}
