import { placeOfFault } from './json-fault';

describe('placeOfFault', () => {
  it.each([
    ['', 1, 1],
    ['{\n  "a": }', 2, 8],
    ['{"a": 1,}', 1, 9],
    ['[1 2]', 1, 4],
    ['[1, 2', 1, 6],
    ['{"a": [true, {"b": null}], "c": -1.5e3, d}', 1, 41],
    ['{"a": "x\ny"}', 1, 7],
    ['{"a": 1}\n}', 2, 1],
    ['{"a" 1}', 1, 6],
    ['{"a": 01}', 1, 8],
    ['{"a": "\\x"}', 1, 7],
  ])('finds it in %j', (text, line, column) => {
    expect(placeOfFault(text)).toBe(` at line ${line}, column ${column}`);
  });
});
