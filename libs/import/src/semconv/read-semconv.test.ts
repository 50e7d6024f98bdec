import * as fc from 'fast-check';
import { readSemconv, type SemconvOptions } from './read-semconv';

const read = (texts: readonly string[], options?: SemconvOptions) =>
  readSemconv(
    texts.map((text, index) => ({ path: `${index}.yaml`, text })),
    options,
  );
const told = (...texts: string[]) =>
  read(texts).problems.map(({ file, line, message }) => `${file}:${line} ${message}`);

const REGISTRY = `groups:
- id: registry.bus
  type: attribute_group
  attributes:
  - id: bus.line
    type: string
    brief: >
      The line that a bus
      goes on.
    stability: stable
  - id: bus.kind
    type:
      members:
      - {id: day, value: "day", brief: By day.}
      - {id: night, value: "night"}
      - {id: old, value: "old", deprecated: {reason: obsoleted}}
    brief: When it goes.
  - id: bus.header
    type: template[string]
  - id: bus.late
    type: boolean
    deprecated: {reason: renamed, renamed_to: bus.delayed, note: Old.}
`;

const METRICS = `groups:
- id: attributes.bus
  type: attribute_group
  attributes:
  - ref: bus.line
    requirement_level: required
  - ref: bus.header
- id: metric.bus.delay
  type: metric
  metric_name: bus.delay
  brief: How late buses are.
  note: |
    At each stop.
  instrument: histogram
  unit: s
  stability: development
  extends: attributes.bus
  attributes:
  - ref: bus.line
    brief: The line, of a delay.
  - ref: bus.kind
    requirement_level: {conditionally_required: If known.}
  - ref: bus.late
    requirement_level: opt_in
`;

