import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The alerts, the recorded expressions and the queries of dashboards of one mixin. */
export function readMixin(folder, name) {
  const rules = ['alerts.yaml', 'rules.yaml'].flatMap((file) => readRules(join(folder, file)));
  const dashboards = join(folder, 'dashboards');
  const files = existsSync(dashboards)
    ? readdirSync(dashboards, { recursive: true }).filter((file) => file.endsWith('.json'))
    : [];
  return {
    name,
    alerts: rules.filter(({ alert }) => alert !== undefined),
    recorded: rules.filter(({ record }) => record !== undefined).map(({ expr }) => String(expr)),
    queries: distinctQueries(files.flatMap((file) => readQueries(join(dashboards, file)))),
  };
}

function readRules(path) {
  if (!existsSync(path)) return [];
  const groups = parse(readFileSync(path, 'utf8'))?.groups ?? [];
  return groups.flatMap(({ rules }) => rules ?? []);
}

/** The PromQL of a dashboard, as written and with the values that its variables have. */
function readQueries(path) {
  const dashboard = JSON.parse(readFileSync(path, 'utf8'));
  const values = variableValues(dashboard.templating?.list ?? []);
  return panelsOf(dashboard)
    .flatMap(({ targets }) => targets ?? [])
    .map(({ expr }) => expr)
    .filter((expr) => typeof expr === 'string' && expr.trim() !== '')
    .map((expr) => ({ expr, interpolated: interpolate(expr, values) }));
}

function panelsOf(dashboard) {
  const rows = (dashboard.rows ?? []).flatMap(({ panels }) => panels ?? []);
  const panels = [...(dashboard.panels ?? []), ...rows];
  return panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
}

function distinctQueries(queries) {
  return [...new Map(queries.map((query) => [query.expr, query])).values()];
}

/** A value for each variable: the current one if it is a plain text, else one that parses. */
function variableValues(variables) {
  return new Map(
    variables.map(({ name, type, current, query }) => {
      const written = type === 'constant' ? query : current?.value;
      const plain = typeof written === 'string' && /^[\w.:]+$/.test(written);
      return [name, plain ? written : type === 'interval' ? '5m' : 'value'];
    }),
  );
}

const DURATIONS = new Set(['__interval', '__rate_interval', '__range']);
const REFERENCE = /\$(\w+)|\[\[(\w+?)(?::\w+)?\]\]|\$\{(\w+)(?:\.[^:^}]+)?(?::[^}]+)?\}/g;

/** The query as Grafana sends it. */
function interpolate(expr, values) {
  return expr.replace(REFERENCE, (reference, a, b, c) => {
    const name = a ?? b ?? c;
    if (DURATIONS.has(name)) return '5m';
    if (name.startsWith('__')) return '300';
    return values.get(name) ?? reference;
  });
}
