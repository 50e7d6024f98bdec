import type { Log } from 'sarif';
import { LINT_FORMATS, renderFindings } from './render-findings';
import { LINTS } from './lints';
import type { Finding } from './run-lints';

const FINDING: Finding = {
  file: 'specs/a b,c.yml',
  line: 3,
  column: 7,
  rule: 'help-missing',
  severity: 'warning',
  message: 'the metric "100%" has\nno help',
  hint: 'add one',
};
const outcome = (...findings: Finding[]) => ({ findings, metrics: 2, dashboards: 1 });

describe('renderFindings', () => {
  it('renders a line of text for each finding, hints below, and a count', () => {
    expect(renderFindings(outcome({ ...FINDING, message: 'no help' }), 'text')).toBe(
      'specs/a b,c.yml:3:7: warning: no help [help-missing]\n  hint: add one\n' +
        '1 warning in 2 metrics and 1 dashboard\n',
    );
  });

  it('says that there is nothing', () => {
    expect(renderFindings(outcome(), 'text')).toBe('no findings in 2 metrics and 1 dashboard\n');
  });

  it('escapes workflow commands for GitHub', () => {
    expect(renderFindings(outcome(FINDING), 'github')).toBe(
      '::warning file=specs/a b%2Cc.yml,line=3,col=7,title=help-missing' +
        '::the metric "100%25" has\\nno help%0Ahint: add one\n',
    );
  });

  it('counts severities in JSON', () => {
    const json = JSON.parse(renderFindings(outcome(FINDING), 'json')) as unknown;
    expect(json).toEqual({
      errors: 0,
      warnings: 1,
      findings: [FINDING],
      metrics: 2,
      dashboards: 1,
    });
  });

  it('refers from SARIF results to rules, with encoded paths', () => {
    const log = JSON.parse(renderFindings(outcome(FINDING), 'sarif')) as {
      runs: [{ tool: { driver: { rules: { id: string }[] } }; results: Record<string, unknown>[] }];
    };
    const [run] = log.runs;
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(LINTS.map(({ name }) => name));
    const [result] = run.results;
    expect(run.tool.driver.rules[result?.['ruleIndex'] as number]?.id).toBe('help-missing');
    expect(result).toMatchObject({
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'specs/a%20b%2Cc.yml' },
            region: { startLine: 3, startColumn: 7 },
          },
        },
      ],
    });
  });

  it('names in SARIF the version, and for each rule a page of that version', () => {
    const log = JSON.parse(renderFindings(outcome(), 'sarif', undefined, '1.2.3')) as Log;
    const driver = log.runs[0]?.tool.driver;
    expect(driver).toMatchObject({ version: '1.2.3', semanticVersion: '1.2.3' });
    const pages = driver?.rules?.map(({ helpUri = '' }) => new URL(helpUri));
    expect(pages?.map(({ hash }) => hash)).toEqual(
      LINTS.map(({ name }) => `#dist/lint/${name}.md`),
    );
    expect(pages?.[0]?.href).toMatch(/^pkg:npm\/%40g6\/dashboards@1\.2\.3#/);
  });

  it.each(LINT_FORMATS)('gives the same bytes twice as %s', (format) => {
    expect(renderFindings(outcome(FINDING), format)).toBe(renderFindings(outcome(FINDING), format));
  });
});
