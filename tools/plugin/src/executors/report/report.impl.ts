import { printReview, type ReviewFormat } from '@g6/dashboards';
import { executor } from '../executor';
import { nxShell } from '../nx-shell';
import { executorRequest, shownPath, type RunOptions } from '../run-options';

/** Options of the executor `report`; paths are relative to the workspace root. */
export interface ReportOptions extends RunOptions {
  /** Git revision to compare with; default the merge base with the default branch. */
  readonly base?: string;
  /** File to write. */
  readonly out: string;
  /** Form of the report; default by the ending of `out`, else Markdown. */
  readonly format?: ReviewFormat;
  /** Folder that gets a picture of each changed panel before and after; default none. */
  readonly images?: string;
}

/** The executor `@g6/plugin:report`; it succeeds whatever changed. */
export default executor<ReportOptions>((options, { root, nxJsonConfiguration }) => {
  const { base, out, format = formOf(out), images } = options;
  const { defaultBase: defaultBranch } = nxJsonConfiguration;
  const request = executorRequest(options, root);
  const { output, options: generated } = request;
  return printReview(
    { output, metaKey: generated.metaKey, base, defaultBranch, cwd: root },
    {
      format,
      out: shownPath(root, out),
      images: images === undefined ? undefined : shownPath(root, images),
      readRequest: () => ({ request, files: [], problems: [] }),
    },
    nxShell(),
  );
});

function formOf(out: string): ReviewFormat {
  const [, ending] = /\.(html|json)$/.exec(out) ?? [];
  return (ending as 'html' | 'json' | undefined) ?? 'markdown';
}
