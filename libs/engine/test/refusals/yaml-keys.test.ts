import { reportOf } from '../../testing/report-of';
import { text } from '../../testing/temporary-workspace';

const spec = (content: string) => reportOf({ 'spec.yml': content });

describe('keys', () => {
  it('may not repeat, and the rest is checked all the same', () => {
    expect(
      spec(text`
        version: 1
        families:
          bus:
            metrics:
              - name: a_total
                type: counter
                name: b_total
                typ: counter
          bus: {}
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:7:9: error: the key "name" stands twice in this mapping; keep one of the two [yaml-duplicate-key]
     spec.yml:8:9: error: unknown key "typ" [unknown-key]
       hint: did you mean "type"?
     spec.yml:9:3: error: the key "bus" stands twice in this mapping; keep one of the two [yaml-duplicate-key]
     3 errors"
    `);
  });

  it('may not reach into objects, at any level', () => {
    expect(
      spec(text`
        version: 1
        __proto__: {polluted: true}
        families:
          constructor: {}
          bus:
            prototype: 1
            metrics:
              - name: a_total
                type: counter
                "__proto__": 1
                x-note: [{constructor: 1}]
                panels:
                  - promql: a_total
                    __proto__: {}
        codegen:
          deep: {__proto__: 1}
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:2:1: error: the key "__proto__" is not allowed; it would reach into the program's own objects [unsafe-key]
     spec.yml:4:3: error: the key "constructor" is not allowed; it would reach into the program's own objects [unsafe-key]
     spec.yml:6:5: error: the key "prototype" is not allowed; it would reach into the program's own objects [unsafe-key]
     spec.yml:10:9: error: the key "__proto__" is not allowed; it would reach into the program's own objects [unsafe-key]
     spec.yml:11:19: error: the key "constructor" is not allowed; it would reach into the program's own objects [unsafe-key]
     spec.yml:14:13: error: the key "__proto__" is not allowed; it would reach into the program's own objects [unsafe-key]
     spec.yml:16:10: error: the key "__proto__" is not allowed; it would reach into the program's own objects [unsafe-key]
     7 errors"
    `);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('must be texts', () => {
    expect(
      spec(text`
        version: 1
        families:
          404: {}
          true: {}
          ~: {}
          ? [a, b]
          : {}
          bus:
            owner: {{ owner }}
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:3:3: error: the key 404 is a number; a key must be a text [yaml-key]
       hint: put it in quotes: "404"
     spec.yml:4:3: error: the key true is a boolean; a key must be a text [yaml-key]
       hint: put it in quotes: "true"
     spec.yml:5:3: error: a key is empty here [yaml-key]
     spec.yml:6:5: error: a key must be a plain text, not a list, a mapping or an alias [yaml-key]
       hint: a value that starts with { or [ needs quotes around it
     spec.yml:9:12: error: the key "team" is missing here [missing-key]
     spec.yml:9:13: error: a key must be a plain text, not a list, a mapping or an alias [yaml-key]
       hint: a value that starts with { or [ needs quotes around it
     6 errors"
    `);
  });

  it('may not be merged', () => {
    expect(
      spec(text`
        version: 1
        x-base: &base {owner: me}
        families:
          bus:
            <<: *base
            metrics: []
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:5:5: error: the merge key "<<" is not supported; write the keys out [yaml-key]
     1 error"
    `);
  });

  it('may be anything in what belongs to another tool or is a note', () => {
    expect(
      spec(text`
        version: 1
        x-base: &base {1: one, ? [a] : b}
        families:
          x-notes: [1, 2]
          bus: {x-owner-id: 12, metrics: }
        codegen:
          <<: *base
          404: !custom {a: 1}
      `),
    ).toBe('no problems');
  });
});
