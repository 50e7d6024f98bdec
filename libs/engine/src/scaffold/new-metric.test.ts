import type { SpecFile } from '@g6/model';
import { newMetric, type MetricRequest } from './new-metric';

const SPEC = `version: 1
families:
  http: # requests
    metrics:
      - {name: http_requests_total,   type: counter}
  jobs:
`;
const REQUEST: MetricRequest = { family: 'jobs', name: 'jobs_running', type: 'gauge' };

function added(request: Partial<MetricRequest>, text = SPEC, ...more: SpecFile[]) {
  const { file, problems } = newMetric({ ...REQUEST, ...request }, [
    { path: 'spec.yml', text },
    ...more,
  ]);
  return {
    text: file?.text,
    path: file?.path,
    problems: problems.map(({ code, file: at, line }) => `${at}:${line} ${code}`),
    hints: problems.flatMap(({ hint }) => hint ?? []),
    messages: problems.map(({ message }) => message),
  };
}

describe('newMetric', () => {
  it('writes every field in the usual order and leaves the other lines alone', () => {
    const { text, problems } = added({
      name: 'jobs_seconds',
      type: 'histogram',
      help: 'Time that a job takes: in seconds.',
      labels: ['queue'],
      cardinalityBudget: 5,
      buckets: [0.1, 1],
      unit: 's',
    });
    expect(problems).toEqual([]);
    expect(text).toBe(`${SPEC}    metrics:
      - name: jobs_seconds
        type: histogram
        help: "Time that a job takes: in seconds."
        labels: [queue]
        cardinality_budget: 5
        buckets: [0.1, 1]
        unit: s
`);
  });

  it('finds the file of a spec folder that has the family', () => {
    const other = {
      path: 'b.yml',
      relativePath: 'b.yml',
      text: 'version: 1\nfamilies:\n  disk:\n',
    };
    const { path, text } = added({ family: 'disk' }, SPEC, other);
    expect(path).toBe('b.yml');
    expect(text).toBe(
      `${other.text}    metrics:\n      - name: jobs_running\n        type: gauge\n`,
    );
  });

  it('adds with a warning what the spec would be warned of', () => {
    const { text, problems } = added({ name: 'jobs_done', type: 'counter' });
    expect(text).toContain('jobs_done');
    expect(problems).toEqual(['spec.yml:0 counter-suffix']);
  });

  it.each<[string, Partial<MetricRequest>, string]>([
    ['a family that is unknown', { family: 'job' }, 'family:0 family-unknown'],
    ['a name that is taken', { name: 'http_requests_total' }, 'name:0 metric-duplicate'],
    ['a name that Prometheus refuses', { name: '9 lives' }, 'spec.yml:0 metric-name'],
    ['a type that is unknown', { type: 'guage' }, 'spec.yml:0 metric-type'],
    ['labels that repeat', { labels: ['a', 'a'] }, 'spec.yml:0 label-duplicate'],
    ['buckets of a gauge', { buckets: [1] }, 'spec.yml:0 buckets-misplaced'],
    ['a budget of nothing', { cardinalityBudget: 0 }, 'spec.yml:0 wrong-value'],
  ])('refuses %s', (_what, request, problem) => {
    const { text, problems } = added(request);
    expect(text).toBeUndefined();
    expect(problems).toEqual([problem]);
  });

  it('names the family that was meant, and the place of a metric that is there', () => {
    expect(added({ family: 'job' }).hints).toEqual(['did you mean "jobs"?']);
    expect(added({ name: 'http_requests_total' }).messages).toEqual([
      'the metric "http_requests_total" is already defined at spec.yml:5:16',
    ]);
  });

  it('refuses a spec that has errors already, with their places', () => {
    const broken = SPEC.replace('counter', 'conter');
    expect(added({}, broken).problems).toEqual(['spec.yml:5 metric-type']);
  });

  it('refuses to extend a list that is an alias, or that another family shares', () => {
    const alias = 'version: 1\nfamilies:\n  a: &a\n    metrics: []\n  jobs: *a\n';
    expect(added({}, alias).problems).toEqual(['spec.yml:0 spec-form']);
    const shared = 'version: 1\nfamilies:\n  jobs:\n    metrics: &m []\n  b:\n    metrics: *m\n';
    expect(added({}, shared).problems).toEqual(['spec.yml:0 spec-form']);
  });
});
