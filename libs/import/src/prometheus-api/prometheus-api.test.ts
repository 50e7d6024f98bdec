import * as fc from 'fast-check';
import { readMetadata } from './read-metadata';
import { readRules, spellDuration } from './read-rules';
import { readNames, readSeries, readTsdbStatus } from './read-series';
import { tallySeries } from './tally-series';

const url = 'http://localhost:9090/api/v1/x';
const success = (data: unknown) => ({ url, body: { status: 'success', data } });

describe('readMetadata', () => {
  it('gives each name its type, help and unit', () => {
    expect(
      readMetadata(
        success({
          wait_seconds: [
            { type: 'histogram', help: '', unit: 's' },
            { type: 'unknown', help: 'W.' },
          ],
          bus_total: [{ type: 'counter', help: 'Buses.', unit: '' }],
          odd: [{ type: 'novel' }],
        }),
      ),
    ).toEqual({
      data: [
        { name: 'bus_total', type: 'counter', help: 'Buses.' },
        { name: 'odd', type: 'unknown' },
        { name: 'wait_seconds', type: 'histogram', help: 'W.', unit: 's' },
      ],
      problems: [],
    });
  });

  it('tells when targets disagree on a type', () => {
    const { data, problems } = readMetadata(
      success({ a: [{ type: 'gauge' }, { type: 'counter' }] }),
    );
    expect(data).toEqual([{ name: 'a', type: 'gauge' }]);
    expect(problems).toMatchObject([
      { file: url, line: 0, message: 'targets disagree on the type of "a": gauge, counter' },
    ]);
  });
});

describe('readSeries, readNames, readTsdbStatus', () => {
  it('read lists and counts', () => {
    expect(readSeries(success([{ __name__: 'up', job: 'a' }])).data).toEqual([
      { __name__: 'up', job: 'a' },
    ]);
    expect(readNames(success(['a', 'b'])).data).toEqual(['a', 'b']);
    const counts = [{ name: 'up', value: 3 }];
    expect(
      readTsdbStatus(
        success({
          headStats: { numSeries: 9 },
          seriesCountByMetricName: counts,
          labelValueCountByLabelName: null,
        }),
      ).data,
    ).toEqual({ series: 9, seriesByName: counts, valuesByLabel: [] });
  });
});

describe('tallySeries', () => {
  it('joins metadata with what is stored', () => {
    const series = [
      { __name__: 'w_bucket', job: 'a', le: '1' },
      { __name__: 'w_bucket', job: 'a', le: '+Inf' },
      { __name__: 'w_count', job: 'a' },
      { __name__: 'up', job: 'a' },
      { job: 'nameless' },
    ];
    const { metrics, problems } = tallySeries(url, [{ name: 'w', type: 'histogram' }], series);
    expect(problems).toEqual([]);
    expect(metrics).toMatchObject([
      { name: 'w', type: 'histogram', buckets: [1], seriesSeen: 1, labels: [{ name: 'job' }] },
      { name: 'up', type: 'unknown', seriesSeen: 1, labels: [{ name: 'job', values: ['a'] }] },
    ]);
  });
});

describe('readRules', () => {
  it('gives groups as a rule file has them', () => {
    const { data, problems } = readRules(
      success({
        groups: [
          {
            ...{ name: 'bus', file: '/etc/bus.yml', interval: 30, limit: 0 },
            rules: [
              { type: 'recording', name: 'a:b', query: 'sum(bus_total)', health: 'ok' },
              {
                ...{ type: 'alerting', name: 'Late', query: 'a:b > 1', duration: 90 },
                ...{
                  keepFiringFor: 0,
                  labels: { severity: 'warning' },
                  alerts: [],
                  state: 'firing',
                },
              },
            ],
          },
        ],
      }),
    );
    const place = { file: url, line: 0, column: 0 };
    expect(problems).toEqual([]);
    expect(data).toEqual([
      {
        name: 'bus',
        interval: '30s',
        labels: {},
        place,
        rules: [
          {
            ...{ kind: 'record', name: 'a:b', expr: 'sum(bus_total)', metric: 'bus_total' },
            ...{ labels: {}, annotations: {}, place },
          },
          {
            ...{ kind: 'alert', name: 'Late', expr: 'a:b > 1', for: '1m30s', metric: 'bus_total' },
            ...{ labels: { severity: 'warning' }, annotations: {}, place },
          },
        ],
      },
    ]);
  });

  it.each([
    [0, '0s'],
    [0.25, '250ms'],
    [90, '1m30s'],
    [90_000, '1d1h'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(spellDuration(seconds)).toBe(text);
  });
});

describe('every reader', () => {
  const READERS = { readMetadata, readSeries, readNames, readTsdbStatus, readRules };

  it.each(Object.entries(READERS))('%s tells what is wrong with an answer', (_, reader) => {
    const told = (body: unknown) => reader({ url, body }).problems.map(({ message }) => message);
    expect(told('<html>')).toEqual(['this is not an answer of Prometheus']);
    expect(told({ status: 'error', errorType: 'bad_data', error: 'no match' })).toEqual([
      'Prometheus refused the request: bad_data: no match',
    ]);
    expect(told({ status: 'success', data: 3 })).toEqual([
      'the answer of Prometheus has another form than expected, at data',
    ]);
  });

  it('names the place in the data, and passes warnings on', () => {
    const body = { status: 'success', data: ['a', 3], warnings: ['cut short'] };
    expect(readNames({ url, body }).problems).toMatchObject([
      { severity: 'warning', message: 'Prometheus warns: cut short' },
      { severity: 'error', message: expect.stringMatching(/at data\.1$/) as string },
    ]);
  });

  it('never throws, whatever the answer is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.values(READERS)), (data, reader) => {
        const { problems } = reader(success(data));
        expect(reader({ url, body: data }).data).toBeUndefined();
        expect(problems.every(({ file }) => file === url)).toBe(true);
      }),
    );
  });
});
