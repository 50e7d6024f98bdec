import * as fc from 'fast-check';
import { sortKeys, stableJson } from './stable-json';

const keysOf = (text: string): string[][] => {
  const found: string[][] = [];
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      found.push(Object.keys(value));
    }
    return value;
  });
  return found;
};

describe('stableJson', () => {
  it('sorts the keys of every object by code unit, and ends with a newline', () => {
    const text = stableJson({ b: [{ d: 1, c: { z: 0, y: 0 } }], a: 'x', B: null });
    expect(text).toBe(
      '{\n  "B": null,\n  "a": "x",\n  "b": [\n    {\n      "c": {\n        "y": 0,\n        "z": 0\n      },\n      "d": 1\n    }\n  ]\n}\n',
    );
  });

  it('says what the value says, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = stableJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        // Keys that are whole numbers come first in every object; there is no other order for them.
        for (const keys of keysOf(text)) {
          const named = keys.filter((key) => !/^\d+$/.test(key));
          expect(named).toEqual([...named].sort());
        }
      }),
    );
  });

  it('loses no key, not even one that would set what an object inherits from', () => {
    const value: unknown = JSON.parse('{"b": 1, "__proto__": {"d": 1, "c": 2}}');
    expect(stableJson(value)).toContain('"__proto__": {\n    "c": 2,\n    "d": 1\n  }');
  });
});

describe('sortKeys', () => {
  it('gives back what is in order already, and changes nothing that it is given', () => {
    const inOrder = { a: [{ b: 1, c: 2 }], d: null };
    expect(sortKeys(inOrder)).toBe(inOrder);
    const shared = { y: 1, x: 2 };
    const value = { b: shared, a: [shared] };
    expect(Object.keys(sortKeys(value) as object)).toEqual(['a', 'b']);
    expect(Object.keys(value)).toEqual(['b', 'a']);
    expect(Object.keys(shared)).toEqual(['y', 'x']);
  });
});
