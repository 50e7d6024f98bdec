import { hasErrors, renderProblems, countProblems, type Problem } from '@g6/dashboards';

/** What one task came to: whether it succeeded, and what it has to say. */
export interface Outcome {
  readonly success: boolean;
  readonly output: string;
}

/** The outcome of a run that problems ended. */
export function refused(problems: readonly Problem[]): Outcome {
  const text = `${renderProblems(problems)}\n${countProblems(problems)}; nothing was written\n`;
  return { success: false, output: text };
}

/** The problems of a run that went on in spite of them, as lines above its own. */
export function warnings(problems: readonly Problem[]): string {
  return problems.length === 0 || hasErrors(problems) ? '' : `${renderProblems(problems)}\n`;
}
