import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { blockEntries } from './block-entries';
import { findMisindentation } from './indentation';
import { readYaml } from './read-yaml';

const SPEC = `version: 1
families:
  bus:
    owner: team
    metrics:
      - name: a_total
        type: counter
        labels: [bus, reason]
        panels:
          - title: A
            promql: rate(a_total[5m])
          - title: B
            promql: |
              sum(
                rate(a_total[5m]))
            unit: ops
      - name: b
        type: gauge
`;

function faultsOf(text: string): string[] {
  return readYaml({ path: 's.yml', text })
    .problems.filter(({ code }) => code === 'yaml-syntax')
    .map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** The spec with one of its lines moved, if that is possible. */
function withMoved(index: number, by: number): string | undefined {
  const lines = SPEC.split('\n');
  const line = lines[index] ?? '';
  const indent = line.length - line.trimStart().length + by;
  if (indent < 0) return undefined;
  return lines.with(index, ' '.repeat(indent) + line.trimStart()).join('\n');
}

describe('one line that is indented wrongly', () => {
  const lines = SPEC.trimEnd().split('\n');
  it.each(lines.map((line, index) => [line.trim(), index] as const))(
    'gives one message that names it: %s',
    (_, index) => {
      for (const by of [-4, -3, -2, -1, 1, 2, 3, 4]) {
        const faults = faultsOf(withMoved(index, by) ?? '');
        // Not every move makes a text that is no YAML, and the first line of `|` says where others start.
        if (faults.length === 0 || (index === 13 && by > 0)) continue;
        expect(faults).toHaveLength(1);
        expect(faults[0]).toMatch(new RegExp(`^${index + 1}:|in line ${index + 1} `));
      }
    },
  );

  it.each([
    [3, 1, '4:6 the indentation is off: this key starts in column 6, that in line 5 in column 5'],
    [6, -2, '7:7 the indentation is off: this key starts in column 7, that in line 6 in column 9'],
    [8, -4, '9:5 the indentation is off: this key starts in column 5, that in line 8 in column 9'],
    [
      16,
      1,
      '17:8 the indentation is off: this list item starts in column 8, that in line 6 in column 7',
    ],
    [5, -4, '6:3 a list item stands among keys; change its indentation, or remove the "- "'],
    [13, -4, '14:11 this text belongs to no key: a ":" is missing, or it stands too far left'],
  ])('is compared with what it belongs to: line %i by %i', (index, by, fault) => {
    expect(faultsOf(withMoved(index, by) ?? '')).toEqual([fault]);
  });
});

describe('a wrong indentation', () => {
  it('hides no fault before it', () => {
    expect(faultsOf('a: b: c\nd:\n  e: 1\n f: 2\n')).toEqual([
      '1:4 a ": " inside a value starts another mapping; put the value in quotes',
      '4:2 the indentation is off: this key starts in column 2, that in line 3 in column 3',
    ]);
    expect(faultsOf('a: ]\nd:\n  e: 1\n f: 2\n')).toEqual([
      '1:4 this is out of place; a text with brackets, braces or commas inside [ ] or { } needs quotes',
      '4:2 the indentation is off: this key starts in column 2, that in line 3 in column 3',
    ]);
  });

  it('is not what a tab is, and tabs are told once', () => {
    expect(faultsOf('a:\n  b: 1\n\tc: 2\n  - d\n e: 3\n')).toEqual([
      '3:1 a tab indents this line; YAML takes spaces only',
    ]);
    expect(faultsOf('a:\n\tb: 1\n\tc: 2\n\td: 3\n')).toEqual([
      '2:1 a tab indents this line and 2 others; YAML takes spaces only',
    ]);
  });

  it('is a key among list items', () => {
    expect(faultsOf('a:\n  - 1\n  b: 2\n')).toEqual([
      '3:3 a key stands among list items; start it with "- ", or change its indentation',
    ]);
  });
});

it('a missing comma is told of where it is missing', () => {
  expect(faultsOf('{"version": 1 "families": {}}\n')).toEqual([
    '1:13 a "," is missing, or a list in block style stands inside { } or [ ]',
  ]);
});

describe('a text with thousands of errors', () => {
  it.each([
    ['after a value', `a: 1\nb: "c" ${'"d" '.repeat(5000)}\n`],
    ['in a list', `a: 1\nb: [${'"d" '.repeat(5000)}]\n`],
    ['in lines', `a: 1\nb: c\n${'] '.repeat(5000)}\n`],
  ])('has the first of them told, and where reading ends: %s', (_, text) => {
    const faults = faultsOf(text);
    expect(faults[0]).toMatch(/^[23]:/);
    expect(faults.at(-1)).toMatch(
      / the rest of the file is not read, because so much before it is out of place$/,
    );
  });

  it('has a thousand problems listed, and the others counted', () => {
    const lines = Array.from({ length: 1500 }, (_, index) => `k${index}: !x v\n`);
    const faults = faultsOf(lines.join(''));
    expect(faults).toHaveLength(1001);
    expect(faults.at(-1)).toBe('1001:11 500 more problems of this file are not listed');
  });
});

describe('sound text', () => {
  const found = (text: string) => findMisindentation(blockEntries(text));

  it('has no wrong indentation, whatever it says and however it is laid out', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 5 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('BLOCK_LITERAL', 'PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED'),
        (value, indentSeq, indent, defaultStringType) => {
          const text = stringify(value, { indentSeq, indent, defaultStringType, lineWidth: 20 });
          expect([text, found(text)]).toEqual([text, undefined]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has none in the files of this repository', () => {
    const folder = join(__dirname, '../../../dashboards');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.ya?ml$/.test(name),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const name of files) {
      expect([name, found(readFileSync(join(folder, name), 'utf8'))]).toEqual([name, undefined]);
    }
  });
});
