import { reportOf } from '../../testing/report-of';
import { text } from '../../testing/temporary-workspace';

const spec = (content: string) => reportOf({ 'spec.yml': content });

describe('aliases', () => {
  it('may share a value, however often', () => {
    const metric = (index: number) =>
      `      - {name: m${index}_total, type: counter, labels: *labels}`;
    const metrics = Array.from({ length: 500 }, (_, index) => metric(index));
    expect(
      spec(`version: 1
x-labels: &labels [bus]
families:
  bus:
    metrics:
${metrics.join('\n')}
`),
    ).toBe('no problems');
  });

  it('may not point nowhere', () => {
    expect(
      spec(text`
        version: 1
        families:
          bus:
            metrics:
              - {name: a_total, type: counter, labels: &labels [bus]}
              - {name: b_total, type: counter, labels: *lables}
              - {name: c_total, type: counter, labels: *other}
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:6:48: error: the alias "*lables" points nowhere; no anchor "&lables" stands before it [yaml-alias]
       hint: did you mean "labels"?
     spec.yml:7:48: error: the alias "*other" points nowhere; no anchor "&other" stands before it [yaml-alias]
     2 errors"
    `);
  });

  it('may not stand in what they repeat', () => {
    expect(spec('version: 1\nfamilies: &all {bus: {metrics: [*all]}}\n')).toMatchInlineSnapshot(`
     "spec.yml:2:33: error: the alias "*all" stands inside the value that it repeats [yaml-alias]
     1 error"
    `);
  });

  it('may not multiply without end', () => {
    const rows = Array.from(
      { length: 9 },
      (_, row) =>
        `x-${row}: &a${row} [${Array(10)
          .fill(row === 0 ? 'ha' : `*a${row - 1}`)
          .join(', ')}]`,
    );
    expect(spec(`version: 1\n${rows.join('\n')}\nfamilies: {bus: }\n`)).toMatchInlineSnapshot(`
     "spec.yml:7:46: error: aliases multiply the values of this file past 1,000,000; write values out where they are used [yaml-alias]
     1 error"
    `);
  });

  it('lead to the place where the wrong value is written', () => {
    expect(
      spec(text`
        version: 1
        x-metric: &metric {name: a_total, type: countr, panels: [{promql: "sum(a_total"}]}
        families:
          bus:
            metrics: [*metric]
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:2:41: error: unknown type "countr"; use one of counter, gauge, histogram, summary, info, stateset, unknown [metric-type]
       hint: did you mean "counter"?
     spec.yml:2:79: error: the expression ends too early; a ")" is missing, in sum(a_total [promql-syntax]
     2 errors"
    `);
  });
});
