/** Which panels of a dashboard no plan can have: those that ask nothing of Prometheus. */
import { type Json, listAt, objectAt } from '../json';

/** Plugins that speak PromQL, and what Grafana names itself in a panel without queries. */
const OURS = new Set(['prometheus', 'mixed', 'datasource', 'grafana']);

/** The datasource plugins that a dashboard's variables and inputs stand for. */
export function pluginsByVariable(dashboard: Json): ReadonlyMap<string, string> {
  const variables = listAt(dashboard['templating'], 'list') as readonly Json[];
  const inputs = listAt(dashboard, '__inputs') as readonly Json[];
  return new Map([
    ...variables
      .filter(({ type }) => type === 'datasource')
      .map(({ name, query }) => [String(name), String(query)] as const),
    ...inputs.map(({ name, pluginId }) => [String(name), String(pluginId)] as const),
  ]);
}

/** The plugin other than Prometheus that a panel or one of its queries asks; undefined if none. */
export function foreignPlugin(
  panel: Json,
  plugins: ReadonlyMap<string, string>,
): string | undefined {
  const asked = [panel, ...(listAt(panel, 'targets') as readonly Json[])]
    .map(({ datasource }) => pluginOf(datasource, plugins))
    .filter((plugin) => plugin !== undefined);
  return asked.find((plugin) => !OURS.has(plugin));
}

function pluginOf(datasource: unknown, plugins: ReadonlyMap<string, string>): string | undefined {
  const { type, uid } = objectAt({ datasource }, 'datasource');
  const name = typeof datasource === 'string' ? datasource : uid;
  const variable = /^\$\{?(\w+)\}?$/.exec(String(name))?.[1];
  if (typeof type === 'string') return type;
  return variable === undefined ? undefined : plugins.get(variable);
}
