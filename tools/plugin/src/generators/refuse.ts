import { countProblems, hasErrors, renderProblems, type Problem } from '@g6/dashboards';
import { printRenderedProblems } from '../print';

/** Ends a generator where problems refuse its input; warnings are only printed. */
export function refuseErrors(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const text = renderProblems(problems);
  if (hasErrors(problems)) {
    throw new Error(`${countProblems(problems)}; nothing was written\n${text}`);
  }
  printRenderedProblems(text);
}
