import { basename, dirname } from 'node:path';
import { hasErrors, renderProblems, countProblems, type Problem } from '@g6/dashboards';

/** What one task came to: whether it succeeded, and what it has to say. */
export interface Outcome {
  readonly success: boolean;
  readonly output: string;
}

const SLUG_FOLDER = {
  severity: 'error',
  hint: 'rename the folder or change the slug: Nx generates and verifies a dashboard only where they agree',
} as const;

/** The outcome of a run that problems ended. */
export function refused(found: readonly Problem[]): Outcome {
  const problems = explainFolders(found);
  const text = `${renderProblems(problems)}\n${countProblems(problems)}; nothing was written\n`;
  return { success: false, output: text };
}

/**
 * Nx asks for a dashboard by the name of its plan's folder. Where the slug differs, that is the
 * error, and not that no plan has such a slug.
 */
function explainFolders(problems: readonly Problem[]): Problem[] {
  const folders = problems
    .filter(({ code }) => code === 'slug-folder')
    .map(({ file }) => `"${basename(dirname(file))}"`);
  return problems
    .filter(
      ({ code, message }) => code !== 'slug-unknown' || !folders.some((n) => message.includes(n)),
    )
    .map((problem) => (problem.code === 'slug-folder' ? { ...problem, ...SLUG_FOLDER } : problem));
}

/** The problems of a run that went on in spite of them, as lines above its own. */
export function warnings(problems: readonly Problem[]): string {
  return problems.length === 0 || hasErrors(problems) ? '' : `${renderProblems(problems)}\n`;
}
