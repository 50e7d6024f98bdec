import { type FoundMetric } from '../found-metric';
import { readExposition } from './exposition-reader';

const read = (text: string | readonly string[], options = {}) =>
  readExposition(
    { path: 'metrics.txt', text: typeof text === 'string' ? text : text.join('\n') },
    options,
  );

/** The one metric of a text without problems. */
function metricIn(...lines: string[]): FoundMetric {
  const { metrics, problems } = read(lines);
  expect(problems).toEqual([]);
  expect(metrics).toHaveLength(1);
  return metrics[0]!;
}

const brief = ({ name, type, seriesSeen }: FoundMetric) => `${type} ${name} ${seriesSeen}`;
const briefs = (text: string | readonly string[], options = {}) =>
  read(text, options).metrics.map(brief);
const told = (...lines: string[]) =>
  read(lines).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('readExposition, on the text format', () => {
  it('reads name, type, help, labels and how many series there are', () => {
    const metric = metricIn(
      '# HELP bus_trips_total Trips made.',
      '# TYPE bus_trips_total counter',
      'bus_trips_total{line="7",kind="night"} 1027 1395066363000',
      'bus_trips_total{line="11",kind="night"} 3',
    );
    expect(metric).toEqual({
      name: 'bus_trips_total',
      type: 'counter',
      help: 'Trips made.',
      labels: [
        { name: 'line', values: ['11', '7'], complete: true },
        { name: 'kind', values: ['night'], complete: true },
      ],
      buckets: [],
      quantiles: [],
      native: false,
      seriesSeen: 2,
      place: { file: 'metrics.txt', line: 1, column: 1 },
    });
  });

  it('joins the series of a histogram, with its bounds in order', () => {
    const metric = metricIn(
      '# TYPE wait_seconds histogram',
      'wait_seconds_bucket{stop="a",le="0.5"} 1',
      'wait_seconds_bucket{stop="a",le="1e1"} 2',
      'wait_seconds_bucket{stop="a",le="2.5"} 2',
      'wait_seconds_bucket{stop="a",le="+Inf"} 2',
      'wait_seconds_sum{stop="a"} 3',
      'wait_seconds_count{stop="a"} 2',
    );
    expect(metric.buckets).toEqual([0.5, 2.5, 10]);
    expect(metric.labels.map(({ name }) => name)).toEqual(['stop']);
    expect(brief(metric)).toBe('histogram wait_seconds 1');
  });

  it('joins the series of a summary', () => {
    const metric = metricIn(
      '# TYPE rpc_seconds summary',
      'rpc_seconds{quantile="0.99"} NaN',
      'rpc_seconds{quantile="0.5"} 4.3e+03',
      'rpc_seconds_sum 1.7e7',
      'rpc_seconds_count 2693',
    );
    expect(metric.quantiles).toEqual([0.5, 0.99]);
    expect(brief(metric)).toBe('summary rpc_seconds 1');
  });

  it('keeps le and quantile as labels of other types', () => {
    const metric = metricIn('# TYPE g gauge', 'g{quantile="a",le="b"} 1', 'g{quantile="c"} 1');
    expect(metric.labels.map(({ name }) => name)).toEqual(['quantile', 'le']);
    expect(metric.seriesSeen).toBe(2);
  });

  it('leaves the type of samples without one unknown', () => {
    expect(briefs('a 1\n# TYPE b untyped\nb 2\n# HELP c Cc.\nc 3')).toEqual([
      'unknown a 1',
      'unknown b 1',
      'unknown c 1',
    ]);
  });

  it('keeps a family without samples, and a name with a type of its own apart', () => {
    expect(
      briefs(['# TYPE x counter', '# TYPE x_created gauge', 'x_created 1', '# TYPE y histogram']),
    ).toEqual(['counter x 0', 'gauge x_created 1', 'histogram y 0']);
  });

  it('reads interleaved families, and a type that comes after its samples', () => {
    const lines = ['a_total 1', 'b{x="1"} 1', 'a_total{y="1"} 1', '# TYPE a_total counter', 'b 1'];
    expect(briefs(lines)).toEqual(['counter a_total 2', 'unknown b 2']);
  });

  it.each([
    ['blanks wherever they may be', '  m  {  a  =  "x"  ,  b="y"  ,  }   1   2  '],
    ['tabs', '\tm\t{a="x",b="y"}\t1\t2'],
    ['no blank before the value', 'm{a="x",b="y"}1'],
    ['a last comma', 'm{a="x",b="y",} 1'],
    ['a Windows line ending', 'm{a="x",b="y"} 1\r'],
    ['an exemplar', 'm{a="x",b="y"} 1 # {trace_id="}KOO5S4vxi0o"} 0.67 1520879607.789'],
    ['an exemplar after a timestamp', 'm{a="x",b="y"} 1 12.5 # {} 1'],
  ])('reads %s', (_, line) => {
    const metric = metricIn(line);
    expect(metric.name).toBe('m');
    expect(metric.labels.map(({ name, values }) => [name, values])).toEqual([
      ['a', ['x']],
      ['b', ['y']],
    ]);
  });

  it.each([
    '1',
    '-1.5',
    '+.5',
    '5.',
    '1e-9',
    '1.7560473e+07',
    'NaN',
    'nan',
    '+Inf',
    '-Inf',
    'inf',
    '0x1p-2',
  ])('takes the value %s', (value) => {
    expect(briefs(`m ${value}`)).toEqual(['unknown m 1']);
  });

  it.each(['one', '1,5', '1_000', '--1', '.', 'e5', '0x', 'NaNs'])(
    'refuses the value %s',
    (value) => {
      expect(told(`m ${value}`)).toEqual([`1:3 the value "${value}" is not a number`]);
    },
  );

  it('reads a family whose samples and metadata come again', () => {
    const block = (line: string) => ['# HELP a Aa.', '# TYPE a counter', `a{line="${line}"} 1`];
    const lines = [...block('1'), '# TYPE b gauge', 'b 1', ...block('2'), 'a{line="1"} 1'];
    expect(read(lines).problems).toEqual([]);
    expect(briefs(lines)).toEqual(['counter a 2', 'gauge b 1']);
  });

  it('resolves escapes in label values and help', () => {
    const metric = metricIn(
      String.raw`# HELP m C:\\new\nline "quoted"`,
      String.raw`m{path="C:\\DIR\\",error="Cannot find \"FILE\"\nat all"} 1.5`,
    );
    expect(metric.help).toBe('C:\\new\nline "quoted"');
    expect(metric.labels.map(({ values }) => values[0])).toEqual([
      'C:\\DIR\\',
      'Cannot find "FILE"\nat all',
    ]);
  });

  it('reads the quoted names of Prometheus 3', () => {
    const metric = metricIn(
      '# HELP "http.server.duration" Time to answer.',
      '# TYPE "http.server.duration" histogram',
      '{"http.server.duration_bucket","k8s.pod"="x",zone="a",le="1"} 1',
      '{"http.server.duration_count","k8s.pod"="x",zone="a"} 1',
    );
    expect(metric).toMatchObject({ name: 'http.server.duration', help: 'Time to answer.' });
    expect(metric.labels.map(({ name }) => name)).toEqual(['k8s.pod', 'zone']);
    expect(metric.buckets).toEqual([1]);
  });

  it('resolves escapes in quoted names', () => {
    const metric = metricIn(
      String.raw`# TYPE "the \"best\" bus" gauge`,
      String.raw`{"the \"best\" bus","back\\slash"="x","zürich"="y"} 1`,
    );
    expect(brief(metric)).toBe('gauge the "best" bus 1');
    expect(metric.labels.map(({ name }) => name)).toEqual(['back\\slash', 'zürich']);
  });

  it('tells a native histogram', () => {
    const native = '{count:24,sum:100,schema:0,zero_threshold:0.001,zero_count:4}';
    expect(metricIn('# TYPE h histogram', `h${native}`).native).toBe(true);
    expect(metricIn('# TYPE h histogram', `h{a="b"} ${native} 1`).native).toBe(true);
    expect(metricIn('# TYPE h histogram', 'h_count 1').native).toBe(false);
  });

  it('keeps fifty values of a label, and tells that there were more', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `m{user="${index}",a="b"} 1`);
    const [user, other] = metricIn(...lines).labels;
    expect(user).toMatchObject({ name: 'user', complete: false });
    expect(user?.values).toHaveLength(50);
    expect(other).toEqual({ name: 'a', values: ['b'], complete: true });
  });

  it('counts a series once however its labels are ordered', () => {
    expect(briefs('m{a="x",b="y"} 1\nm{b="y",a="x"} 2\nm{a="y",b="x"} 2')).toEqual(['unknown m 2']);
  });
});

