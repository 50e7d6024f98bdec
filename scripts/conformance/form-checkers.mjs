/**
 * Checks exported files by what is published about their forms: the schemas of Kubernetes resources and
 * of Perses from their npm packages, the parser of Terraform, and Grafana's JSON Schemas if a folder holds
 * them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  GrafanaDashboard,
  GrafanaFolder,
  GrafanaManifest,
} from '@kubernetes-models/grafana-operator/grafana.integreatly.org/v1beta1';
import { PrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1';
import perses from '@perses-dev/core';
import hcl from 'hcl2-parser';
import { ConfigMap } from 'kubernetes-models/v1';
import { parse } from 'yaml';
import { panelChecker, schemaChecker, schemaRunner } from './schema-checker.mjs';

const KUBERNETES = { ConfigMap, GrafanaDashboard, GrafanaFolder, GrafanaManifest, PrometheusRule };
/** A dashboard of the examples says `rds` of page faults, which Grafana prints behind the number. */
const UNITS_OF_EXAMPLES = ['rds'];
/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names */
const NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Makes a function that checks all files of an export and returns how many it checked, by what, and what
 * it found. `schemas` is the folder of Grafana's published schemas.
 */
export function exportChecker(schemas) {
  const grafana = schemas === undefined ? undefined : grafanaChecker(schemas);
  return (folder) => {
    const counts = {};
    const findings = [];
    const check = (kind, path, found) => {
      counts[kind] = (counts[kind] ?? 0) + 1;
      findings.push(...found.map((finding) => `${path}: ${finding}`));
    };
    for (const path of filesIn(folder)) {
      const text = readFileSync(join(folder, path), 'utf8');
      for (const [kind, found] of checksOf(path, text, grafana)) check(kind, path, found);
    }
    return { counts, findings };
  };
}

function checksOf(path, text, grafana) {
  if (path.endsWith('.tf')) return [['Terraform', terraformFindings(text)]];
  const isJson = path.endsWith('.json');
  if (!isJson && !path.endsWith('.yaml')) return [];
  const document = isJson ? JSON.parse(text) : parse(text);
  if (document.apiVersion === undefined) return [['Perses', persesFindings(document)]];
  if (isJson) return grafana ? [['Grafana', grafana(document)]] : [];
  const inner = grafana && carried(document);
  return [
    ['Kubernetes', kubernetesFindings(document)],
    ...(inner ? [['Grafana', grafana(inner)]] : []),
  ];
}

/** The dashboard that a resource of Kubernetes carries, if any. */
function carried({ spec, data }) {
  if (spec?.template) return spec.template;
  const text = spec?.json ?? Object.values(data ?? {})[0];
  return text === undefined ? undefined : JSON.parse(text);
}

function kubernetesFindings(resource) {
  const Model = KUBERNETES[resource.kind];
  if (Model === undefined) return [`there is no model of the kind ${resource.kind}`];
  const findings = NAME.test(resource.metadata.name)
    ? []
    : [`"${resource.metadata.name}" is no name`];
  try {
    new Model(resource).validate();
  } catch (error) {
    findings.push(error.message);
  }
  return findings;
}

/** The package of Perses has no schema of whole dashboards, but those of their parts. */
function persesFindings({ kind, metadata, spec }) {
  const findings = [];
  if (kind !== 'Dashboard') findings.push(`"${kind}" is no kind of Perses`);
  if (!/^[a-zA-Z0-9_.-]{1,75}$/.test(metadata.name)) findings.push(`"${metadata.name}" is no name`);
  if (!/^[0-9]+(?:ms|[smhdwy])$/.test(spec.duration))
    findings.push(`no duration: ${spec.duration}`);
  const run = (schema, value, where) => {
    const { error } = schema.safeParse(value);
    for (const { path, message } of error?.issues ?? []) {
      findings.push(`${where} ${path.join('.')}: ${message}`);
    }
  };
  for (const [name, panel] of Object.entries(spec.panels))
    run(perses.panelDefinitionSchema, panel, name);
  for (const variable of spec.variables) {
    run(perses.variableDefinitionSchema, variable, `variable ${variable.spec.name}`);
  }
  for (const { content } of spec.layouts.flatMap((layout) => layout.spec.items)) {
    const [, name] = /^#\/spec\/panels\/(.+)$/.exec(content.$ref) ?? [];
    if (spec.panels[name] === undefined) findings.push(`the layout names ${content.$ref}`);
  }
  return findings;
}

function terraformFindings(text) {
  const [parsed, error] = hcl.parseToObject(text);
  if (error || parsed === null) return [`is not HCL: ${JSON.stringify(error)}`];
  const { resource = {} } = parsed;
  const findings = [];
  for (const [name, [{ metadata, spec }]] of Object.entries(
    resource.grafana_apps_dashboard_dashboard_v2 ?? {},
  )) {
    if (typeof metadata?.[0]?.uid !== 'string') findings.push(`${name} has no uid`);
    if (typeof spec?.[0]?.json !== 'string') findings.push(`${name} has no JSON`);
  }
  for (const [name, [{ uid, title }]] of Object.entries(resource.grafana_folder ?? {})) {
    if (typeof uid !== 'string' || typeof title !== 'string') findings.push(`${name} lacks a key`);
  }
  return findings;
}

function grafanaChecker(schemas) {
  const run = schemaRunner(schemas);
  const checkPanel = panelChecker(schemas, UNITS_OF_EXAMPLES);
  const checkClassic = schemaChecker(schemas, UNITS_OF_EXAMPLES);
  return (resource) => {
    const { apiVersion, kind, spec } = resource;
    if (apiVersion === undefined) return checkClassic(resource);
    const envelope = run('resource', 'Manifest', resource, 'resource');
    if (kind === 'Folder') return [...envelope, ...run('folderv1', undefined, spec, 'folder')];
    if (apiVersion !== 'dashboard.grafana.app/v2') return [...envelope, ...checkClassic(spec)];
    return [
      ...envelope,
      ...run('dashboardv2', 'Dashboard', spec, 'dashboard'),
      ...Object.values(spec.elements).flatMap(({ spec: panel }) => checkPanel(classicPanel(panel))),
      ...unplaced(spec),
    ];
  };
}

/** The parts of a panel of version 2 that have schemas of their own. */
function classicPanel({ title, vizConfig, data }) {
  const queries = data.spec.queries.map(({ spec }) => ({ refId: spec.refId, ...spec.query.spec }));
  return { title, type: vizConfig.group, ...vizConfig.spec, targets: queries };
}

/** Elements that the layout does not show exactly once. */
function unplaced({ elements, layout }) {
  const names = [...JSON.stringify(layout).matchAll(/"name":"(panel-[0-9]+)"/g)].map(
    ([, name]) => name,
  );
  return Object.keys(elements)
    .filter((name) => names.filter((other) => other === name).length !== 1)
    .map((name) => `the element ${name} does not stand in the layout once`);
}

/** The files of an export, below all of its folders. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .sort();
}
