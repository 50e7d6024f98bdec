import fc from 'fast-check';
import { stringify } from 'yaml';
import { decodeDashboard } from '../codec';
import { readForm } from '../formats';
import { readPanelNotes } from './panel-notes';

const classic = { uid: 'bus', title: 'Buses', panels: [{ type: 'text', title: 'About' }] };
const yaml = (value: unknown) => ({ name: 'a.yaml', text: stringify(value) });
const titleOf = (file: { name: string; text: string }) => {
  const reading = readForm(file, 'g6_meta');
  return 'fault' in reading
    ? reading.fault
    : `${reading.form}: ${String(reading.classic['title'])}`;
};

const grafana = (spec: object) => ({
  apiVersion: 'dashboard.grafana.app/v1',
  kind: 'Dashboard',
  metadata: { name: 'bus' },
  spec,
});

describe('readForm', () => {
  it.each([
    ['a resource', grafana(classic), 'resource: Buses'],
    [
      'a resource of the operator',
      { ...operator('GrafanaDashboard'), spec: { json: JSON.stringify(classic) } },
      'operator: Buses',
    ],
    [
      'a manifest of the operator',
      { ...operator('GrafanaManifest'), spec: { template: grafana(classic) } },
      'operator manifest: Buses',
    ],
    ['a ConfigMap', configMap({ 'a.json': JSON.stringify(classic) }), 'configmap: Buses'],
    ['a resource without panels', grafana({}), 'its spec has no panels and no elements'],
    ['an operator without JSON', operator('GrafanaDashboard'), 'it has no text of JSON'],
    [
      'an operator with a wrong text',
      { ...operator('GrafanaDashboard'), spec: { json: '{"a": }' } },
      'the text in it is not JSON at line 1, column 7',
    ],
    [
      'a ConfigMap of two files',
      configMap({ 'a.json': '', 'b.json': '' }),
      'it holds 2 JSON files, not one',
    ],
    ['something else', { kind: 'Deployment' }, 'it has no list of panels'],
  ])('reads %s', (_, document, outcome) => {
    expect(titleOf(yaml(document))).toBe(outcome);
  });

  it('ends where forms stand in each other without end', () => {
    let document: object = grafana(classic);
    for (let depth = 0; depth < 9; depth += 1) {
      document = { ...operator('GrafanaManifest'), spec: { template: document } };
    }
    expect(titleOf(yaml(document))).toBe('it has no list of panels');
  });

  it.each([
    ['a: [', 'it is not YAML at line 1, column 5'],
    ['- a\n', 'it is not a YAML object'],
    ['a: *b\n', 'it is not YAML'],
  ])('tells what is wrong with %j', (text, fault) => {
    expect(titleOf({ name: 'a.yaml', text })).toContain(fault);
  });

  it('reads no text that consists of open brackets, which would exhaust the stack', () => {
    const name = 'a.yaml';
    expect(titleOf({ name, text: '['.repeat(150_000) })).toBe(
      'it is not YAML at line 1, column 1001',
    );
    expect(titleOf({ name, text: '['.repeat(300_000) })).toBe('it is not YAML');
  });

  it('never fails, whatever stands in a resource of version 2 or of Perses', () => {
    const anything = fc.jsonValue({ maxDepth: 4 });
    const keys = ['elements', 'layout', 'variables', 'annotations', 'timeSettings', 'links'];
    const spec = fc.dictionary(fc.constantFrom(...keys, 'panels', 'layouts', 'display'), anything);
    fc.assert(
      fc.property(spec, anything, fc.boolean(), (written, element, isPerses) => {
        const document = {
          ...grafana({ ...written, elements: { a: element }, panels: { a: element } }),
          ...(isPerses ? { apiVersion: undefined } : {}),
        };
        const text = JSON.stringify(document);
        const { file } = decodeDashboard({ path: 'a.json', text, notes: JSON.stringify(element) });
        expect(file?.title === undefined || typeof file.title === 'string').toBe(true);
      }),
    );
  });
});

describe('the metadata beside a form', () => {
  it('is read as far as it is some', () => {
    expect(readPanelNotes('{')).toBeUndefined();
    expect(readPanelNotes('[]')).toBeUndefined();
    const rows = [{ title: 'R', id: 1, meta: {} }, { title: 'R' }, 'row'];
    expect(readPanelNotes(JSON.stringify({ panels: { a: {}, b: 1 }, rows }))).toEqual({
      panels: { a: {} },
      rows: [{ title: 'R', id: 1, meta: {} }],
    });
  });
});

function operator(kind: string) {
  return { apiVersion: 'grafana.integreatly.org/v1beta1', kind, metadata: { name: 'bus' } };
}

function configMap(data: object) {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'bus' }, data };
}
