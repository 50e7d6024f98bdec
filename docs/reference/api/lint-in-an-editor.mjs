import { lintInMemory } from '@g6/dashboards';

/** What an editor underlines in a document; lines and columns begin with 0. */
export function diagnosticsOf(path, text, plans) {
  const { problems, findings } = lintInMemory({ spec: { path, text }, plans });
  return [...problems, ...findings]
    .filter(({ file, line }) => file === path && line > 0)
    .map(({ line, column, severity, message, hint }) => ({
      line: line - 1,
      column: column - 1,
      severity,
      message: hint === undefined ? message : `${message}; ${hint}`,
    }));
}

const spec = `version: 1
families:
  bus:
    metrics:
      - name: bus_events
        type: countr
`;
const plans = { path: 'plans.yml', text: 'dashboards: [{slug: bus, families: [bus]}]' };
console.log(diagnosticsOf('spec.yml', spec, plans));
console.log(diagnosticsOf('spec.yml', spec.replace('countr', 'counter'), plans));
