import * as fc from 'fast-check';
import { LineCounter, parseDocument, stringify } from 'yaml';
import { plainValue } from './plain-value';
import { quickJson } from './quick-json';
import { quickValue } from './quick-value';

/** Reads a text with the exact parser; undefined if it finds anything wrong. */
function exactValue(text: string): { readonly value: unknown } | undefined {
  const document = parseDocument(text, {
    lineCounter: new LineCounter(),
    uniqueKeys: false,
    schema: 'core',
    merge: false,
  });
  if (document.errors.length > 0) return undefined;
  const { value, faults } = plainValue(document.contents);
  return faults.length > 0 ? undefined : { value };
}

const scalar = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('012', '1_000', '0x1F', '0o17', '0b11', '1e3', '.5', '.inf', '~', 'yes', 'NULL'),
  fc.constantFrom('2026-11-23', '12:30:45', 'a: b', 'x{a="b"} > 0', 'a # b', '- a', '? a', '*a'),
);

/** Text before the first key, with a document mark or without one. */
const beginning = fc.constantFrom(
  '',
  '---\n',
  '# note\n---\n',
  '\n  # note\n\n--- # note\n',
  '---  \n\n',
  '--- \t\n',
  '---# note\n',
  '--- text\n',
  '%YAML 1.2\n---\n',
  '---\n---\n',
);

const lineEnd = fc.constantFrom('\n', '\r\n');