describe('readExposition, on OpenMetrics', () => {
  it('names counters and infos as their series are', () => {
    const text = [
      '# TYPE acme_http_router_request_seconds summary',
      '# UNIT acme_http_router_request_seconds seconds',
      "# HELP acme_http_router_request_seconds Latency though all of ACME's HTTP request router.",
      'acme_http_router_request_seconds_sum{path="/api/v1",method="GET"} 9036.32',
      'acme_http_router_request_seconds_count{path="/api/v1",method="GET"} 807283.0',
      'acme_http_router_request_seconds_created{path="/api/v1",method="GET"} 1605281325.0',
      '# TYPE go_goroutines gauge',
      'go_goroutines 69',
      '# TYPE process_cpu_seconds counter',
      '# UNIT process_cpu_seconds seconds',
      'process_cpu_seconds_total 4.20072246e+06',
      'process_cpu_seconds_created 4.2e+06',
      '# TYPE build info',
      'build_info{version="1.2"} 1',
      '# TYPE idle counter',
      '# EOF',
    ];
    const { metrics, problems } = read(text);
    expect(problems).toEqual([]);
    expect(metrics.map(brief)).toEqual([
      'summary acme_http_router_request_seconds 1',
      'gauge go_goroutines 1',
      'counter process_cpu_seconds_total 1',
      'info build_info 1',
      'counter idle_total 0',
    ]);
    expect(metrics[0]?.unit).toBe('seconds');
  });

  it('reads state sets, gauge histograms and exemplars of buckets', () => {
    const lines = [
      '# TYPE feature stateset',
      'feature{feature="a"} 1',
      'feature{feature="bb"} 0',
      '# TYPE queue gaugehistogram',
      'queue_bucket{le="0.01"} 20.0',
      'queue_bucket{le="+Inf"} 25 # {trace_id="oHg5SJYRHA0"} 9.8 1520879607.789',
      'queue_gcount 25',
      'queue_gsum 10.5',
      '# EOF',
      '',
    ];
    expect(read(lines).problems).toEqual([]);
    expect(briefs(lines)).toEqual(['stateset feature 2', 'gaugehistogram queue 1']);
  });

  describe('in a text with one family of each type', () => {
    const TEXT = String.raw`# TYPE bus_fares_euros counter
# UNIT bus_fares_euros euros
# HELP bus_fares_euros Fares, "paid" in C:\\ or\nnot.
bus_fares_euros_total{zone="a b"} 17.0 1520879607.789 # {trace_id="KOO5S4vxi0o"} 0.67
bus_fares_euros_created{zone="a b"} 1520430000.123
# TYPE bus_wait_seconds histogram
# UNIT bus_wait_seconds seconds
bus_wait_seconds_bucket{le="0.0"} 0
bus_wait_seconds_bucket{le="1e-05"} 0 # {} 1e-06
bus_wait_seconds_bucket{le="2.5"} 5 # {trace_id="a,b}"} 2.4 1520879607.1
bus_wait_seconds_bucket{le="+Inf"} 17 # {trace_id="c"} 9.8
bus_wait_seconds_count 17
bus_wait_seconds_sum 324789.3
bus_wait_seconds_created 1520430000.123
# TYPE bus_hold summary
bus_hold{quantile="0.99"} NaN
bus_hold_count 0
bus_hold_sum -Inf
# TYPE bus info
bus_info{version="1.0",model="\"B\""} 1
# TYPE bus_state stateset
bus_state{bus_state="late"} 1
bus_state{bus_state="early"} 0
# TYPE bus_seats unknown
bus_seats 1e3
# EOF`;
    const expected = [
      'counter bus_fares_euros_total 1',
      'histogram bus_wait_seconds 1',
      'summary bus_hold 1',
      'info bus_info 1',
      'stateset bus_state 2',
      'unknown bus_seats 1',
    ];

    it.each([
      ['as the standard writes it', `${TEXT}\n`],
      ['without a line ending at the end', TEXT],
      ['with the line endings of Windows', `${TEXT}\n`.replaceAll('\n', '\r\n')],
      ['with a byte-order mark', `\uFEFF${TEXT}`],
    ])('reads it %s', (_what, text) => {
      const { metrics, problems, samples } = read(text, { format: 'openmetrics' });
      expect(problems).toEqual([]);
      expect(samples).toBe(16);
      expect(metrics.map(brief)).toEqual(expected);
      const [fares, wait] = metrics;
      expect(fares).toMatchObject({
        help: 'Fares, "paid" in C:\\ or\nnot.',
        unit: 'euros',
        labels: [{ name: 'zone', values: ['a b'] }],
      });
      expect(wait?.buckets).toEqual([0, 0.00001, 2.5]);
    });
  });

  it('says when the end is missing, or something follows it', () => {
    const told = (text: string) =>
      read(text, { format: 'openmetrics' }).problems.map(({ message }) => message);
    expect(told('a 1\n')).toEqual(['the text ends without "# EOF"; it may have been cut off']);
    expect(told('a 1\n# EOF')).toEqual([]);
    expect(told('# EOF\na 1\nb 1\n')).toEqual(['nothing may follow "# EOF"; the rest is not read']);
  });
});
