import { printVerifyManifest } from '@g6/dashboards';
import { executor } from '../executor';
import { nxShell } from '../nx-shell';
import { type AnnotatedOptions, executorRequest, type RunOptions } from '../run-options';

/** The executor `@g6/plugin:verify-manifest`. */
export default executor<RunOptions & AnnotatedOptions>((options, { root, projectName }, basis) => {
  const request = executorRequest(options, root);
  const generateCommand = `nx run ${projectName ?? 'dashboards'}:manifest`;
  return printVerifyManifest(
    request,
    nxShell({ generateCommand, format: options.format }),
    basis.get(request),
  );
});
