import * as fc from 'fast-check';
import {
  instantQuery,
  isOfServer,
  labelValues,
  rangeQuery,
  readEnvelope,
  readMatrix,
  readMetricTypes,
  readNames,
  readRuleQueries,
  readVector,
  requestKey,
  wholeIfEmpty,
  wholeOnly,
} from '.';

const SPAN = { start: 10, end: 70 };

describe('requests', () => {
  it('name path and parameters, and are the same if these are', () => {
    expect(rangeQuery('m', SPAN, 15)).toEqual({
      path: 'query_range',
      parameters: [
        ['query', 'm'],
        ['start', '10'],
        ['end', '70'],
        ['step', '15'],
      ],
      posts: true,
    });
    expect(requestKey(instantQuery('m', 5))).toBe(requestKey(instantQuery('m', 5)));
    expect(requestKey(instantQuery('m', 5))).not.toBe(requestKey(instantQuery('m', 6)));
  });

  it.each([
    ['bus', 'label/bus/values'],
    ['k8s.pod_name', 'label/U__k8s_2e_pod__name/values'],
    ['größe', 'label/U__gr_f6__df_e/values'],
  ])('have the label %s in their path', (label, path) => {
    expect(labelValues(label, [], SPAN).path).toBe(path);
  });
});

describe('readEnvelope', () => {
  it.each([
    ['{"status":"success","data":[]}', { data: [] }],
    [
      '{"status":"error","errorType":"bad_data","error":"no"}',
      { failure: { kind: 'refused', message: 'bad_data: no' } },
    ],
    [
      '<html>',
      {
        failure: {
          kind: 'foreign',
          message:
            'answered 200, but not as Prometheus does; name its address with its path prefix',
        },
      },
    ],
    ['{"status":"success"}', { failure: { kind: 'foreign', message: 'answered without data' } }],
  ])('reads %s', (text, answer) => {
    expect(readEnvelope(text, 200)).toEqual(answer);
  });

  it('takes an error for the fault of the question or of the server', () => {
    const kinds = ['bad_data', 'execution', 'internal', 'timeout', 'canceled', 'unavailable', 7];
    const read = kinds.map((errorType) => {
      const text = JSON.stringify({ status: 'error', errorType, error: 'x'.repeat(400) });
      return readEnvelope(text, 503).failure;
    });
    expect(read.map((failure) => failure?.kind)).toEqual([
      ...['refused', 'refused', 'refused', 'slow', 'slow', 'unreachable', 'refused'],
    ]);
    for (const failure of read) expect(failure?.message.length).toBeLessThan(310);
  });

  it('tells a warning of missing data from a remark on the query', () => {
    const answer = (warnings: unknown, result: unknown = []) =>
      readEnvelope(JSON.stringify({ status: 'success', data: { result }, warnings }), 200);
    for (const remarks of [undefined, 'x', [], ['PromQL info: no counter', 5]]) {
      expect(wholeOnly(answer(remarks))).toEqual({ data: { result: [] } });
    }
    const lacking = ['PromQL warning: mixed', 'store-2: unavailable', 'store-3: unavailable'];
    const failure = {
      kind: 'incomplete',
      message: 'the answer is incomplete: store-2: unavailable; store-3: unavailable',
    };
    expect(wholeOnly(answer(lacking))).toEqual({ failure });
    expect(wholeIfEmpty(answer(lacking))).toEqual({ failure });
    expect(wholeIfEmpty(answer(lacking, [{}])).failure).toBeUndefined();
  });

  it('tells failures of the server from those of a question', () => {
    const kinds = ['unreachable', 'unauthorized', 'foreign', 'budget'] as const;
    expect(kinds.every((kind) => isOfServer({ kind, message: '' }))).toBe(true);
    for (const kind of ['refused', 'incomplete', 'slow', 'too-large'] as const) {
      expect(isOfServer({ kind, message: '' })).toBe(false);
    }
  });
});

describe('answers', () => {
  it('of instant queries are samples', () => {
    const result = [
      { metric: { a: 'b' }, value: [1, '+Inf'] },
      { metric: {}, histogram: [1, { count: '3' }] },
    ];
    expect(readVector({ data: { resultType: 'vector', result } }).data).toEqual([
      { labels: { a: 'b' }, value: Infinity },
      { labels: {}, value: Number.NaN },
    ]);
    expect(readVector({ data: { resultType: 'scalar', result: [1, '2'] } }).data).toEqual([
      { labels: {}, value: 2 },
    ]);
  });

  it('of range queries are series, of numbers and of native histograms', () => {
    const result = [{ metric: { a: 'b' }, values: [[1, '2']], histograms: [[3, {}]] }];
    expect(readMatrix({ data: { resultType: 'matrix', result } }).data).toEqual([
      {
        labels: { a: 'b' },
        points: [
          [1, 2],
          [3, Number.NaN],
        ],
      },
    ]);
  });

  it('are names, types and rules', () => {
    expect(readNames({ data: null }).data).toEqual([]);
    expect(readNames({ data: ['a'] }).data).toEqual(['a']);
    const types = readMetricTypes({ data: { m: [{ type: 'gauge' }, { type: 'gauge' }] } });
    expect(types.data).toEqual(new Map([['m', ['gauge']]]));
    const groups = [{ rules: [{ query: 'm' }, { query: 'n' }] }, {}];
    expect(readRuleQueries({ data: { groups } }).data).toEqual(['m', 'n']);
  });

  it('of any other form are failures, never exceptions', () => {
    const readers = [readVector, readMatrix, readNames, readMetricTypes, readRuleQueries];
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...readers), (data, reader) => {
        const { failure, data: read } = reader({ data });
        expect((failure === undefined) !== (read === undefined)).toBe(true);
      }),
    );
    const failure = { kind: 'slow', message: 'late' } as const;
    for (const reader of readers) expect(reader({ failure })).toEqual({ failure });
  });
});
