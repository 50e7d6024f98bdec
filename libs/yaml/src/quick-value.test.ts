import * as fc from 'fast-check';
import { LineCounter, parseDocument, stringify } from 'yaml';
import { plainValue } from './plain-value';
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
      fc.property(value, fc.boolean(), beginning, (written, flow, start) => {
        const text = start + stringify(written, flow ? { collectionStyle: 'flow' } : {});
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
    );
    fc.assert(
      fc.property(beginning, fc.array(line, { maxLength: 6 }), (start, lines) => {
        const text = `${start}${lines.join('\n')}\n`;
        const quick = quickValue(text);
        if (quick !== undefined) expect(quick).toEqual(exactValue(text));
      }),
      { numRuns: 5000 },
    );
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
    '---\na: 1\n',
    '# note\n\n--- # note\na: 1\n',
  ])('reads %j', (text) => {
    expect(quickValue(text)).toEqual(exactValue(text));
    expect(quickValue(text)).toBeDefined();
  });
});
