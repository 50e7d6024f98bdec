import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { placelessProblem, type Problem } from '@g6/problems';
import type { PreviewPackage } from '../run/preview-package';

/** The name of the package that draws dashboards. */
const PACKAGE = '@g6/preview';

/** The package, or the problem that keeps it from being used. */
export type PreviewReading =
  | { readonly preview: PreviewPackage; readonly problem?: never }
  | { readonly problem: Problem; readonly preview?: never };

/** Loads `@g6/preview` from the workspace, or else from where this package is installed. */
export function loadPreview(cwd: string): PreviewReading {
  for (const from of [join(resolve(cwd), 'package.json'), __filename]) {
    const require = createRequire(from);
    try {
      return { preview: require(PACKAGE) as PreviewPackage };
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return { problem: previewMissing() };
}

/** The problem that the package is not installed. */
export function previewMissing(): Problem {
  const message = 'the package that draws dashboards is not installed';
  const hint = `install it: npm install --save-dev ${PACKAGE}`;
  return placelessProblem(PACKAGE, 'preview-missing', message, hint);
}

function isMissing(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'MODULE_NOT_FOUND' && message.includes(PACKAGE);
}
