import { isMapping } from '../documents/raw-part';
import { type JsonObject, objectOf, objectsOf, textOf } from './json-values';

/** Plugins that speak PromQL. */
const PROMETHEUS_PLUGINS: ReadonlySet<string> = new Set([
  'prometheus',
  'grafana-amazonprometheus-datasource',
  'grafana-azureprometheus-datasource',
]);

/** A datasource as a panel, query or variable refers to it. */
export interface DatasourceRef {
  /** The plugin, if it is known. */
  readonly plugin?: string;
  /** The name, the uid or the variable, for messages; undefined for the default datasource. */
  readonly name?: string;
  /** Whether every query of the panel names a datasource of its own. */
  readonly isMixed: boolean;
}

/** Finds out which plugin is behind a datasource. */
export class Datasources {
  private readonly pluginOf = new Map<string, string>();

  /** Knows the variables of the type `datasource`, and the `__inputs`, of a dashboard. */
  constructor(dashboard: JsonObject) {
    for (const variable of objectsOf(objectOf(dashboard['templating'])['list'])) {
      const name = textOf(variable['name']);
      const plugin = textOf(variable['query']);
      if (variable['type'] === 'datasource' && name !== undefined && plugin !== undefined) {
        this.pluginOf.set(name, plugin);
      }
    }
    for (const input of objectsOf(dashboard['__inputs'])) {
      const name = textOf(input['name']);
      const plugin = textOf(input['pluginId']);
      if (name !== undefined && plugin !== undefined) this.pluginOf.set(name, plugin);
    }
  }

  /** Reads a reference: a name, a variable, or an object of type and uid. */
  resolve(value: unknown): DatasourceRef {
    const object = isMapping(value) ? value : undefined;
    const name = textOf(object ? (object['uid'] ?? object['name']) : value);
    const given = textOf(object?.['type']);
    if (name === '-- Mixed --' || given === 'mixed') return { isMixed: true };
    const plugin = given ?? this.pluginOf.get(variableIn(name ?? '') ?? '') ?? builtIn(name);
    return {
      ...(plugin === undefined ? {} : { plugin }),
      ...(name === undefined ? {} : { name }),
      isMixed: false,
    };
  }
}

/** Whether a datasource is Prometheus, as far as can be known: unknown plugins are taken for it. */
export function isPrometheus({ plugin, name }: DatasourceRef): boolean {
  if (plugin !== undefined) return PROMETHEUS_PLUGINS.has(plugin);
  return !/\b(?:loki|graphite|influx|elastic|cloudwatch|tempo|jaeger|mysql|postgres)/i.test(
    name ?? '',
  );
}

function variableIn(text: string): string | undefined {
  const match = /^(?:\$\{?|\[\[)(\w+)(?::\w+)?(?:\}|\]\])?$/.exec(text);
  return match?.[1];
}

/** Datasources of Grafana itself. */
function builtIn(name: string | undefined): string | undefined {
  if (name === '-- Dashboard --') return 'dashboard';
  if (name === '__expr__') return '__expr__';
  return name === '-- Grafana --' || name === 'grafana' ? 'grafana' : undefined;
}
