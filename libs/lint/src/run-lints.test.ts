import { lintCase, type LintCase } from '../testing/lint-case';

const told = (some: LintCase, strict = false) =>
  lintCase(some, strict).map(({ rule, line, severity }) => `${line} ${severity} ${rule}`);

const excepted = (family: string, metric: string, panel: string): LintCase => ({
  about: 'exceptions at three depths',
  families: `
  bus:
    ${family}
    metrics:
      - name: events_total
        ${metric}
        type: counter
        help: Events.
        panels:
          - promql: sum(events_total)
            ${panel}
          - promql: max(events_total)
`,
});

const NOTE = 'x-note: nothing';
const EXCEPT = 'x-lint-ignore: [counter-without-rate: the total is meant]';

describe('runLints', () => {
  it('tells what it found in the order of the places', () => {
    expect(told(excepted(NOTE, NOTE, NOTE))).toEqual([
      '11 warning counter-without-rate',
      '13 warning counter-without-rate',
    ]);
  });

  it('takes warnings for errors where it is strict', () => {
    expect(told(excepted(NOTE, NOTE, NOTE), true)).toEqual([
      '11 error counter-without-rate',
      '13 error counter-without-rate',
    ]);
  });

  it('excepts a panel and not its neighbour', () => {
    expect(told(excepted(NOTE, NOTE, EXCEPT))).toEqual(['13 warning counter-without-rate']);
  });

  it('excepts everything in a metric, and everything in a family', () => {
    expect(told(excepted(NOTE, EXCEPT, NOTE))).toEqual([]);
    expect(told(excepted(EXCEPT, NOTE, NOTE))).toEqual([]);
  });

  it('uses the innermost of several exceptions, so that the others are found unused', () => {
    expect(told(excepted(NOTE, EXCEPT, EXCEPT))).toEqual([]);
    const inner = excepted(EXCEPT, EXCEPT, EXCEPT);
    expect(told(inner)).toEqual(['4 warning unused-exception']);
  });

  it('tells once what several dashboards show', () => {
    const some: LintCase = {
      about: 'two dashboards of one metric without help',
      families: `
  bus:
    metrics:
      - {name: events_total, type: counter}
`,
      plans: ['{slug: a, families: [bus]}', '{slug: b, families: [bus]}'],
    };
    expect(told(some)).toEqual(['5 warning help-missing']);
  });

  it('finds nothing in a spec that is in order', () => {
    expect(told({ about: 'the smallest case' }, true)).toEqual([]);
  });
});
