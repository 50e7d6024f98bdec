import type { FoundMetric } from '../found-metric';
import { MOST_PROBLEMS } from '../problem-list';
import { ExpositionReader, readExposition } from './exposition-reader';

const read = (lines: string | readonly string[]) =>
  readExposition({
    path: 'metrics.txt',
    text: typeof lines === 'string' ? lines : lines.join('\n'),
  });
const brief = ({ name, type, seriesSeen }: FoundMetric) => `${type} ${name} ${seriesSeen}`;
const told = (...lines: string[]) =>
  read(lines).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('readExposition, on what cannot be read', () => {
  it.each([
    ['m{a="x} 1', '1:5 the quote " that opens here is not closed'],
    ['m{a=x} 1', '1:5 the value of the label "a" must be in quotes "'],
    ['m{a "x"} 1', '1:5 a "=" is missing after the label "a"'],
    ['m{a="x" b="y"} 1', '1:9 a "," or "}" is missing after a label'],
    ['m{a="x",a="y"} 1', '1:9 the label "a" stands twice'],
    ['m{9="x"} 1', '1:3 a label name is missing before "9="x"} 1"'],
    ['m{a="x",', '1:9 the brace { is not closed'],
    ['m', '1:2 the value is missing'],
    ['m 1 soon', '1:5 the timestamp "soon" is not a number'],
    ['m 1 2 3', '1:7 unexpected "3"'],
    ['m 1 # trace', '1:7 an exemplar must start with its labels in { }'],
    ['9m 1', '1:1 a metric name is missing before "9m 1"'],
    ['a.b 1', '1:2 the value ".b" is not a number'],
    ['{a="b"} 1', '1:1 a metric name is missing before "{a="b"} 1"'],
    [
      '# TYPE m guage',
      '1:10 unknown type "guage"; it is one of counter, gauge, histogram, gaugehistogram, summary, info, stateset, unknown',
    ],
    ['# TYPE m gauge now', '1:16 the line must end after the type'],
    ['# TYPE', '1:7 a metric name must follow "# TYPE"'],
    ['# HELP a.b Text', '1:8 a metric name must follow "# HELP"'],
  ])('tells what is wrong with %s', (line, problem) => {
    expect(told(line)).toEqual([problem]);
  });

  it('uses the rest', () => {
    const { metrics, problems } = read(['a 1', 'b one', 'a{x="y"} 1', '# TYPE a gaug', 'c 1']);
    expect(metrics.map(brief)).toEqual(['unknown a 2', 'unknown c 1']);
    expect(problems.map(({ line }) => line)).toEqual([2, 4]);
    expect(new Set(problems.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  });

  it('tells of two types, two texts of help, and of a sample that its type has not', () => {
    expect(
      told('# HELP a Aa.', '# TYPE a gauge', '# HELP a Aa.', '# TYPE a counter', '# HELP a Bb.'),
    ).toEqual([
      '4:1 the type of "a" is given again as "counter"; line 1 and below say "gauge"',
      '5:1 the help of "a" is given again as "Bb."; line 1 and below say "Aa."',
    ]);
    expect(told('# TYPE h histogram', 'h{le="1"} 1', 'h_bucket{le="x"} 1')).toEqual([
      '2:1 "h" is a histogram, and has a sample without _bucket, _sum or _count',
      '3:1 "h_bucket" has the label le="x", which is not a number',
    ]);
  });

  it('stops at a web page', () => {
    const { problems, metrics } = read('\n<!DOCTYPE html>\n<p>a 1</p>\n');
    expect(metrics).toEqual([]);
    expect(problems).toMatchObject([{ line: 2, severity: 'error', code: 'import-unreadable' }]);
  });

  it('lists a hundred problems, and counts the others', () => {
    const { problems } = read('x\n'.repeat(250));
    expect(problems).toHaveLength(MOST_PROBLEMS + 1);
    expect(problems.at(-1)?.message).toBe('150 more problems from here on are not listed');
  });

  it('leaves out a line of more than a mebibyte, in small chunks too', () => {
    const reader = new ExpositionReader('metrics.txt');
    reader.push('a 1\nb{x="');
    for (let index = 0; index < 1100; index++) reader.push('y'.repeat(1000));
    reader.push('"} 1\nc 1');
    const { metrics, problems } = reader.finish();
    expect(metrics.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(problems).toMatchObject([{ line: 2, message: 'the line is longer than 1 MiB' }]);
  });

  it('stops after 64 MiB', () => {
    const reader = new ExpositionReader('metrics.txt');
    const chunk = `${'#'.repeat(2 ** 20 - 1)}\n`;
    reader.push('a 1\n');
    for (let index = 0; index < 64; index++) reader.push(chunk);
    reader.push('b 1\n');
    const { metrics, problems } = reader.finish();
    expect(metrics.map(({ name }) => name)).toEqual(['a']);
    expect(problems).toMatchObject([{ code: 'import-limit', severity: 'error' }]);
  });
});
