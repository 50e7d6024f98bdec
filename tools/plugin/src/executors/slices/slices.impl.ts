import { printSlices } from '@g6/dashboards';
import { executor } from '../executor';
import { nxShell } from '../nx-shell';
import { executorRequest, type RunOptions, shownPath } from '../run-options';

/** Options of the executor `slices`. */
export interface SlicesOptions extends RunOptions {
  /** Folder of the slices. */
  readonly out: string;
}

/** The executor `@g6/plugin:slices`. */
export default executor<SlicesOptions>(
  (options, { root }) =>
    printSlices(
      { ...executorRequest(options, root), folder: shownPath(root, options.out) },
      nxShell(),
    ),
  'folder',
);
