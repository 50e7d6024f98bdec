import { interpolate, interpolateTitle, variablesIn } from '../src/interpolate';

const VARIABLES = {
  one: { values: ['a'], texts: ['An a'], isList: false },
  quoted: { values: ['a"b\\c'], texts: ['a"b\\c'], isList: false },
  single: { values: ['b.c'], texts: ['b.c'], isList: true },
  many: { values: ['b.c', "d'e"], texts: ['B', 'D'], isList: true },
  all: { values: ['x', 'y'], texts: ['All'], isList: true, whole: '.+$one' },
  __interval: '15s',
  __from: '1767268800000',
};

describe('the variables of a query', () => {
  it.each([
    ['x{l="$one"}', 'x{l="a"}'],
    ['x{l="$quoted"}', 'x{l="a\\"b\\\\c"}'],
    ['x{l=~"$single"}', 'x{l=~"b\\\\.c"}'],
    ['x{l=~"$many"}', 'x{l=~"(b\\\\.c|d\'e)"}'],
    ['x{l=~"$all"}', 'x{l=~".+a"}'],
    ['rate(x[$__interval])', 'rate(x[15s])'],
    ['$other ${other}', '$other ${other}'],
    ['[[one]] [[many:pipe]]', "a b.c|d'e"],
    ['${many:regex}', "(b\\.c|d'e)"],
    ['${single:regex}', 'b\\.c'],
    ['${all:regex}', '.+a'],
    ['${many:pipe}', "b.c|d'e"],
    ['${many:csv}', "b.c,d'e"],
    ['${many:raw}', "b.c,d'e"],
    ['${many:text}', 'B + D'],
    ['${all:text}', 'All'],
    ['${many:json}', '["b.c","d\'e"]'],
    ['${one:json}', '"a"'],
    ['${many:glob}', "{b.c,d'e}"],
    ['${many:unknown}', "{b.c,d'e}"],
    ['${many:doublequote}', '"b.c","d\'e"'],
    ['${many:singlequote}', "'b.c','d\\'e'"],
    ['${many:sqlstring}', "'b.c','d''e'"],
    ['${many:lucene}', '("b.c" OR "d\'e")'],
    ['${many:distributed}', "b.c,many=d'e"],
    ['${many:percentencode}', 'b.c%2Cd%27e'],
    ['${all:queryparam}', 'var-all=x&var-all=y'],
    ['${__from:date}', '2026-01-01T12:00:00.000Z'],
    ['${__from:date:seconds}', '1767268800'],
    ['${__from:date:YYYY-MM-DD HH:mm:ss}', '2026-01-01 12:00:00'],
  ])('are replaced in %s', (text, replaced) => {
    expect(interpolate(text, VARIABLES)).toBe(replaced);
  });

  it('are those whose names a text has', () => {
    expect(variablesIn('$a ${b} ${c:csv} [[d]] ${e.f:csv}')).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('never read themselves', () => {
    const whole = { values: [], texts: ['All'], isList: true, whole: '$loop' };
    expect(interpolate('$loop', { loop: whole })).toBe('$loop');
  });
});

describe('the variables of a title', () => {
  it('read as words', () => {
    expect(interpolateTitle('Of $many by ${one} in $all', VARIABLES)).toBe(
      'Of B + D by An a in All',
    );
  });
});
