import fc from 'fast-check';
import { type Annotation, ANNOTATION_FORMATS, renderAnnotations } from './annotations';

const FOUND: Annotation = {
  file: 'specs/a b,c.yml',
  line: 3,
  column: 7,
  rule: 'help-missing',
  severity: 'warning',
  message: 'the metric "100%" has\nno <help>',
  hint: 'add one',
};
const DRIFT: Annotation = {
  file: 'out/bus.json',
  line: 0,
  column: 0,
  rule: 'missing',
  severity: 'error',
  message: 'missing:bus: the file is gone',
  subject: 'bus',
};
const CHECKED = { name: 'verify', subjects: ['bus', 'sse'] };

describe('annotations', () => {
  it('are workflow commands for GitHub, without a line for a whole file', () => {
    expect(renderAnnotations([FOUND, DRIFT], 'github', CHECKED)).toBe(
      '::warning file=specs/a b%2Cc.yml,line=3,col=7,title=help-missing' +
        '::the metric "100%25" has\\nno <help>%0Ahint: add one\n' +
        '::error file=out/bus.json,title=missing::missing:bus: the file is gone\n',
    );
  });

  it('are entries of a code quality report for GitLab', () => {
    const report: unknown = JSON.parse(renderAnnotations([FOUND, DRIFT], 'gitlab', CHECKED));
    expect(report).toEqual([
      {
        description: 'the metric "100%" has\\nno <help> (add one)',
        check_name: 'help-missing',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        severity: 'minor',
        location: { path: 'specs/a b,c.yml', lines: { begin: 3 } },
      },
      {
        description: 'missing:bus: the file is gone',
        check_name: 'missing',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        severity: 'major',
        location: { path: 'out/bus.json', lines: { begin: 1 } },
      },
    ]);
  });

  it('keep their fingerprints if lines move, and share none', () => {
    const fingerprints = (...all: Annotation[]) =>
      (JSON.parse(renderAnnotations(all, 'gitlab', CHECKED)) as { fingerprint: string }[]).map(
        ({ fingerprint }) => fingerprint,
      );
    const [first] = fingerprints(FOUND);
    expect(fingerprints({ ...FOUND, line: 9 })).toEqual([first]);
    expect(new Set(fingerprints(FOUND, FOUND, { ...FOUND, file: 'other.yml' })).size).toBe(3);
    expect(fingerprints()).toEqual([]);
  });

  it('are failures of tests for JUnit, with a test for what is sound', () => {
    expect(renderAnnotations([FOUND, DRIFT], 'junit', CHECKED)).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <testsuites name="g6-dashboards" tests="3" failures="1">
       <testsuite name="g6-dashboards verify" tests="3" failures="1" errors="0" skipped="0">
         <testcase classname="g6-dashboards.verify" name="bus">
           <failure type="missing" message="missing:bus: the file is gone">out/bus.json: error: missing:bus: the file is gone [missing]</failure>
         </testcase>
         <testcase classname="g6-dashboards.verify" name="sse"/>
         <testcase classname="g6-dashboards.verify" name="help-missing specs/a b,c.yml:3:7">
           <system-out>specs/a b,c.yml:3:7: warning: the metric &quot;100%&quot; has\\nno &lt;help&gt; [help-missing] (hint: add one)</system-out>
         </testcase>
       </testsuite>
     </testsuites>
     "
    `);
  });

  it('carry no text of an input that would end what it stands in', () => {
    const texts = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(texts, texts, texts, (file, message, subject) => {
        const one: Annotation = { ...FOUND, file, message, subject };
        const checked = { name: 'lint', subjects: [subject] };
        const [github, gitlab, junit] = ANNOTATION_FORMATS.map((format) =>
          renderAnnotations([one], format, checked),
        );
        expect(github?.split('\n')).toHaveLength(2);
        expect(JSON.parse(gitlab ?? '')).toHaveLength(1);
        const empty = renderAnnotations(
          [{ ...one, file: 'f', message: 'm', subject: 's' }],
          'junit',
          { ...checked, subjects: ['s'] },
        );
        const tags = (text = '') => text.replace(/"[^"<>]*"|>[^<>]+</g, '');
        expect(tags(junit)).toBe(tags(empty));
      }),
    );
  });
});
