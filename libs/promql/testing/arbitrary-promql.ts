import * as fc from 'fast-check';

/** Text that can separate two words of PromQL. */
const gap = fc.constantFrom('', ' ', '\n', '  \t', ' # a, {b="c"} "d"\n', ' # plain\n  ');
const space = fc.constantFrom(' ', '\n', ' # x{y="z"}\n');

const metric = fc.constantFrom(
  'up',
  'node_cpu_seconds_total',
  'job:requests:rate5m',
  'sum',
  'rate',
  'by',
  'http_bucket',
  'node_${mode}_total',
);
const label = fc.constantFrom('job', 'le', 'on', 'by', 'sum', '"job"', '"k8s.pod"', "'a b'");
const operator = fc.constantFrom('=', '!=', '=~', '!~');
const value = fc.constantFrom('"x"', "'x'", '`x`', '"a|b"', '"$job"', '"a\\"}, b"', '"# none"');

const matcher = fc.tuple(label, gap, operator, gap, value).map((parts) => parts.join(''));

/** The braces of a selector with so many matchers at least; the last may have a comma after it. */
function braces(least: number, first: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const rest = fc.array(fc.tuple(gap, matcher, gap), { minLength: least, maxLength: 3 });
  return fc.tuple(first, rest, fc.boolean()).map(([head, matchers, comma]) => {
    const items = [head, ...matchers.map((parts) => parts.join(''))].filter(Boolean);
    return `{${items.join(',')}${comma && items.length > 0 ? ',' : ''}}`;
  });
}

const nothing = fc.constant('');
const selector = fc.oneof(
  metric,
  fc.tuple(metric, gap, braces(0, nothing)).map((parts) => parts.join('')),
  braces(0, fc.constantFrom('__name__="up"', '"k8s.pod.count"', '__name__=~"node_.+"')),
);

const duration = fc.constantFrom('5m', '1h30m', '$__rate_interval', '${window}', '[[window]]');
const modifier = fc.constantFrom('', ' offset 5m', ' offset -1h', ' @ 1700000000', ' @ end()');
const grouping = fc.constantFrom('', 'by (job)', 'without (job, "k8s.pod")', 'by ($group)');
const matching = fc.constantFrom(
  '/',
  '> bool',
  '* on (job) group_left (le)',
  '- ignoring (job)',
  'and on ()',
  'unless',
  'or',
);

const { expr } = fc.letrec<{ expr: string }>((tie) => ({
  expr: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'promql' },
    fc.tuple(selector, modifier).map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom('rate', 'absent_over_time'), selector, duration, modifier)
      .map(([call, series, range, when]) => `${call}(${series}[${range}]${when})`),
    fc
      .tuple(fc.constantFrom('absent', 'abs', ''), gap, tie('expr'), gap)
      .map(([call, before, inner, after]) => `${call}(${before}${inner}${after})`),
    fc
      .tuple(fc.constantFrom('sum', 'max'), grouping, gap, tie('expr'), gap)
      .map(
        ([call, labels, before, inner, after]) => `${call} ${labels}(${before}${inner}${after})`,
      ),
    tie('expr').map((inner) => `max_over_time((${inner})[1h:$step])`),
    tie('expr').map((inner) => `label_replace(${inner}, "to", "$1", "job", "(.*){1}")`),
    fc
      .tuple(tie('expr'), space, matching, space, tie('expr'))
      .map(
        ([left, before, binary, after, right]) => `(${left})${before}${binary}${after}(${right})`,
      ),
  ),
}));

/** Expressions that parse, with comments, line breaks and variables in any place that takes them. */
export const arbitraryPromQl: fc.Arbitrary<string> = fc
  .tuple(gap, expr, fc.constantFrom('', '\n', ' # end'))
  .map((parts) => parts.join(''));
