import { nxOptionProblems, renderProblems } from '@g6/dashboards';
import { stripComments } from 'jsonc-parser';
import { PLUGIN } from './dashboard-sets';

/** Says what is wrong with the options of this plugin in an `nx.json`; undefined if nothing is. */
export function explainOptions(nxJson: string): string | undefined {
  // Nx allows comments there; with blanks in their place, everything else keeps its position.
  const text = stripComments(nxJson, ' ');
  const problems = nxOptionProblems({ path: 'nx.json', text }, PLUGIN);
  return problems.length === 0 ? undefined : renderProblems(problems);
}
