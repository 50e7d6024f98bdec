import { parse } from 'yaml';
import { setValue } from './set-value';
import type { YamlPath } from './yaml-file';

const TEXT = `# Buses.
panels:
  - title: Events # all
    unit: short
    limits: {low: 1, high: 2} # agreed
  - {title: 'Two', unit: short}
  - title:
    query: |
      a
      b
    # of the next key
    unit: 'ms'
    steps:
      - {color: red}
      - {color: blue}
    last: true
`;

const at = (...path: YamlPath) => ['panels', ...path];

describe('setValue', () => {
  it.each<[string, YamlPath, unknown, string, string]>([
    ['a plain text', at(0, 'title'), 'Other', 'Events #', 'Other #'],
    ['a text that needs quotes', at(0, 'title'), 'a: b', 'Events #', '"a: b" #'],
    ['a number', at(0, 'limits', 'low'), 5, 'low: 1', 'low: 5'],
    ['a text in braces', at(1, 'title'), 'a, b', "'Two'", '"a, b"'],
    [
      'a key in braces that is new',
      at(1, 'legend'),
      'x',
      'unit: short}',
      'unit: short, legend: x}',
    ],
    ['an empty value', at(2, 'title'), 'Now', 'title:\n', 'title: Now\n'],
    ['a text over lines', at(2, 'query'), 'a\nc\n', '      b\n', '      c\n'],
    ['a text over lines by one of one line', at(2, 'query'), 'c', '|\n      a\n      b\n', 'c\n'],
    ['a quoted text', at(2, 'unit'), 's', "'ms'", 's'],
    [
      'a list over lines',
      at(2, 'steps'),
      [{ color: 'green' }],
      '- {color: red}\n      - {color: blue}',
      '- color: green',
    ],
    ['a collection in braces', at(0, 'limits'), { low: 3 }, ' {low: 1, high: 2}', '\n      low: 3'],
  ])('sets %s and changes nothing else', (_what, path, value, from, to) => {
    const text = setValue(TEXT, { path, value });
    expect(text).toBe(TEXT.replace(from, to));
    expect(valueAt(text ?? '', path)).toEqual(value);
  });

  it('appends a key that is new, with its lines below it', () => {
    const path = at(0, 'grafana');
    const value = { options: { legend: { calcs: [] } } };
    const text = setValue(TEXT, { path, value }) ?? '';
    expect(valueAt(text, path)).toEqual(value);
    expect(text).toContain('high: 2} # agreed\n    grafana:\n');
    expect(text.replace(/ {4}grafana:\n(?: {6}.*\n)+/, '')).toBe(TEXT);
  });

  it('keeps the line ends of Windows', () => {
    const windows = TEXT.replaceAll('\n', '\r\n');
    const text = setValue(windows, { path: at(0, 'limits'), value: { low: 3 } }) ?? '';
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it.each<[string, string, YamlPath]>([
    ['an alias', 'a: &a {b: 1}\nc: *a\n', ['c', 'b']],
    ['a value with an anchor', 'a: &x 1\nb: *x\n', ['a']],
    ['a value with a tag', 'a: !!str 1\n', ['a']],
    ['a list with a comment in it', 'a:\n  - 1 # one\n  - 2\n', ['a']],
    ['a list where a mapping should be', 'a: [1]\n', ['a', 'b']],
    ['what is no YAML', 'a: [\n', ['a']],
  ])('refuses %s', (_what, text, path) => {
    expect(setValue(text, { path, value: 2 })).toBeUndefined();
  });
});

function valueAt(text: string, path: YamlPath): unknown {
  let value: unknown = parse(text);
  for (const step of path) value = (value as Record<string | number, unknown>)[step];
  return value;
}
