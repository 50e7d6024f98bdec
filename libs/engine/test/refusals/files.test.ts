import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '@g6/model';
import { DEFAULT_OPTIONS } from '@g6/generation';
import { loadBasis } from '../../src/run/load-workspace';
import { renderProblems } from '@g6/problems';
import { generateIn, PLAN, reportOf, SPEC } from '../../testing/report-of';
import { inTemporaryWorkspace } from '../../testing/temporary-workspace';

describe('input files', () => {
  it('must be there', () => {
    expect(reportOf({}, { spec: 'nowhere.yml', plan: 'plans.yml', efficiency: 'e.yml' }))
      .toMatchInlineSnapshot(`
     "e.yml: error: cannot be read: there is no such file or folder [file-unreadable]
     nowhere.yml: error: cannot be read: there is no such file or folder [file-unreadable]
       hint: the setting "spec", or --spec, names a file or a folder; init writes a first one
     plans.yml: error: cannot be read: there is no such file or folder [file-unreadable]
     3 errors"
    `);
    expect(reportOf({ 'spec.yml': SPEC }, { spec: 'spec.yml/deeper.yml' })).toMatchInlineSnapshot(`
     "spec.yml/deeper.yml: error: cannot be read: a part of the path is not a folder [file-unreadable]
       hint: the setting "spec", or --spec, names a file or a folder; init writes a first one
     1 error"
    `);
  });

  it('must be files where a file is asked for', () => {
    expect(reportOf({}, { plan: 'plans' })).toMatchInlineSnapshot(`
     "plans: error: cannot be read: there is no such file or folder [file-unreadable]
     1 error"
    `);
  });

  it('are pointed to the right option', () => {
    const folder = reportOf({}, { plan: '.' });
    expect(folder).toContain(': error: is a folder; --plan takes one file of plans');
    expect(folder).toContain('write --plans ');
    const file = inTemporaryWorkspace({ 'spec.yml': SPEC, plans: PLAN }, (root) =>
      renderProblems(generateIn(root, {}).problems).replaceAll(`${root}/`, ''),
    );
    expect(file).toMatchInlineSnapshot(`
     "plans: error: is a file; --plans takes a folder of plans [file-unreadable]
       hint: for one file of plans, write --plan plans"
    `);
  });

  it('are read with either line end, to the same dashboards and hash', () => {
    const panel =
      '    panels:\n          - promql: |\n              sum(\n                bus_total)\n';
    const spec = SPEC.replace(
      '{name: bus_total, type: counter, labels: [bus]}\n',
      `name: bus_total\n        type: counter\n    ${panel}`,
    );
    const generate = (text: (lines: string) => string) =>
      inTemporaryWorkspace(
        { 'spec.yml': text(spec), 'plans/bus/plan.yaml': text(PLAN) },
        (root) => {
          expect(
            generateIn(root, {}).problems.filter(({ severity }) => severity === 'error'),
          ).toEqual([]);
          return readFileSync(join(root, 'out/bus.json'), 'utf8');
        },
      );
    const unix = generate((lines) => lines);
    expect(unix).toContain('sum(\\n  bus_total)');
    expect(generate((lines) => lines.replaceAll('\n', '\r\n'))).toBe(unix);
  });

  it('must be UTF-8', () => {
    const latin1 = Buffer.from(
      'version: 1\nx-note: gr\u00f6\u00dfe\nfamilies: {bus: }\n',
      'latin1',
    );
    const utf16 = Buffer.from(SPEC, 'utf16le');
    const marked = Buffer.from(`\ufeff${SPEC}`, 'utf16le');
    expect(reportOf({ 'spec.yml': marked })).toContain('the file is UTF-16; save it as UTF-8 text');
    expect(reportOf({ 'spec.yml': latin1 })).toMatchInlineSnapshot(`
     "spec.yml: error: the file is not UTF-8; save it as UTF-8 text [file-unreadable]
     1 error"
    `);
    expect(reportOf({ 'spec.yml': utf16 })).toMatchInlineSnapshot(`
     "spec.yml: error: the file has NUL bytes, as UTF-16 and binary files do; save it as UTF-8 text [file-unreadable]
     1 error"
    `);
  });

  it('have 32 MiB at most', () => {
    const limit = 32 * 1024 * 1024;
    const padded = (size: number) => `${SPEC}#`.padEnd(size, '-');
    expect(reportOf({ 'spec.yml': padded(limit + 1) })).toMatchInlineSnapshot(`
     "spec.yml: error: the file has more than 32 MiB, the most that is read [file-too-large]
     1 error"
    `);
    expect(reportOf({ 'spec.yml': padded(limit) })).toBe('no problems');
  });

  it('lie in folders that have any', () => {
    expect(reportOf({ 'spec/readme.md': '' }, { spec: 'spec' })).toMatchInlineSnapshot(`
     "spec: error: the spec folder has no *.yml or *.yaml file [file-missing]
     1 error"
    `);
    expect(
      inTemporaryWorkspace(
        { 'spec.yml': SPEC, 'plans/readme.md': '', 'plans/bus/plan.yml': PLAN },
        (root) => renderProblems(generateIn(root, {}).problems).replaceAll(`${root}/`, ''),
      ),
    ).toMatchInlineSnapshot(`
     "plans/bus/plan.yml: error: is not read: a plan is <slug>/plan.yaml, directly below plans [plan-misplaced]
       hint: rename or move it, or give it another name if it is not a plan"
    `);
  });

  it('are no links in the folder of plans, which Nx does not follow', () => {
    expect(
      inTemporaryWorkspace({ 'spec.yml': SPEC, 'plans/bus/plan.yaml': PLAN }, (root) => {
        symlinkSync('bus', join(root, 'plans/alias'));
        mkdirSync(join(root, 'plans/sse'));
        symlinkSync('../bus/plan.yaml', join(root, 'plans/sse/plan.yaml'));
        return renderProblems(generateIn(root, {}).problems).replaceAll(`${root}/`, '');
      }),
    ).toMatchInlineSnapshot(`
     "plans/alias: error: is a symbolic link, and Nx does not follow links; plans are not read through them [plan-misplaced]
       hint: put the plan itself here
     plans/sse/plan.yaml: error: is a symbolic link, and Nx does not follow links; plans are not read through them [plan-misplaced]
       hint: put the plan itself here"
    `);
  });

  it('are told of together, whichever they are', () => {
    expect(
      reportOf(
        {
          'spec/a.yml': 'version: 1\nfamilies: {bus: {metrics: [{name: a, type: gage}]}}\n',
          'spec/b.yml': Buffer.from([0xff]),
          'spec/c.yml': 'version: [\n',
          'plans.yml': 'dashboards: [{slug: Bus, families: [other]}]\n',
          'e.yml': 'version: 1\n',
        },
        { spec: 'spec', plan: 'plans.yml', efficiency: 'e.yml' },
      ),
    ).toMatchInlineSnapshot(`
     "e.yml:1:1: error: the key "panels" is missing here [missing-key]
     plans.yml:1:21: error: the slug "Bus" must match [a-z][a-z0-9_]* and have at most 37 characters [slug-form]
     spec/a.yml:2:44: error: unknown type "gage"; use one of counter, gauge, histogram, summary, info, stateset, unknown [metric-type]
       hint: did you mean "gauge"?
     spec/b.yml: error: the file is not UTF-8; save it as UTF-8 text [file-unreadable]
     spec/c.yml:2:1: error: a "]" is missing, or a line stands too far left [yaml-syntax]
     5 errors"
    `);
  });
});

