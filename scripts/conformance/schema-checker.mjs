import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';

/** Units that are no ids of Grafana and are meant as a suffix behind the number. */
const SUFFIX_UNITS = ['ratio', 'rows'];

/**
 * Makes a function that validates a value by one of the published schemas, or by a definition of it. A
 * schema that is not published finds nothing.
 */
export function schemaRunner(folder) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const validators = new Map();
  const validator = (name, definition) => {
    const key = `${name}#${definition ?? ''}`;
    if (!validators.has(key)) validators.set(key, compile(ajv, folder, name, definition));
    return validators.get(key);
  };
  return (name, definition, value, where) => {
    const validate = validator(name, definition);
    if (validate === undefined || validate(value)) return [];
    return validate.errors.map(
      (error) => `${where}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`,
    );
  };
}

/** Makes a function that validates what a panel shows: its fields, options, queries and unit. */
export function panelChecker(folder, knownUnits = []) {
  const run = schemaRunner(folder);
  const published = JSON.parse(readFileSync(join(folder, 'units.jsonschema.json'), 'utf8'));
  const units = new Set([...unitIds(published), ...SUFFIX_UNITS, ...knownUnits]);
  return ({ title, type, fieldConfig, options, targets = [] }) => {
    const where = `panel "${title}"`;
    const schema = type.replaceAll('-', '');
    const findings = [];
    const { custom, unit } = fieldConfig?.defaults ?? {};
    if (custom !== undefined)
      findings.push(...run(schema, 'FieldConfig', custom, `${where} custom`));
    if (options !== undefined)
      findings.push(...run(schema, 'Options', options, `${where} options`));
    for (const target of targets) {
      findings.push(...run('prometheus', 'Dataquery', target, `${where} query ${target.refId}`));
    }
    if (unit !== undefined && !units.has(unit)) {
      findings.push(`${where}: "${unit}" is no unit of Grafana`);
    }
    return findings;
  };
}

/**
 * Makes a function that validates a dashboard in layers, because the dashboard schema alone leaves
 * panel options and queries open: the whole file, then each panel's custom field config, options,
 * queries and unit, then what no schema covers (ids, refIds, overlaps). `knownUnits` are units that
 * Grafana does not have and that are meant.
 */
export function schemaChecker(folder, knownUnits = []) {
  const run = schemaRunner(folder);
  const checkPanel = panelChecker(folder, knownUnits);
  return (dashboard) => {
    const bare = withoutMeta(dashboard);
    return [
      ...run('dashboard', undefined, bare, ''),
      ...bare.panels.flatMap((panel) => checkPanel(panel)),
      ...structure(bare),
    ];
  };
}

function compile(ajv, folder, name, definition) {
  const file = join(folder, `${name}.jsonschema.json`);
  if (!existsSync(file)) return undefined;
  const schema = withAnyValues(JSON.parse(readFileSync(file, 'utf8')));
  if (definition === undefined) return ajv.compile(schema);
  if (schema.definitions?.[definition] === undefined) return undefined;
  return ajv.compile({ ...schema, $ref: `#/definitions/${definition}` });
}

/**
 * The schemas write "any value" as an object with any properties, and would refuse what Grafana
 * itself saves: a text as the options of a matcher, a number as the value of an override.
 */
function withAnyValues(schema) {
  if (Array.isArray(schema)) return schema.map(withAnyValues);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { type, additionalProperties, properties } = schema;
  const open = typeof additionalProperties === 'object' && properties === undefined;
  if (type === 'object' && open && Object.keys(additionalProperties).length === 0) return {};
  return Object.fromEntries(
    Object.entries(schema).map(([key, child]) => [key, withAnyValues(child)]),
  );
}

function unitIds(schema) {
  if (Array.isArray(schema)) return schema.flatMap(unitIds);
  if (typeof schema !== 'object' || schema === null) return [];
  const own = [...(schema.enum ?? []), ...('const' in schema ? [schema.const] : [])];
  return [...own, ...Object.values(schema).flatMap(unitIds)];
}

function withoutMeta(value) {
  if (Array.isArray(value)) return value.map(withoutMeta);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'g6_meta')
      .map(([key, child]) => [key, withoutMeta(child)]),
  );
}

function structure(dashboard) {
  const findings = [];
  const ids = dashboard.panels.map(({ id }) => id);
  if (new Set(ids).size < ids.length || ids.some((id) => !(id > 0)))
    findings.push('panel ids are not unique and positive');
  for (const [i, panel] of dashboard.panels.entries()) {
    const refIds = (panel.targets ?? []).map(({ refId }) => refId);
    if (new Set(refIds).size < refIds.length)
      findings.push(`panel "${panel.title}": refIds are not unique`);
    for (const other of dashboard.panels.slice(i + 1)) {
      if (overlap(panel.gridPos, other.gridPos))
        findings.push(`panels "${panel.title}" and "${other.title}" overlap`);
    }
  }
  return findings;
}

function overlap(a, b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
