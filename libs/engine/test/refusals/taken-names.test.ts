import { reportOf } from '../../testing/report-of';
import { text } from '../../testing/temporary-workspace';

const metrics = (lines: string) =>
  reportOf({
    'spec.yml': `version: 1\nfamilies:\n  bus:\n    metrics:\n${lines.replace(/^(?=.)/gm, '      ')}`,
  });

describe('names of series', () => {
  it('belong to one metric', () => {
    expect(
      metrics(text`
        - {name: req_seconds_count, type: counter, help: h}
        - {name: req_seconds, type: histogram, help: h}
        - {name: req_seconds_bucket, type: gauge, help: h}
        - {name: "req_seconds:p95_5m", type: gauge, help: h}
        - {name: size_sum, type: gauge, help: h}
        - {name: size, type: gauge, help: h}
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:5:16: warning: the counter "req_seconds_count" does not end in "_total" [counter-suffix]
     spec.yml:5:16: error: the name "req_seconds_count" is taken: the histogram "req_seconds", defined at spec.yml:6:16, has a series of that name [metric-collision]
     spec.yml:7:16: error: the name "req_seconds_bucket" is taken: the histogram "req_seconds", defined at spec.yml:6:16, has a series of that name [metric-collision]
     spec.yml:8:16: error: the name "req_seconds:p95_5m" is taken: the histogram "req_seconds", defined at spec.yml:6:16, has a series of that name [metric-collision]
     3 errors, 1 warning"
    `);
  });
});