describe('readSemconv', () => {
  it('reads a metric, with attributes from other files as labels', () => {
    const { metrics, problems } = read([METRICS, REGISTRY]);
    expect(problems).toEqual([]);
    expect(metrics).toEqual([
      {
        name: 'bus_delay_seconds',
        otelName: 'bus.delay',
        type: 'histogram',
        instrument: 'histogram',
        help: 'How late buses are.',
        unit: 'seconds',
        note: 'At each stop.',
        stability: 'development',
        ...{ buckets: [], quantiles: [], native: false, seriesSeen: 0 },
        place: { file: '0.yaml', line: 8, column: 3 },
        labels: [
          {
            name: 'bus_line',
            otelName: 'bus.line',
            help: 'The line, of a delay.',
            values: [],
            complete: false,
            requirement: 'required',
            stability: 'stable',
          },
          {
            name: 'bus_kind',
            otelName: 'bus.kind',
            help: 'When it goes.',
            values: ['day', 'night'],
            complete: true,
            requirement: 'conditionally_required',
            condition: 'If known.',
          },
          {
            name: 'bus_late',
            otelName: 'bus.late',
            values: ['false', 'true'],
            complete: true,
            requirement: 'opt_in',
            deprecated: { renamedTo: 'bus.delayed', note: 'Old.' },
          },
        ],
      },
    ]);
  });

  it('keeps the names of the registry if asked to', () => {
    const [metric] = read([METRICS, REGISTRY], { naming: 'otel' }).metrics;
    expect(metric?.name).toBe('bus.delay');
    expect(metric?.labels.map(({ name }) => name)).toEqual(['bus.line', 'bus.kind', 'bus.late']);
  });

  it('reads the second format of weaver, and prefixes of the first', () => {
    const second = `file_format: definition/2
attributes:
- {key: bus.line, type: string, brief: Line.}
attribute_groups:
- id: bus.common
  attributes: [{ref: bus.line, requirement_level: required}]
metrics:
- name: bus.trips
  instrument: counter
  unit: "{trip}"
  attributes: [{ref_group: bus.common}]
`;
    const prefixed = `groups:
- {id: a, prefix: bus, type: attribute_group, attributes: [{id: stop, type: string, brief: Stop.}]}
- {id: m, type: metric, metric_name: bus.stops, instrument: gauge, attributes: [{ref: bus.stop}]}
`;
    const { metrics, problems } = read([second, prefixed]);
    expect(problems).toEqual([]);
    expect(
      metrics.map(({ name, labels }) => [
        name,
        ...labels.map((label) => `${label.name}: ${label.help}`),
      ]),
    ).toEqual([
      ['bus_trips_total', 'bus_line: Line.'],
      ['bus_stops', 'bus_stop: Stop.'],
    ]);
  });

  it('reports references that lead nowhere once, and keeps the attribute', () => {
    const { metrics } = read([METRICS]);
    expect(metrics[0]?.labels.map(({ name }) => name)).toContain('bus_line');
    expect(
      told(
        METRICS.replace('extends: attributes.bus', 'extends: none'),
        METRICS.replaceAll('bus.delay', 'bus.x'),
      ),
    ).toEqual([
      '1.yaml:2 the group "attributes.bus" is defined twice; see 0.yaml:2',
      '0.yaml:17 the group "none" is in none of the files',
      '0.yaml:19 the attribute "bus.line" is in none of the files',
      '0.yaml:21 the attribute "bus.kind" is in none of the files',
      '0.yaml:23 the attribute "bus.late" is in none of the files',
      '0.yaml:7 the attribute "bus.header" is in none of the files',
    ]);
  });

  it('reports circles and long chains', () => {
    const group = (id: string, base: string) =>
      `- {id: ${id}, type: attribute_group, extends: ${base}}\n`;
    const metric = (base: string) =>
      `- {id: m, type: metric, metric_name: m, instrument: gauge, extends: ${base}}\n`;
    expect(told(`groups:\n${group('a', 'b')}${group('b', 'a')}${metric('a')}`)).toEqual([
      '0.yaml:3 the group "a" extends itself',
    ]);
    const chain = Array.from({ length: 60 }, (_, index) => group(`g${index}`, `g${index + 1}`));
    expect(told(`groups:\n${chain.join('')}${metric('g0')}`)).toEqual([
      '0.yaml:51 more than 50 groups extend each other here',
    ]);
  });

  it('prefers a metric to its deprecated form of the same name, and reports other clashes', () => {
    const metric = (id: string, more = '') =>
      `- {id: ${id}, type: metric, metric_name: ${id}, instrument: gauge${more}}\n`;
    const old = ', deprecated: {reason: renamed, renamed_to: a.b}';
    for (const texts of [metric('a_b', old) + metric('a.b'), metric('a.b') + metric('a_b', old)]) {
      const { metrics, problems } = read([`groups:\n${texts}`]);
      expect(problems).toEqual([]);
      expect(metrics.map(({ otelName }) => otelName)).toEqual(['a.b']);
    }
    expect(told(`groups:\n${metric('a.b')}${metric('a-b')}`)).toEqual([
      '0.yaml:3 "a-b" and "a.b" are both "a_b" in Prometheus; see 0.yaml:2',
    ]);
    const clash = ', attributes: [{id: x.y, type: string}, {id: x_y, type: string}]';
    expect(told(`groups:\n${metric('a', clash)}`)).toEqual([
      '0.yaml:2 "x_y" and "x.y" are both the label "x_y" in Prometheus',
    ]);
  });

  it.each([
    ['groups: [{type: metric}]', 'a group must have an "id"'],
    ['groups: [{id: a, type: metric, instrument: gauge}]', 'a metric must have a "metric_name"'],
    [
      'groups: [{id: a, type: metric, metric_name: a, instrument: timer}]',
      'the metric "a" must have an "instrument", one of counter, updowncounter, gauge, histogram',
    ],
    [
      'groups: [{id: a, type: metric, metric_name: a, instrument: gauge, attributes: [{}]}]',
      'an attribute must have an "id" or a "ref"',
    ],
    ['some: thing', 'this holds no "groups" of semantic conventions'],
  ])('tells what is wrong with %s', (text, problem) => {
    expect(told(text)).toEqual([`0.yaml:1 ${problem}`]);
  });

  it('passes over files that have nothing for metrics', () => {
    expect(told('name: acme\nsemconv_version: 1\n', 'groups: []', 'entities: []', '')).toEqual([]);
  });

  it('never throws, whatever the values are', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, 1, true, 'a', 'metric', 'gauge', 'string', '__proto__'),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(
          fc.constantFrom(
            ...['groups', 'id', 'type', 'metric_name', 'instrument', 'unit', 'extends', 'ref'],
            ...['attributes', 'members', 'value', 'requirement_level', 'deprecated', 'ref_group'],
            ...['metrics', 'attribute_groups', 'key', 'prefix', 'brief'],
          ),
          tie('any'),
          { maxKeys: 5 },
        ),
      ),
    })).any;
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), (groups) => {
        const { metrics } = read([JSON.stringify({ groups, metrics: groups })]);
        expect(new Set(metrics.map(({ name }) => name)).size).toBe(metrics.length);
      }),
      { numRuns: 500 },
    );
  });
});
