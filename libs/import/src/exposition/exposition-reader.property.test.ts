import * as fc from 'fast-check';
import { MOST_PROBLEMS } from '../problem-list';
import { ExpositionReader, readExposition } from './exposition-reader';

const read = (text: string) => readExposition({ path: 'm', text });

const label = fc.tuple(
  fc.constantFrom('a', 'b', 'le', 'quantile', 'k8s.pod'),
  fc.constantFrom('x', '1', '+Inf', '0.5', 'with "quotes"', 'line\nbreak', 'back\\slash'),
);
const quoted = (text: string) =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;

const sample = fc
  .tuple(
    fc.constantFrom('bus', 'bus_total', 'bus_bucket', 'bus_sum', 'bus_count', 'sse_info'),
    fc.uniqueArray(label, { selector: ([name]) => name, maxLength: 3 }),
  )
  .map(([name, labels]) => {
    const pairs = labels.map(([key, value]) => `${quoted(key)}=${quoted(value)}`);
    return `${name}{${pairs.join(',')}} 1`;
  });
const declaration = fc
  .tuple(
    fc.constantFrom('bus', 'sse', 'bus_total'),
    fc.constantFrom('counter', 'gauge', 'histogram', 'summary', 'info', 'untyped'),
  )
  .map(([name, type]) => `# TYPE ${name} ${type}`);

/** Pieces of lines, put together without sense. */
const noise = fc
  .array(
    fc.constantFrom(
      ...['bus', '{', '}', '"', ',', '=', ' ', '\n', '\r\n', '#', '\\', '1', 'NaN', '# TYPE ', '<'],
      ...['# HELP ', '# UNIT ', '# EOF', 'counter', 'le', '\t', '{count:', '\u0000', '\ud800', 'é'],
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('readExposition', () => {
  it('never throws, and lists a bounded number of problems', () => {
    fc.assert(
      fc.property(fc.oneof(noise, fc.string({ unit: 'binary' })), (text) => {
        const { metrics, problems, samples } = read(text);
        expect(problems.length).toBeLessThanOrEqual(MOST_PROBLEMS + 1);
        expect(metrics.reduce((sum, { seriesSeen }) => sum + seriesSeen, 0)).toBeLessThanOrEqual(
          samples,
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('gives the same wherever its chunks end', () => {
    const lines = fc.array(fc.oneof(sample, declaration, noise), { maxLength: 10 });
    fc.assert(
      fc.property(lines, fc.array(fc.nat(12)), (parts, lengths) => {
        const text = parts.join('\n');
        const reader = new ExpositionReader('m');
        let at = 0;
        for (const length of lengths) reader.push(text.slice(at, (at += length)));
        reader.push(text.slice(at));
        expect(reader.finish()).toEqual(read(text));
      }),
    );
  });

  it('finds the same metrics in any order of the samples', () => {
    const content = (lines: readonly string[]) =>
      read(lines.join('\n'))
        .metrics.map(({ place: _, labels, ...rest }) => ({
          ...rest,
          labels: [...labels].sort((a, b) => (a.name < b.name ? -1 : 1)),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    const shuffled = fc
      .array(sample, { maxLength: 12 })
      .chain((lines) =>
        fc.tuple(
          fc.constant(lines),
          fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length }),
        ),
      );
    fc.assert(
      fc.property(fc.option(declaration, { nil: '' }), shuffled, (type, [lines, others]) => {
        expect(content([...others, type])).toEqual(content([type, ...lines]));
      }),
    );
  });
});
