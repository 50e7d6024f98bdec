import { type CheckFinding, findingOf } from './check-finding';
import { CHECK_FORMATS, type CheckFormat, renderCheck } from './render-check';

const at = { file: 'spec.yml', line: 3, column: 5 };
const outcome = (findings: readonly CheckFinding[], unanswered: readonly string[] = []) => ({
  findings,
  unanswered,
  excepted: 0,
  panels: { data: 4, empty: 1, failing: 0 },
  queries: 1,
  prometheus: 'http://localhost:9090',
});
const finding = findingOf(
  'panel-empty',
  { position: at },
  '"A" is empty: <b>@team [x](y)',
  'see `z`',
);

describe('the findings of a check', () => {
  it('are lines for people, with what was not checked', () => {
    expect(renderCheck(outcome([finding], ['the rules: slow']), 'text')).toBe(
      'spec.yml:3:5: error: "A" is empty: <b>@team [x](y) [panel-empty]\n' +
        '  hint: see `z`\n' +
        'not checked: the rules: slow\n' +
        '1 error; panels: 4 with data, 1 empty, 0 failing; 1 query to http://localhost:9090\n',
    );
    expect(renderCheck(outcome([]), 'text')).toMatch(/^no findings; /);
  });

  it('are an issue that mentions and links nobody', () => {
    const text = renderCheck(outcome([finding]), 'markdown');
    expect(text).toContain('### panel-empty (1)');
    expect(text).toContain('&lt;b\\>\\@team \\[x\\](y) — see \\`z\\` (`spec.yml:3`)');
  });

  it('are cut in an issue if there are many', () => {
    const many = Array.from({ length: 33 }, (_, line) =>
      findingOf('metric-unused', { position: { ...at, line } }, `m${line}`),
    );
    expect(renderCheck(outcome(many), 'markdown')).toContain('… and 3 more');
  });

  it.each(CHECK_FORMATS.filter((format) => !['text', 'markdown'].includes(format)))(
    'have the form %s',
    (format: CheckFormat) => {
      expect(renderCheck(outcome([finding]), format, undefined, '1.0.0')).toContain('panel-empty');
    },
  );

  it('have pages in the package', () => {
    const { runs } = JSON.parse(renderCheck(outcome([finding]), 'sarif', undefined, '1.0.0')) as {
      runs: { tool: { driver: { rules: { id: string; helpUri: string }[] } } }[];
    };
    expect(runs[0]?.tool.driver.rules[0]).toMatchObject({
      id: 'panel-empty',
      helpUri: 'pkg:npm/%40g6/dashboards@1.0.0#dist/check/panel-empty.md',
    });
  });
});