describe('quickValue', () => {
  it('agrees with the exact parser, or leaves the text to it', () => {
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        scalar,
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(
          fc.oneof(fc.string(), fc.constantFrom('a', 'b c', '1', 'true')),
          tie('node'),
          {
            maxKeys: 4,
          },
        ),
      ),
    })).node;
    fc.assert(
      fc.property(value, fc.boolean(), beginning, lineEnd, (written, flow, start, end) => {
        const lines = start + stringify(written, flow ? { collectionStyle: 'flow' } : {});
        const text = lines.replaceAll('\n', end);
        const quick = quickValue(text);
        if (quick !== undefined) expect(quick).toEqual(exactValue(text));
      }),
      { numRuns: 1500 },
    );
  });

  it('agrees on texts that people write by hand, or leaves them alone', () => {
    const line = fc.constantFrom(
      'a: 1',
      'b:',
      '  c: [x, y]',
      '  - d',
      '- e: f',
      '  g: |',
      '    text',
      "h: 'it''s'",
      'i: "q\\n"',
      'j: {k: l}',
      '# note',
      '',
      'm: n # note',
      'o: 012',
      'p: 1_0',
      '1: q',
      'r: >-',
      's: &t u',
      'v: *t',
      'w : x',
      'y: a: b',
      'z: [1, 2',
      '"aa": bb',
      'cc: !!str 1',
      '<<: dd',
      'ee: {ff: gg, hh}',
      '---',
      'ii:jj',
      'kk: "l"#m',
      'll: &t',
      'mm: &t # note',
      '  - nn: &n',
      '      oo: *t',
      '    pp: 1',
      '  qq: *n # note',
      '  &t',
      '  text',
      '- rr',
    );
    fc.assert(
      fc.property(beginning, fc.array(line, { maxLength: 7 }), lineEnd, (start, lines, end) => {
        const text = `${start}${lines.join('\n')}\n`.replaceAll('\n', end);
        const quick = quickValue(text);
        if (quick !== undefined) expect(quick).toEqual(exactValue(text));
      }),
      { numRuns: 20_000 },
    );
  });

  it('agrees on quotes and brackets that go on in further lines, or leaves them alone', () => {
    const line = fc.constantFrom(
      ...[
        'a: "x',
        "b: 'x",
        'c: [x,',
        'd: {e: x,',
        '- "x',
        '- [x,',
        '- f: "x',
        '- g: [',
        '[x,',
        'h:',
      ],
      ...[
        'y"',
        "y'",
        'y]',
        'y: z}',
        'y "z" ',
        '[y]}',
        ']',
        '}',
        '"',
        'y,',
        '"y"]',
        "y''",
        'y\\',
        '# y',
        '',
        'i: j',
        '- k',
      ],
    );
    const indented = fc.tuple(fc.nat(4), line).map(([indent, text]) => ' '.repeat(indent) + text);
    fc.assert(
      fc.property(fc.array(indented, { maxLength: 7 }), (lines) => {
        const text = `${lines.join('\n')}\n`;
        const quick = quickValue(text);
        if (quick !== undefined) expect(quick).toEqual(exactValue(text));
      }),
      { numRuns: 40_000 },
    );
  });

  it.each([
    'a: "x\ny"\n',
    "a: 'x\ny'\n",
    'a: [1,\n2]\n',
    'a: {b: 1,\nc: 2}\n',
    'a: {b: "x\ny"}\n',
    'x:\n  a: "x\n  y"\n',
    'x:\n  a: [\n    1\n ]\n',
    'x:\n  - "a\n  b"\n',
    'x:\n  - a: "b\n    c"\n',
    'a: "x\n]\n  y"\n',
    'a: {b: c, [d, e]: f}\n',
  ])('leaves alone what goes on too far to the left, and keys that are no texts: %j', (text) => {
    expect(exactValue(text)).toBeUndefined();
    expect(quickValue(text)).toBeUndefined();
  });

  it('agrees on JSON, or leaves it alone', () => {
    const indentation = fc.constantFrom(undefined, 1, 2, '\t');
    const value = fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('a', '":', 'b: c')),
      fc.jsonValue(),
    );
    const text = fc
      .tuple(value, indentation, fc.constantFrom('', '\n', ', "a": 1}'))
      .map(([written, space, end]) => JSON.stringify(written, undefined, space).replace(/$/, end));
    fc.assert(
      fc.property(text, (json) => {
        const quick = quickValue(json);
        if (quick !== undefined) expect(quick).toEqual(exactValue(json));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    '{"a": 1, "a": 2}',
    '{"a": {"b": 1, "b": 2}}',
    '{"a": "\\":"}',
    `{"${'k'.repeat(2000)}": 1}`,
  ])('leaves JSON alone that may be wrong in YAML: %.40s', (text) => {
    expect(quickJson(text)).toBeUndefined();
  });

  it('leaves aliases alone that multiply, or that stand inside what they repeat', () => {
    const lines = Array.from({ length: 9 }, (_, index) => {
      const uses = Array.from({ length: 9 }, (_each, use) => `    u${use}: *a${index}`);
      return [`  a${index + 1}: &a${index + 1}`, ...uses].join('\n');
    });
    expect(quickValue(`x:\n  a0: &a0\n    b: 1\n${lines.join('\n')}\n`)).toBeUndefined();
    expect(quickValue('x:\n  a: &a\n    b: *a\n')).toBeUndefined();
  });

  it.each(['', '# only a note\n', 'a text', '3'])(
    'leaves alone what is not a mapping: %j',
    (text) => {
      expect(quickValue(text)).toBeUndefined();
    },
  );

  it.each([
    'a: 1\nb: [x, {c: d}]\n',
    'a: |\n  text\n  more\nb: "q"\n',
    'a: "x\n  y\n\n  z"\nb: [1,\n  2,\n]\n',
    'a:\n  - "x\n    y"\n  - b: {c: 1,\n      d: 2\n    }\n',
    'a: |\n  sum(x{\n    b="c"\n  })\n',
    'a: |\r\n  text\r\n\r\n  more\r\nb: "q\r\n  r"\r\nc: d\r\n  e\r\n',
    '---\na: 1\n',
    '# note\n\n--- # note\na: 1\n',
    'a: &list # note\n  - 1\nb:\n  - c: *list\n',
    '{\n\t"a": [1, {"b": "lib/**/*.js"}],\n\t"c": null\n}\n',
  ])('reads %j', (text) => {
    expect(quickValue(text)).toEqual(exactValue(text));
    expect(quickValue(text)).toBeDefined();
  });
});
