import * as fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { appendToList, appendToYaml } from './append-to-list';

const ITEM = { name: 'new', labels: ['a', 'b'] };

/** The text with the item in the list `metrics` of the family `f`. */
function appended(text: string, item: object = ITEM): string | undefined {
  return appendToList(text, { section: 'families', owner: 'f', list: 'metrics', item });
}

describe('appendToList', () => {
  it('appends below the last item, with its indentation, and leaves the rest as it is', () => {
    const text = [
      '# head',
      'families:',
      '    f:   # ours',
      '        metrics:',
      '          -   name:   old  # odd spacing',
      "              help: 'quoted'   # trailing",
      '              # about the end of old',
      '',
      '    # about g',
      '    g: {metrics: []}',
      '',
    ];
    const lines = ['          -   name: new', '              labels: [a, b]'];
    const expected = [...text.slice(0, 7), ...lines, ...text.slice(7)];
    expect(appended(text.join('\n'))).toBe(expected.join('\n'));
  });

  it.each([
    [
      'lists that are not indented',
      'families:\n  f:\n    metrics:\n    - name: a\n    # next\n    owner: me\n',
    ],
    ['Windows line endings', 'families:\r\n  f:\r\n    metrics:\r\n      - name: a\r\n  g:\r\n'],
    ['no line ending at the end', 'families:\n  f:\n    metrics:\n      - name: a'],
    [
      'a last text of several lines',
      'families:\n  f:\n    metrics:\n      - help: |\n          x\n\n  g:\n',
    ],
    [
      'a last text that keeps its line endings',
      'families:\n  f:\n    metrics:\n      - help: |+\n          x\n\n  g:\n',
    ],
    [
      'the same at the end of the file',
      'families:\n  f:\n    metrics:\n      - help: |+\n          x\n\n',
    ],
    ['a last key without a value', 'families:\n  f:\n    metrics:\n      - help:\n  g:\n'],
    [
      'a last value in brackets',
      'families:\n  f:\n    metrics:\n      - labels: [\n          a ] # c\n  g:\n',
    ],
    ['a family without metrics', 'families:\n  f:\n    owner: me # c\n\n  # g\n  g:\n'],
    ['a family without anything', 'families:\n  f: # empty\n  g:\n'],
    ['an empty family at the end', 'families:\n  f:'],
    ['a family of null', 'families:\n  f: ~ # c\n  g:\n'],
    ['a family of empty braces', 'families:\n  f: {} # c\n  g:\n'],
    ['a family in braces', 'families:\n  f: {owner: me} # c\n  g:\n'],
    ['a list without items', 'families:\n  f:\n    metrics:\n    # c\n    owner: x\n'],
    ['empty brackets', 'families:\n  f:\n    metrics: [] # none yet\n  g:\n'],
    ['empty brackets over two lines', 'families:\n  f:\n    metrics: [\n    ] # d\n  g:\n'],
    ['brackets', 'families:\n  f:\n    metrics: [{name: a}] # c\n  g:\n'],
    ['brackets with a comma at the end', 'families:\n  f:\n    metrics: [{name: a}, ]\n  g:\n'],
    [
      'brackets over lines',
      'families:\n  f:\n    metrics: [\n      {name: a}, # a, c\n      {name: b} # b\n    ]\n',
    ],
    [
      'the same with a last comma',
      'families:\n  f:\n    metrics: [\n      {name: a},\n      {name: b}, # b\n    ]\n',
    ],
    ['braces everywhere', '{families: {f: {metrics: []}, g: }}\n'],
    ['braces with nothing in them', '{"families": {"f": {}}}'],
    ['a byte-order mark', '\uFEFFfamilies:\n  f:\n    metrics:\n      - name: a\n'],
  ])('extends %s', (_what, text) => {
    const result = appended(text) ?? '';
    const expected = (parse(text) as { families: { f: { metrics?: unknown[] } | null } }).families;
    expected.f = { ...expected.f, metrics: [...(expected.f?.metrics ?? []), ITEM] };
    expect(parse(result)).toEqual({ families: expected });
    expect(result).toMatchSnapshot();
  });

  it.each([
    ['an alias', 'families:\n  g: &g\n    metrics: []\n  f: *g\n'],
    ['a list that is a text', 'families:\n  f:\n    metrics: none\n'],
    ['a missing family', 'families:\n  g:\n'],
    ['a broken file', 'families: [\n'],
    ['a comment where an item would go', 'families:\n  f:\n    metrics: [ # c\n    ]\n'],
  ])('gives up on %s', (_what, text) => {
    expect(appended(text)).toBeUndefined();
  });

  it('ends its lines the way the file does', () => {
    const result = appended('families:\r\n  f:\r\n    metrics:\r\n      - name: a\r\n') ?? '';
    expect(result.match(/\n/g)).toHaveLength(6);
    expect(result.match(/\r\n/g)).toHaveLength(6);
  });

  it('writes texts that need it in quotes or over lines', () => {
    const item = { name: 'a: b', help: 'one\n\ntwo', note: '#x', flag: 'yes', none: undefined };
    const block = appended('families:\n  f:\n', item) ?? '';
    const inline = appended('families: {f: {}}', item) ?? '';
    const { none, ...expected } = item;
    expect(none).toBeUndefined();
    expect(parse(block)).toEqual({ families: { f: { metrics: [expected] } } });
    expect(parse(inline)).toEqual({ families: { f: { metrics: [expected] } } });
  });

  it('keeps every line of whatever a printer writes, and adds one item', () => {
    const item = fc.record({ name: fc.string(), labels: fc.array(fc.string()), help: fc.string() });
    const family = fc.record({ owner: fc.string(), metrics: fc.array(item) }, { requiredKeys: [] });
    const families = fc.record({ e: family, f: family, g: fc.option(family) });
    const style = fc.record({ indent: fc.integer({ min: 1, max: 6 }), indentSeq: fc.boolean() });
    fc.assert(
      fc.property(families, style, item, (value, options, added) => {
        const text = stringify({ families: value }, { ...options, aliasDuplicateObjects: false });
        const result = appended(text, added) ?? '';
        const f = { ...value.f, metrics: [...(value.f.metrics ?? []), added] };
        expect(parse(result)).toEqual({ families: { ...value, f } });
        const before = new Set(result.split('\n'));
        const lost = text.split('\n').filter((line) => !before.has(line));
        expect(lost.filter((line) => !/(\{\}|\[\]) *$/.test(line))).toEqual([]);
      }),
    );
  });
});

