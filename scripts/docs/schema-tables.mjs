/** Tables of the keys that a JSON Schema knows, one for each kind of object in it. */
import { anchor, code, prose, table } from './markdown.mjs';

/**
 * Headings and tables of a schema; `names` has a placeholder for keys that the user chooses, `root` is
 * what the value is called.
 */
export function schemaTables(schema, names = {}, root = '') {
  return objectsOf(schema, root, names).flatMap(({ path, object, required }) => [
    `### ${headingOf(path)}`,
    object.description === undefined ? undefined : prose(object.description),
    table(
      ['key', 'type', 'required', 'default', 'meaning'],
      Object.entries(object.properties).map(([key, value]) =>
        rowOf(key, value, required.has(key), path),
      ),
    ),
  ]);
}

function objectsOf(schema, path, names) {
  const object = insideOf(schema);
  const nested = Object.entries(object.properties ?? {}).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return below(value, at, names);
  });
  if (object.properties === undefined) return nested;
  return [{ path, object, required: new Set(object.required ?? []) }, ...nested];
}

/** The objects below one value: itself, the items of a list, the values of a mapping of names. */
function below(schema, path, names) {
  const alternatives = alternativesOf(schema);
  if (alternatives.length > 1) return alternatives.flatMap((one) => below(one, path, names));
  const value = insideOf(schema);
  if (value.items !== undefined) return below(value.items, `${path}[]`, names);
  const free = freeValuesOf(value);
  if (free !== undefined) return below(free, `${path}.<${names[path] ?? 'name'}>`, names);
  return value.properties === undefined ? [] : objectsOf(value, path, names);
}

function rowOf(key, schema, required, path) {
  const { meaning, byDefault } = splitDefault(schema.description ?? '');
  const type = typeOf(schema, path === '' ? key : `${path}.${key}`);
  return [code(key), type, required ? 'yes' : 'no', byDefault, prose(meaning)];
}

/** Descriptions end with `; default …`, if there is one. */
function splitDefault(description) {
  const [, meaning, value] = /^(.*?); default (.+)\.$/.exec(description) ?? [];
  if (meaning === undefined) return { meaning: description, byDefault: '' };
  const isLiteral = /^\S+$/.test(value) && !['none', 'nothing'].includes(value);
  return { meaning: `${meaning}.`, byDefault: isLiteral ? code(value) : prose(value) };
}

function typeOf(schema, path) {
  const alternatives = alternativesOf(schema);
  if (alternatives.length > 1) {
    return [...new Set(alternatives.map((one) => typeOf(one, path)))].join(' or ');
  }
  const value = insideOf(schema);
  if (value.const !== undefined) return code(JSON.stringify(value.const));
  if (value.enum !== undefined) return value.enum.map((item) => code(String(item))).join(', ');
  if (value.items !== undefined) {
    const items = insideOf(value.items);
    const inside = items.properties ? link('objects', `${path}[]`) : typeOf(value.items, path);
    return `list of ${inside}`;
  }
  if (freeValuesOf(value) !== undefined) return 'mapping';
  if (value.properties !== undefined) return link('object', path);
  const type = Array.isArray(value.type) ? value.type.join(' or ') : value.type;
  return [type ?? 'anything', rangeOf(value)].filter(Boolean).join(' ');
}

function rangeOf({ minimum, maximum, exclusiveMinimum }) {
  const most = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (minimum !== undefined && most !== undefined) return `${minimum} to ${most}`;
  if (exclusiveMinimum !== undefined) return `above ${exclusiveMinimum}`;
  return minimum === undefined || minimum < 0 ? '' : `from ${minimum}`;
}

/** The forms that a value may have; a value that may also be left empty has one. */
function alternativesOf({ anyOf = [] }) {
  return anyOf.filter(({ type }) => type !== 'null');
}

/** A value that may also be left empty counts as the value. */
function insideOf(schema) {
  const inside = schema.anyOf?.find(({ type }) => type !== 'null');
  if (inside === undefined) return schema;
  return { ...inside, description: inside.description ?? schema.description };
}

/** The schema of the values if the user chooses the keys; undefined for an object with fixed keys. */
function freeValuesOf({ properties, patternProperties }) {
  return properties === undefined ? Object.values(patternProperties ?? {})[0] : undefined;
}

function headingOf(path) {
  return path === '' ? 'Top level' : code(path);
}

function link(text, path) {
  return `[${text}](#${anchor(headingOf(path))})`;
}
