import { firstFault, type MarkedFault } from '../testing/marked-fault';

describe('a selector', () => {
  it.each<MarkedFault>([
    ['▸{}', 'the selector matches every series; name a metric or a non-empty label value'],
    ['▸{a=""}', 'the selector matches every series; name a metric or a non-empty label value'],
    ['▸{a!="b"}', 'the selector matches every series; name a metric or a non-empty label value'],
    ['▸{a=~".*"}', 'the selector matches every series; name a metric or a non-empty label value'],
    ['▸{a=~"b|"}', 'the selector matches every series; name a metric or a non-empty label value'],
    ['▸{a!~"b"}', 'the selector matches every series; name a metric or a non-empty label value'],
    [
      '▸{a!~".+", b=""}',
      'the selector matches every series; name a metric or a non-empty label value',
    ],
    [
      'rate(▸{}[5m])',
      'the selector matches every series; name a metric or a non-empty label value',
    ],
    ['▸x{__name__="y"}', 'metric name must not be set twice: x or y'],
  ])('selects everything: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });

  it.each<MarkedFault>([
    ['x{▸a=~"("}', 'the regular expression is not valid: missing closing ): `(`'],
    ['x{▸a!~"[b"}', 'the regular expression is not valid: missing closing ]: `[b`'],
    [
      'x{▸a=~"*"}',
      'the regular expression is not valid: missing argument to repetition operator: `*`',
    ],
    [
      'x{▸a=~"b**"}',
      'the regular expression is not valid: invalid nested repetition operator: `**`',
    ],
    [
      'x{▸a=~"(?=b)"}',
      'the regular expression is not valid: invalid or unsupported Perl syntax: `(?=`',
    ],
    [
      'x{▸a=~"(?!b)"}',
      'the regular expression is not valid: invalid or unsupported Perl syntax: `(?!`',
    ],
    ['x{▸a=~"b{2,1}"}', 'the regular expression is not valid: invalid repeat count: `{2,1}`'],
    ['x{▸a=~"b{1001}"}', 'the regular expression is not valid: invalid repeat count: `{1001}`'],
    ['x{▸a=~"(b)\\\\1"}', 'the regular expression is not valid: invalid escape sequence: `\\1`'],
    [
      'x{▸a=~"[[:nope:]]"}',
      'the regular expression is not valid: invalid character class range: `[:nope:]`',
    ],
    [
      'label_replace(x, "a", "", "b", ▸"(")',
      'the regular expression is not valid: missing closing ): `(`',
    ],
  ])('has a pattern that Go refuses: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });
});