describe('the output folder', () => {
  it('is not written through a link or a folder', () => {
    inTemporaryWorkspace(
      { 'spec.yml': SPEC, 'plans/bus/plan.yaml': PLAN, 'out/manifest.json/x': '', target: 'kept' },
      (root) => {
        symlinkSync(join(root, 'target'), join(root, 'out/bus.json'));
        const report = renderProblems(generateIn(root, {}).problems).replaceAll(`${root}/`, '');
        expect(report).toMatchInlineSnapshot(`
         "out/bus.json: error: is a symbolic link; remove it, generation writes only plain files here [output-not-a-file]
         out/manifest.json: error: is a folder; remove it, generation writes only plain files here [output-not-a-file]"
        `);
      },
    );
  });
});

describe('the hash of a spec', () => {
  const hashIn = (files: Record<string, string>, spec: string) =>
    inTemporaryWorkspace(
      files,
      (root) => loadBasis({ spec: join(root, spec) }, DEFAULT_OPTIONS).basis.spec.hash,
    );

  it('is that of the bytes of a single file, byte-order mark included; CRLF counts as LF', () => {
    for (const content of [
      SPEC,
      `\uFEFF${SPEC}`,
      SPEC.replaceAll('\n', '\r\n'),
      `${SPEC}# größe\n`,
    ]) {
      expect(hashIn({ 's.yml': content }, 's.yml')).toBe(
        sha256Hex(content.replaceAll('\r\n', '\n')),
      );
    }
  });

  it('is that of names and bytes of a folder, other files and their order aside', () => {
    const a = 'version: 1\nfamilies: {a: }\n';
    const b = 'version: 1\nfamilies: {b: }\n';
    const hash = hashIn({ 's/a.yml': a, 's/b.yml': b }, 's');
    expect(hashIn({ 't/b.yml': b, 't/a.yml': a, 't/readme.md': '' }, 't')).toBe(hash);
    expect(hashIn({ 's/a.yml': a, 's/c.yml': b }, 's')).not.toBe(hash);
    expect(hashIn({ 's/a.yml': b, 's/b.yml': a }, 's')).not.toBe(hash);
    expect(hashIn({ 's/a.yml': a, 's/b.yml': `${b}#` }, 's')).not.toBe(hash);
    expect(hashIn({ 's/a.yml': a }, 's')).not.toBe(hashIn({ 's/a.yml': a }, 's/a.yml'));
  });

  it('merges the files of a folder in byte order of their names', () => {
    const family = (name: string) => `version: 1\nfamilies: {${name}: }\n`;
    const files = {
      's/b.yml': family('three'),
      's/B.yml': family('two'),
      's/a.yaml': family('x'),
      's/10.yml': family('one'),
      's/é.yml': family('last'),
    };
    const names = inTemporaryWorkspace(files, (root) =>
      loadBasis({ spec: join(root, 's') }, DEFAULT_OPTIONS).basis.spec.families.map(
        ({ name }) => name,
      ),
    );
    expect(names).toEqual(['one', 'two', 'x', 'three', 'last']);
  });
});
