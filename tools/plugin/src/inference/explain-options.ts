import { nxOptionProblems, renderProblems } from '@g6/dashboards';

/** Says what is wrong with the options of this plugin in an `nx.json`; undefined if nothing is. */
export function explainOptions(text: string): string | undefined {
  const problems = nxOptionProblems({ path: 'nx.json', text }, '@g6/plugin');
  return problems.length === 0 ? undefined : renderProblems(problems);
}
