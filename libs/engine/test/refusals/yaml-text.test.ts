import { reportOf } from '../../testing/report-of';

const spec = (content: string) => reportOf({ 'spec.yml': content });

describe('text that is no YAML', () => {
  it('is refused where the parser stumbles', () => {
    expect(spec('version: 1\nfamilies:\n  bus: [}\n')).toMatchInlineSnapshot(`
     "spec.yml:3:9: error: a "]" is missing, or a line stands too far left [yaml-syntax]
     1 error"
    `);
  });

  it('is told in each of several files', () => {
    expect(reportOf({ 'spec.yml': 'version: [\n', 'plans/bus/plan.yaml': 'slug: "bus\n' }))
      .toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:1:7: error: the quote " that opens here is not closed [yaml-syntax]
     spec.yml:2:1: error: a "]" is missing, or a line stands too far left [yaml-syntax]
     2 errors"
    `);
  });

  it('may not be two documents', () => {
    expect(spec('version: 1\nfamilies: {bus: }\n---\nversion: 1\n')).toMatchInlineSnapshot(`
     "spec.yml:3:1: error: a second document starts here; a file holds one [yaml-syntax]
     1 error"
    `);
  });

  it('may not be indented by tabs', () => {
    expect(spec('version: 1\nfamilies:\n\tbus:\n\t\tmetrics: []\n')).toMatchInlineSnapshot(`
     "spec.yml:3:1: error: a tab indents this line and 1 other; YAML takes spaces only [yaml-syntax]
     1 error"
    `);
  });

  it('may not have a colon in an unquoted value', () => {
    expect(spec('version: 1\nfamilies:\n  bus:\n    owner: bus: main\n')).toMatchInlineSnapshot(`
     "spec.yml:4:12: error: a ": " inside a value starts another mapping; put the value in quotes [yaml-syntax]
     1 error"
    `);
  });

  it('may not have brackets in an unquoted value inside brackets', () => {
    expect(
      spec(
        'version: 1\nfamilies:\n  bus: {metrics: [{name: a, panels: [{promql: rate(a[5m])}]}]}\n  b:\n',
      ),
    ).toMatchInlineSnapshot(`
     "spec.yml:3:53: error: this is out of place; a text with brackets, braces or commas inside [ ] or { } needs quotes [yaml-syntax]
     1 error"
    `);
  });

  it('may not have a line without a colon', () => {
    expect(spec('version: 1\nfamilies\n  bus:\n')).toMatchInlineSnapshot(`
     "spec.yml:2:1: error: this text belongs to no key: a ":" is missing, or it stands too far left [yaml-syntax]
     1 error"
    `);
  });

  it('may not be empty', () => {
    expect(spec('')).toMatchInlineSnapshot(`
     "spec.yml:1:1: error: the file is empty; it must hold a mapping [wrong-type]
     1 error"
    `);
    expect(spec('# nothing yet\n')).toMatchInlineSnapshot(`
     "spec.yml:1:1: error: the file is empty; it must hold a mapping [wrong-type]
     1 error"
    `);
  });

  it('may not be a list or a bare value', () => {
    expect(spec('- version: 1\n')).toMatchInlineSnapshot(`
     "spec.yml:1:1: error: the document must be a mapping, got a list [wrong-type]
     1 error"
    `);
    expect(spec('just words\n')).toMatchInlineSnapshot(`
     "spec.yml:1:1: error: the document must be a mapping, got "just words" [wrong-type]
     1 error"
    `);
  });

  it('may not nest without end', () => {
    // How deep is too deep depends on the room that the stack has left.
    expect(spec('['.repeat(200_000)).replace(/1:\d+/, '1:…')).toBe(
      'spec.yml:1:…: error: values are nested too deeply [yaml-syntax]\n1 error',
    );
  });

  it('may not use tags that ask for more than a value', () => {
    expect(spec('version: 1\nfamilies: !include families.yml\n')).toMatchInlineSnapshot(`
     "spec.yml:2:20: error: the tag "!include" means nothing here; write the value itself [yaml-syntax]
     1 error"
    `);
    expect(spec('version: !!str 1\nfamilies: {bus: }\n')).toMatchInlineSnapshot(`
     "spec.yml:1:16: error: "version" must be 1, got "1" [wrong-value]
       hint: write it without quotes: 1
     1 error"
    `);
  });

  it('may start with a byte-order mark, and columns do not count it', () => {
    expect(spec('\uFEFFversoin: 1\nfamilies: {bus: }\n')).toMatchInlineSnapshot(`
     "spec.yml:1:1: error: unknown key "versoin"; known here: version, families, target_labels, external_metrics, codegen [unknown-key]
       hint: did you mean "version"?
     1 error"
    `);
  });

  it('may end its lines as Windows does', () => {
    expect(spec('version: 1\r\nfamilies:\r\n  bus: {ownr: me}\r\n')).toMatchInlineSnapshot(`
     "spec.yml:3:9: error: unknown key "ownr"; known here: title, owner, recording_rules, metrics [unknown-key]
       hint: did you mean "owner"?
     1 error"
    `);
  });

  it('reads the same whatever version a directive names', () => {
    expect(spec('%YAML 1.1\n---\nversion: 1\nfamilies: {bus: {owner: yes}}\n')).toBe('no problems');
  });
});
