import { isJsonObject } from '@g6/generation';
import { variablesIn } from '@g6/promql';
import { placeOf, type Lint, type LintDashboard } from '../lint';

/** Kinds of variables that work without anything that names them. */
const IMPLICIT = new Set(['datasource', 'adhoc']);

/** Whoever chooses a value expects the dashboard to change. */
export const variableUnused: Lint = {
  name: 'variable-unused',
  severity: 'warning',
  description: 'Something on the dashboard reads each of its variables.',
  check: ({ dashboards, plans }) =>
    dashboards.flatMap((dashboard) => {
      const { slug, variables, place } = dashboard;
      const chosen = variables.filter(({ type }) => !IMPLICIT.has(type));
      if (chosen.length === 0) return [];
      const plan = plans.find((candidate) => candidate.slug === slug);
      const read = namesRead(dashboard);
      return chosen
        .filter(({ name }) => !read.has(name))
        .map(({ name }) => {
          const written = plan?.variables.find((variable) => variable.name === name);
          const message = `nothing on the dashboard "${slug}" reads the variable "${name}"`;
          return { place: written ? placeOf(written.ref) : place, slug, message };
        });
    }),
};

/** The variables that a dashboard reads, in panels, links, annotations and other variables. */
function namesRead({ panels, raw }: LintDashboard): Set<string> {
  const names = new Set<string>();
  const read = (value: unknown): void => {
    if (typeof value === 'string') {
      for (const { name } of variablesIn(value)) names.add(name);
    } else if (Array.isArray(value)) {
      value.forEach(read);
    } else if (isJsonObject(value)) {
      if (typeof value['repeat'] === 'string') names.add(value['repeat']);
      Object.values(value).forEach(read);
    }
  };
  read(raw);
  for (const panel of panels) read(panel.raw);
  return names;
}