describe('appendToYaml', () => {
  const LISTS = [
    { owner: ['families', 'f'], list: 'metrics', items: [{ name: 'b' }, { name: 'c' }] },
    { owner: ['families', 'f'], list: 'rules', items: [{ record: 'r' }] },
    { owner: ['families', 'f', 'metrics', 0], list: 'alerts', items: [{ alert: 'A' }] },
    { owner: ['families'], entries: { g: { owner: 'me' } } },
  ];
  const f = {
    metrics: [{ name: 'a', alerts: [{ alert: 'A' }] }, { name: 'b' }, { name: 'c' }],
    rules: [{ record: 'r' }],
  };

  it.each([
    ['in lines', 'families:\n  f:\n    metrics:\n      - name: a # last\n'],
    ['with an item in braces', 'families:\n  f:\n    metrics:\n      - {name: a} # last\n'],
    ['with a list in brackets', 'families:\n  f:\n    metrics: [{name: a}] # last\n'],
  ])('extends what ends at the same place, in any order: %s', (_what, text) => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(LISTS, { minLength: LISTS.length, maxLength: LISTS.length }),
        (additions) => {
          const result = appendToYaml(text, additions) ?? '';
          expect(parse(result)).toEqual({ families: { f, g: { owner: 'me' } } });
          expect(result).toContain(' # last\n');
        },
      ),
    );
  });

  it.each(['families:\n  f: {}\n', 'families:\n  f:\n', 'families: {f: {}}\n'])(
    'gives an empty mapping several lists: %j',
    (text) => {
      const lists = ['metrics', 'rules'].map((list) => ({
        ...{ owner: ['families', 'f'], list, items: [{ name: list }] },
      }));
      expect(parse(appendToYaml(text, lists) ?? '')).toEqual({
        families: { f: { metrics: [{ name: 'metrics' }], rules: [{ name: 'rules' }] } },
      });
    },
  );
});
