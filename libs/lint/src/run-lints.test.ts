import { lintCase, type LintCase } from '../testing/lint-case';

const found = (some: LintCase, strict = false) =>
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
  it('lists findings in the order of the places', () => {
    expect(found(excepted(NOTE, NOTE, NOTE))).toEqual([
      '11 warning counter-without-rate',
      '13 warning counter-without-rate',
    ]);
  });

  it('takes warnings for errors if it is strict', () => {
    expect(found(excepted(NOTE, NOTE, NOTE), true)).toEqual([
      '11 error counter-without-rate',
      '13 error counter-without-rate',
    ]);
  });

  it('excepts a panel and not its neighbour', () => {
    expect(found(excepted(NOTE, NOTE, EXCEPT))).toEqual(['13 warning counter-without-rate']);
  });

  it('excepts everything in a metric, and everything in a family', () => {
    expect(found(excepted(NOTE, EXCEPT, NOTE))).toEqual([]);
    expect(found(excepted(EXCEPT, NOTE, NOTE))).toEqual([]);
  });

  it('uses the innermost of several exceptions, so that the others are found unused', () => {
    expect(found(excepted(NOTE, EXCEPT, EXCEPT))).toEqual([]);
    const inner = excepted(EXCEPT, EXCEPT, EXCEPT);
    expect(found(inner)).toEqual(['4 warning unused-exception']);
  });

  it('lists once what several dashboards show', () => {
    const some: LintCase = {
      about: 'two dashboards of one metric without help',
      families: `
  bus:
    metrics:
      - {name: events_total, type: counter}
`,
      plans: ['{slug: a, families: [bus]}', '{slug: b, families: [bus]}'],
    };
    expect(found(some)).toEqual(['5 warning help-missing']);
  });

  it('finds nothing in a spec that is in order', () => {
    expect(found({ about: 'the smallest case' }, true)).toEqual([]);
  });
});
